/** Turns a fault of a file into the error of the domain; everything else stays as it is. */
import { AppError } from "@throughline/domain";
import { TableFault } from "./table-fault.ts";

export function toAppError(error: unknown): unknown {
  return error instanceof TableFault ? new AppError(error.code, error.message) : error;
}
