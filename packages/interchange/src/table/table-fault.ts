/** A refusal of a whole file, made where the domain is not loaded: in the process that reads a stranger's workbook. */
import type { ErrorCode } from "@throughline/domain";

/** Code of the catalogue and one sentence; becomes an `AppError` in the process that asked. */
export class TableFault extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "TableFault";
    this.code = code;
  }
}

/** For a file that contradicts itself or ends too early. */
export function damaged(what: string): TableFault {
  return new TableFault("file_damaged", what);
}
