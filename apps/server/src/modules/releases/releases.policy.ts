/** Decisions about releases that need no database. */
import type { IsoDate, Sentence } from "@throughline/domain";
import { sayRelease } from "./release-texts.en.ts";

export type ReleaseState = "valid" | "superseded" | "expired" | "withdrawn";

/** What a release's state follows from. Days, not instants. */
export interface ReleaseDates {
  readonly expiresOn: IsoDate;
  readonly supersededOn: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly withdrawnReason: string | null;
}

/** "Is this the latest?" Withdrawal is said before expiry, expiry before a newer one. Valid on its last day. */
export function decideReleaseState(
  { expiresOn, supersededOn, withdrawnOn, withdrawnReason }: ReleaseDates,
  today: IsoDate,
): { readonly state: ReleaseState; readonly sentence: Sentence } {
  if (withdrawnOn !== null)
    return {
      state: "withdrawn",
      sentence: sayRelease("state.withdrawn", { on: withdrawnOn, reason: withdrawnReason }),
    };
  if (expiresOn < today)
    return { state: "expired", sentence: sayRelease("state.expired", { expires: expiresOn }) };
  if (supersededOn !== null)
    return { state: "superseded", sentence: sayRelease("state.superseded", { on: supersededOn }) };
  return { state: "valid", sentence: sayRelease("state.valid", { expires: expiresOn }) };
}

export type PeriodCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: "date_in_future" | "input_invalid";
      readonly path: string;
      readonly message: string;
    };

/** What a release speaks about lies in the past; it is still valid today. */
export function checkPeriod(asOf: IsoDate, expiresOn: IsoDate, today: IsoDate): PeriodCheck {
  if (asOf > today)
    return {
      ok: false,
      code: "date_in_future",
      path: "/asOf",
      message: `${asOf} lies in the future.`,
    };
  if (expiresOn < today)
    return {
      ok: false,
      code: "input_invalid",
      path: "/expiresOn",
      message: `On ${expiresOn} it would have expired already.`,
    };
  return { ok: true };
}
