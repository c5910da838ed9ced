/** Figures of a supplier that follow from its requests. Pure. */
import type { IsoDate } from "@throughline/domain";

/** Whole days from one date to a later one. */
function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * The middle number of days between sending and answering; `null` when nothing was answered yet: no answer is not a
 * fast one.
 *
 * @example medianDays([{ sentOn: "2026-11-01", answeredOn: "2026-11-11" }]) // 10
 */
export function medianDays(
  answered: readonly { readonly sentOn: IsoDate; readonly answeredOn: IsoDate }[],
): number | null {
  const days = answered
    .map(({ sentOn, answeredOn }) => Math.max(0, daysBetween(sentOn, answeredOn)))
    .sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const upper = days[middle];
  if (upper === undefined) return null;
  return days.length % 2 === 1 ? upper : ((days[middle - 1] ?? upper) + upper) / 2;
}
