/** Errors on the wire: RFC 9457 `application/problem+json`, the same at both ends. */
import { ORPCError } from "@orpc/client";
import { errorCatalogue } from "@throughline/domain";
import { z } from "zod";

/** A problem document. `code` is the catalogue's; `detail` says what happened here; `whatToDo` what to do now. */
export const Problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.enum(
    Object.keys(errorCatalogue) as [
      keyof typeof errorCatalogue,
      ...(keyof typeof errorCatalogue)[],
    ],
  ), // keys of a const object
  title: z.string(),
  detail: z.string(),
  whatToDo: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type Problem = z.infer<typeof Problem>;

/** The problem inside an error thrown by the client, when the server said one. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof ORPCError)) return null;
  const parsed = Problem.safeParse(error.data);
  return parsed.success ? parsed.data : null;
}

/** Builds the client-side error from a response body. */
export function decodeProblem(body: unknown): ORPCError<string, Problem> | null {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return null;
  return new ORPCError(parsed.data.code, {
    status: parsed.data.status,
    message: parsed.data.title,
    data: parsed.data,
  });
}
