/** Calendar arithmetic on ISO dates, in UTC, without a clock. */
import type { IsoDate } from "@throughline/domain";

const DAY = 86_400_000;

const parse = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
const print = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** @example addDays("2026-03-01", -10) // "2026-02-19" */
export function addDays(date: IsoDate, days: number): IsoDate {
  return print(new Date(parse(date).getTime() + days * DAY));
}

/**
 * The same day so many months later; the last day of the month where that day does not exist.
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

/** The quarter of a day. @example quarterOf("2024-05-01") // "2024-Q2" */
export function quarterOf(date: IsoDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Quarters from one day to another, in order. @example quartersBetween("2023-11-02", "2024-01-05") // ["2023-Q4", "2024-Q1"] */
export function quartersBetween(from: IsoDate, until: IsoDate): string[] {
  const quarters: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= until; day = addMonths(day, 1)) {
    const quarter = quarterOf(day);
    if (quarters.at(-1) !== quarter) quarters.push(quarter);
  }
  return quarters;
}
