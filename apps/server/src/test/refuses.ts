/** Expects a coded refusal, whatever the layer it came through. */
import { problemOf, type Problem } from "@throughline/contract";
import { AppError, type ErrorCode } from "@throughline/domain";
import { expect } from "vitest";

/** Awaits the failure and answers it as a problem; fails the test on success or on another code. */
export async function refuses(
  code: ErrorCode,
  attempt: Promise<unknown>,
): Promise<Pick<Problem, "code" | "detail" | "errors">> {
  const failure: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  const found =
    failure instanceof AppError
      ? { code: failure.code, detail: failure.message, errors: [...failure.details] }
      : problemOf(failure);
  if (found === null && failure !== null) {
    throw new Error("A failure without a code.", { cause: failure });
  }
  expect(found?.code).toBe(code);
  return { code, detail: found?.detail ?? "", errors: found?.errors ?? [] };
}
