/** Changes the caller's password. All other sessions end; this one goes on under a new cookie. */
import { requireSession, type ApiContext } from "../../platform/api.ts";
import { callLibrary, sendCookies } from "../../platform/call-library.ts";
import { confirmPerPerson, countTries } from "../../platform/limit-tries.ts";
import { wrongPassword } from "./wrong-answers.ts";

export async function changePassword(
  context: ApiContext,
  input: { readonly current: string; readonly next: string },
): Promise<{ done: true }> {
  const { personId } = requireSession(context);
  const { headers } = await countTries(context, [[confirmPerPerson, personId]], () =>
    callLibrary(
      () =>
        context.signIn.library.api.changePassword({
          body: {
            currentPassword: input.current,
            newPassword: input.next,
            revokeOtherSessions: true,
          },
          headers: context.requestHeaders,
          returnHeaders: true,
        }),
      wrongPassword("/current"),
    ),
  );
  sendCookies(context, headers);
  return { done: true };
}
