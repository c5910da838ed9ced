/** Ends the session that asks, and clears its cookie. Asking without one is done already. */
import type { ApiContext } from "../../platform/api.ts";
import { sendCookies } from "../../platform/call-library.ts";

export async function signOutPerson(context: ApiContext): Promise<{ done: true }> {
  const { headers } = await context.signIn.library.api.signOut({
    headers: context.requestHeaders,
    returnHeaders: true,
  });
  sendCookies(context, headers);
  return { done: true };
}
