import { AppError } from "@throughline/domain";

/**
 * The refusal of a notice, with the place of the fault: a line, a JSON pointer or an XML path.
 *
 * @example noticeFault("/tender/title", "is not a text").message; // "/tender/title: is not a text"
 */
export function noticeFault(path: string, message: string): AppError {
  return new AppError("notice_invalid", path === "" ? message : `${path}: ${message}`, [
    { path, message },
  ]);
}
