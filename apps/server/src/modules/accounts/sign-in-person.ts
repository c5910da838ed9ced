/**
 * Signs a person in: e-mail and password, and a second factor where one is on, in one request. Every failure says the
 * same, and an address nobody has takes as long as a wrong password (the library hashes for it all the same).
 */
import { AppError } from "@throughline/domain";
import type { ApiContext } from "../../platform/api.ts";
import { callLibrary, cookiesSet, sendCookies } from "../../platform/call-library.ts";
import {
  countTries,
  signInPerAccount,
  signInPerAddress,
  takeCode,
} from "../../platform/limit-tries.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly totp?: string | undefined;
  readonly backupCode?: string | undefined;
}

export interface SignInOutcome {
  readonly status: "signed_in" | "totp_needed";
}

const refusals = { "*": () => new AppError("sign_in_failed") };

export async function signInPerson(
  context: ApiContext,
  input: Credentials,
): Promise<SignInOutcome> {
  const account = input.email.toLowerCase();
  return countTries(
    context,
    [
      [signInPerAddress, context.clientAddress],
      [signInPerAccount, account],
    ],
    () => trySignIn(context, input),
  );
}

async function trySignIn(context: ApiContext, input: Credentials): Promise<SignInOutcome> {
  const { library } = context.signIn;
  // Only the device's name is passed on: cookies of an earlier session must not take part in the second factor.
  const device = context.requestHeaders.get("user-agent") ?? "";
  const first = await callLibrary(
    () =>
      library.api.signInEmail({
        body: { email: input.email, password: input.password },
        headers: new Headers({ "user-agent": device }),
        returnHeaders: true,
      }),
    refusals,
  );
  if (!("twoFactorRedirect" in first.response)) {
    sendCookies(context, first.headers);
    return { status: "signed_in" };
  }
  if (input.totp === undefined && input.backupCode === undefined) return { status: "totp_needed" };
  // A wrong password never comes this far, so nobody else can use up a person's code.
  if (input.totp !== undefined && !(await takeCode(context, input.email.toLowerCase(), input.totp)))
    throw new AppError("sign_in_failed");
  const headers = new Headers({ "user-agent": device, cookie: cookiesSet(first.headers) });
  const second = await callLibrary(async () => {
    if (input.totp !== undefined) {
      return library.api.verifyTOTP({ body: { code: input.totp }, headers, returnHeaders: true });
    }
    const code = input.backupCode ?? "";
    return library.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true });
  }, refusals);
  sendCookies(context, second.headers);
  return { status: "signed_in" };
}
