/** Turns a fault of a file into the error of the domain; everything else stays as it is. */
import { AppError } from "@throughline/domain";
import { TableFault } from "./table-fault.ts";

/** The fault as an `AppError` with the same code and sentence; what is no fault is given back untouched. */
export function toAppError(error: unknown): unknown {
  return error instanceof TableFault ? new AppError(error.code, error.message) : error;
}
