/** Catches what a call of the typed client, or a use case, was refused with. */
import { problemOf } from "@throughline/contract";
import { AppError } from "@throughline/domain";

/** Code, detail and fields of the refusal; `null` when the call went through. Anything but a coded refusal is thrown on. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; detail: string; errors: unknown } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const problem = problemOf(error);
    if (problem !== null)
      return { code: problem.code, detail: problem.detail, errors: problem.errors };
    if (error instanceof AppError)
      return { code: error.code, detail: error.message, errors: error.details };
    throw error;
  }
}

/** The code alone; `"done"` when the call went through. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await refusalOf(call))?.code ?? "done";
}
