import { addDays, type IsoDate } from "@throughline/domain";

/** Which days count as working days; that of the requirements engine fits. */
export interface Workdays {
  isWorkday(date: IsoDate): boolean;
}

/**
 * Working days after a date up to another, which counts: answered on the day it was asked is 0.
 *
 * @example workdaysFrom("2026-03-06", "2026-03-09", weekdaysOnly) // 1: Friday to Monday
 */
export function workdaysFrom(from: IsoDate, to: IsoDate, calendar: Workdays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (calendar.isWorkday(day)) count += 1;
  return count;
}

/** The middle of the values, or of the two in the middle; `null` of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
