/** Dates as the line reckons with them. */
import { daysFrom, type IsoDate } from "@throughline/domain";

/** Whole days from one date to a later one; never negative. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.max(0, daysFrom(from, to));
}

/** The earliest of the dates that are known. */
export function earliestOf(dates: readonly (IsoDate | null)[]): IsoDate | null {
  let earliest: IsoDate | null = null;
  for (const date of dates)
    if (date !== null && (earliest === null || date < earliest)) earliest = date;
  return earliest;
}
