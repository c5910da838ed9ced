/** The second factor (TOTP, RFC 6238): begun with the password, on once a first code has come, off with the password. */
import { AppError } from "@throughline/domain";
import { requireSession, type ApiContext } from "../../platform/api.ts";
import { callLibrary, sendCookies } from "../../platform/call-library.ts";
import { confirmPerPerson, countTries } from "../../platform/limit-tries.ts";
import { wrongCode, wrongPassword } from "./wrong-answers.ts";

/** Gives the secret for the authenticator and the backup codes, once. `already_exists` when a second factor is on. */
export async function beginTotp(
  context: ApiContext,
  input: { readonly password: string },
): Promise<{ otpauthUri: string; backupCodes: string[] }> {
  const { personId } = requireSession(context);
  const begun = await countTries(context, [[confirmPerPerson, personId]], () =>
    callLibrary(
      () =>
        context.signIn.library.api.enableTwoFactor({
          body: { password: input.password, method: "totp" },
          headers: context.requestHeaders,
        }),
      {
        ...wrongPassword("/password"),
        TOTP_ALREADY_ENABLED: () =>
          new AppError(
            "already_exists",
            "A second factor is on. Turn it off before setting up another.",
          ),
      },
    ),
  );
  if (begun.method !== "totp")
    throw new Error("The sign-in library answered another method than asked for.");
  return { otpauthUri: begun.totpURI, backupCodes: begun.backupCodes };
}

/** Turns the second factor on: from the next sign-in it is asked for. */
export async function confirmTotp(
  context: ApiContext,
  input: { readonly totp: string },
): Promise<{ done: true }> {
  const { personId } = requireSession(context);
  const { headers } = await countTries(context, [[confirmPerPerson, personId]], () =>
    callLibrary(
      () =>
        context.signIn.library.api.verifyTOTP({
          body: { code: input.totp },
          headers: context.requestHeaders,
          returnHeaders: true,
        }),
      wrongCode("/totp"),
    ),
  );
  sendCookies(context, headers);
  return { done: true };
}

/** Turns the second factor off and forgets its secret and backup codes. */
export async function removeTotp(
  context: ApiContext,
  input: { readonly password: string },
): Promise<{ done: true }> {
  const { personId } = requireSession(context);
  const { headers } = await countTries(context, [[confirmPerPerson, personId]], () =>
    callLibrary(
      () =>
        context.signIn.library.api.disableTwoFactor({
          body: { password: input.password },
          headers: context.requestHeaders,
          returnHeaders: true,
        }),
      wrongPassword("/password"),
    ),
  );
  sendCookies(context, headers);
  return { done: true };
}
