/** A failure for the terminal: what happened, where, what to do. Bugs keep their stack. */
import { AppError, errorCatalogue } from "@throughline/domain";

/** Renders a thrown value for a person at a terminal. */
export function explainFailure(error: unknown): string {
  if (error instanceof AppError) {
    const entry = errorCatalogue[error.code];
    const places = error.details.map((detail) => `  ${detail.path}: ${detail.message}`);
    return [
      entry.title,
      ...(error.message === entry.title ? [] : [error.message]),
      ...places,
      entry.whatToDo,
    ].join("\n");
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "The port is taken by another program.\nStop that program, or choose another port: PORT=4401 npm start";
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
