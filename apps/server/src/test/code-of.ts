/** Which code of the error catalogue a call was refused with. */
import { problemOf, type Problem } from "@throughline/contract";
import { AppError } from "@throughline/domain";

/** The problem a client's call failed with; throws when it did not fail, or failed without saying a problem. */
export async function problemFromCall(call: Promise<unknown>): Promise<Problem> {
  const problem = problemOf(await failureOf(call));
  if (problem === null) throw new Error("The call failed without a problem document.");
  return problem;
}

/** The code a client's call, or a use case, was refused with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await failureOf(call);
  if (error instanceof AppError) return error.code;
  const problem = problemOf(error);
  if (problem === null) throw error;
  return problem.code;
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call was not refused.");
}
