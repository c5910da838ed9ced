/** What a change of the table does. Pure: a row that counted for a day is never written over, so the table tells its history. */
import type { PolicyRowInput } from "@throughline/contract";
import type { ErrorDetail, IsoDate } from "@throughline/domain";

/** What the rules below look at. */
export interface DatedRow {
  readonly effectiveFrom: IsoDate;
  readonly effectiveTo: IsoDate | null;
  readonly followedBy: string | null;
  /** Day it was typed in. */
  readonly madeOn: IsoDate;
}

export type ChangeDecision =
  | { readonly kind: "write_over" }
  | { readonly kind: "end_and_begin"; readonly lastDay: IsoDate }
  | {
      readonly kind: "refused";
      readonly code: "still_in_use" | "input_invalid";
      readonly detail: ErrorDetail;
    };

/** A row that does not count yet, or was typed in today, is a draft: nobody has relied on it. */
export function isDraft(row: DatedRow, today: IsoDate): boolean {
  return row.effectiveFrom > today || row.madeOn === today;
}

function dayBefore(day: IsoDate): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** How a change that counts from a day is made. */
export function decideChange(row: DatedRow, from: IsoDate, today: IsoDate): ChangeDecision {
  const refuse = (
    message: string,
    code: "still_in_use" | "input_invalid" = "input_invalid",
  ): ChangeDecision => ({
    kind: "refused",
    code,
    detail: { path: "/effectiveFrom", message },
  });
  if (row.followedBy !== null)
    return refuse("Another row has taken the place of this one; change that one.", "still_in_use");
  if (isDraft(row, today)) return { kind: "write_over" };
  if (from < today) return refuse("A change counts from today on, not from a day that has passed.");
  if (row.effectiveTo !== null && row.effectiveTo < today)
    return refuse("This row has ended; add a new one.");
  if (from <= row.effectiveFrom)
    return refuse("A change begins after the row it changes; that row stays as it was until then.");
  const lastDay = dayBefore(from);
  return {
    kind: "end_and_begin",
    lastDay: row.effectiveTo !== null && row.effectiveTo < lastDay ? row.effectiveTo : lastDay,
  };
}

/** Whether a row may end on a day. */
export function checkLastDay(row: DatedRow, on: IsoDate, today: IsoDate): ErrorDetail | null {
  const path = "/on";
  if (row.followedBy !== null)
    return { path, message: "Another row has taken its place; end that one." };
  if (row.effectiveTo !== null && row.effectiveTo < today)
    return { path, message: "This row has ended already." };
  if (on < today)
    return { path, message: "A row ends today or later: what it asked until now, it asked." };
  if (on < row.effectiveFrom)
    return { path, message: "It has not begun by then. Remove the row instead." };
  return null;
}

/** Dates and values of one row against each other and against the policy's currency. */
export function checkRow(row: PolicyRowInput, currency: string): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  const refuse = (path: string, message: string): void => void details.push({ path, message });
  const { valueFrom, valueTo } = row.when;
  if (row.effectiveTo !== null && row.effectiveTo < row.effectiveFrom)
    refuse("/effectiveTo", "The row ends before it begins.");
  if (row.announcedOn !== null && row.announcedOn > row.effectiveFrom)
    refuse("/announcedOn", "The market was told after it began; leave the announcement out.");
  for (const [path, money] of [
    ["/when/valueFrom", valueFrom],
    ["/when/valueTo", valueTo],
  ] as const) {
    if (money === null) continue;
    if (money.currency !== currency) refuse(path, `The policy counts in ${currency}.`);
    if (money.minorUnits < 0) refuse(path, "A value is not negative.");
  }
  if (valueFrom !== null && valueTo !== null && valueTo.minorUnits <= valueFrom.minorUnits)
    refuse(
      "/when/valueTo",
      "The value below which it counts is not above the one from which it does.",
    );
  return details;
}
