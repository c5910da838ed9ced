/** How a wrong password or code of somebody who is signed in is answered: as a fault of that field, not of the session. */
import { AppError } from "@throughline/domain";

/** Refusals of a call that asks for the password again. */
export function wrongPassword(path: string): Readonly<Record<string, () => AppError>> {
  return {
    INVALID_PASSWORD: () =>
      new AppError("input_invalid", "The password is not right.", [
        { path, message: "This is not your password." },
      ]),
  };
}

/** Refusals of a call that asks for a code of the second factor. */
export function wrongCode(path: string): Readonly<Record<string, () => AppError>> {
  return {
    INVALID_CODE: () =>
      new AppError("input_invalid", "The code is not right.", [
        { path, message: "This is not the code of this moment. Codes change every 30 seconds." },
      ]),
    TOTP_NOT_ENABLED: () =>
      new AppError("conflict", "No second factor is being set up. Begin setting one up first."),
  };
}
