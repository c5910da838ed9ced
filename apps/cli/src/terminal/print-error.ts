import { AppError, errorCatalogue } from "@throughline/domain";
import { plainText } from "./paint-text.ts";
import type { Terminal } from "./terminal.ts";

const mostDetails = 20;

/**
 * The terminal's error mapper: title from the catalogue, what was wrong where, what to do. Never a stack trace.
 *
 * @returns the exit code: 2, bad input (or a bug, which says so)
 */
export function printError(terminal: Terminal, error: unknown): number {
  if (error instanceof AppError) {
    const { title, whatToDo } = errorCatalogue[error.code];
    const lines: string[] = [title];
    if (error.message !== title && error.details.length === 0) lines.push(error.message);
    if (error.message !== title && error.details.length > 0)
      lines.push(error.message.replace(/ \(and \d+ more\)$/u, ""));
    const rest = error.details.filter(
      ({ path, message }) => !error.message.includes(`${path}: ${message}`),
    );
    for (const { path, message } of rest.slice(0, mostDetails))
      lines.push(`  ${path === "" ? "the file" : path}: ${message}`);
    if (rest.length > mostDetails) lines.push(`  and ${rest.length - mostDetails} more`);
    terminal.err(plainText(`${lines.join("\n")}\n${whatToDo}\n`));
    return 2;
  }
  const { title } = errorCatalogue.internal;
  terminal.err(
    plainText(
      `${title}\n${error instanceof Error ? error.message : String(error)}\nThis is a fault of the program. Nothing was changed.\n`,
    ),
  );
  return 2;
}
