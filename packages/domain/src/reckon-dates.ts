/** Calendar arithmetic on ISO dates, in UTC, without a clock. */
import type { IsoDate } from "./values.ts";

const DAY = 86_400_000;

const parse = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
const print = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** @example addDays("2026-03-01", 28) // "2026-03-29" */
export function addDays(date: IsoDate, days: number): IsoDate {
  return print(new Date(parse(date).getTime() + days * DAY));
}

/**
 * The same day so many months later (or earlier, for a negative number); the last day of the month where that day does
 * not exist.
 *
 * @example addMonths("2026-01-31", 1) // "2026-02-28"
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = parse(date);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return print(to);
}

/** Days from one date to another; negative when the other is earlier. @example daysFrom("2026-03-01", "2026-03-29") // 28 */
export function daysFrom(from: IsoDate, to: IsoDate): number {
  return Math.round((parse(to).getTime() - parse(from).getTime()) / DAY);
}
