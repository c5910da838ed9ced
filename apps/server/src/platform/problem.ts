/** The one place where failures become HTTP: coded errors keep their code, everything else is a bug with a correlation id. */
import { ORPCError, ValidationError } from "@orpc/server";
import { Problem } from "@throughline/contract";
import { explainDatabaseError } from "@throughline/db";
import { AppError, errorCatalogue, type ErrorCode, type ErrorDetail } from "@throughline/domain";
import type { Logger } from "pino";
import { describeForLog } from "./describe-for-log.ts";

/** Builds the problem document of a code. */
export function problem(
  code: ErrorCode,
  requestId: string,
  detail?: string,
  errors: readonly ErrorDetail[] = [],
): Problem {
  const entry = errorCatalogue[code];
  return {
    type: `/docs/errors#${code}`,
    status: entry.status,
    code,
    title: entry.title,
    detail: detail ?? entry.title,
    whatToDo: entry.whatToDo,
    requestId,
    errors: errors.map((error) => ({ path: error.path, message: error.message })),
  };
}

/** Finds the problem in any thrown value; logs bugs, once. */
export function problemFrom(thrown: unknown, requestId: string, log: Logger): Problem {
  const error = explainDatabaseError(thrown);
  if (error instanceof AppError)
    return problem(error.code, requestId, error.message, error.details);
  if (error instanceof ORPCError) {
    const given = Problem.safeParse(error.data);
    if (given.success) return given.data;
    if (error.code === "BAD_REQUEST" && error.cause instanceof ValidationError) {
      return problem(
        "input_invalid",
        requestId,
        undefined,
        error.cause.issues.map((issue) => ({
          path: pointer(issue.path ?? []),
          message: issue.message,
        })),
      );
    }
    if (error.code === "NOT_FOUND") return problem("not_found", requestId);
  }
  if (error instanceof Error && "statusCode" in error) {
    if (error.statusCode === 413) return problem("file_too_large", requestId);
    if (error.statusCode === 429) return problem("rate_limited", requestId);
    if (error.statusCode === 400 || error.statusCode === 415)
      return problem("input_invalid", requestId, "The body is not valid JSON.");
  }
  log.error({ err: describeForLog(error), requestId }, "unexpected failure");
  return problem("internal", requestId);
}

function pointer(path: readonly unknown[]): string {
  return path
    .map(
      (part) =>
        `/${String(typeof part === "object" && part !== null && "key" in part ? part.key : part)}`,
    )
    .join("");
}

/** The same as an error the transport carries. */
export function asTransportError(
  thrown: unknown,
  requestId: string,
  log: Logger,
): ORPCError<string, Problem> {
  const found = problemFrom(thrown, requestId, log);
  return new ORPCError(found.code, { status: found.status, message: found.title, data: found });
}
