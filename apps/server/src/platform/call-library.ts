/** Calls the sign-in library: its cookies go into the answer, its refusals become coded errors. */
import { AppError } from "@throughline/domain";
import type { ApiContext } from "./api.ts";

/** Passes the cookies the library has set on to the browser. */
export function sendCookies(context: Pick<ApiContext, "resHeaders">, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) context.resHeaders.append("set-cookie", cookie);
}

/** A `cookie` request header made of the cookies an answer has set. */
export function cookiesSet(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0] ?? "")
    .join("; ");
}

/** The library's code of a refusal; `null` for anything that is no refusal of the library. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== "APIError" || !("body" in error)) return null;
  const { body } = error;
  return typeof body === "object" &&
    body !== null &&
    "code" in body &&
    typeof body.code === "string"
    ? body.code
    : "";
}

/**
 * Runs a call of the library. A refusal named in `refusals` becomes that error; one for too many tries becomes
 * `rate_limited`; any other is thrown on as it is.
 */
export async function callLibrary<T>(
  call: () => Promise<T>,
  refusals: Readonly<Record<string, () => AppError>>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const code = refusalOf(error);
    if (code === null) throw error;
    if (code === "ACCOUNT_TEMPORARILY_LOCKED" || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE")
      throw new AppError("rate_limited");
    const refusal = refusals[code] ?? refusals["*"];
    if (refusal === undefined) throw error;
    throw refusal();
  }
}
