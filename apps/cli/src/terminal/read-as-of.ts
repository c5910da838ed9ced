import { AppError, IsoDate } from "@throughline/domain";

/** The day of `--as-of`, today where it is left out; not a day to come. */
export function readAsOf(written: string | undefined, today: string): string {
  if (written === undefined) return today;
  if (!IsoDate.safeParse(written).success)
    throw new AppError("input_invalid", `--as-of '${written}' is not a date such as 2026-03-01.`);
  if (written > today)
    throw new AppError("date_in_future", `--as-of ${written} is later than today, ${today}.`);
  return written;
}
