/**
 * What of a failure goes into the log: kind, code, place in the program. Never its data: the database's detail lines and
 * a failed validation hold names, addresses and whole answers.
 */

export interface LoggedFailure {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly stack?: string;
  /** Places that did not fit their shape. */
  readonly places?: readonly string[];
  readonly cause?: LoggedFailure;
}

const mostCauses = 5;

/** Picks what may be logged of a thrown value. */
export function describeForLog(error: unknown, depth = 0): LoggedFailure {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something else was thrown." };
  const fromDatabase = "severity" in error && "routine" in error;
  // The database quotes values in its messages; its code and names say enough.
  const message = fromDatabase ? "The database refused." : error.message;
  return {
    type: error.name,
    message,
    ...textOf(error, "code"),
    ...textOf(error, "constraint"),
    ...textOf(error, "table"),
    ...(error.stack === undefined ? {} : { stack: error.stack.replace(error.message, message) }),
    ...placesOf(error),
    ...(error.cause === undefined || depth >= mostCauses
      ? {}
      : { cause: describeForLog(error.cause, depth + 1) }),
  };
}

function textOf<N extends "code" | "constraint" | "table">(
  error: Error,
  name: N,
): { readonly [K in N]?: string } {
  const value: unknown = Reflect.get(error, name);
  // A computed name widens to string; it is N.
  return (typeof value === "string" ? { [name]: value } : {}) as { readonly [K in N]?: string };
}

function placesOf(error: Error): { readonly places?: readonly string[] } {
  const issues: unknown = Reflect.get(error, "issues");
  if (!Array.isArray(issues)) return {};
  return {
    places: issues.slice(0, 20).map((issue: unknown) => {
      const path: unknown =
        typeof issue === "object" && issue !== null ? Reflect.get(issue, "path") : null;
      return Array.isArray(path) ? `/${path.map(String).join("/")}` : "/";
    }),
  };
}
