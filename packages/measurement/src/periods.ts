/** Periods are whole months aligned to the calendar: three of them are a quarter of the year, twelve the year. */
import { addDays, addMonths, type IsoDate, type KpiPeriod } from "@throughline/domain";

/**
 * The period of so many months that a day lies in.
 *
 * @example periodOf("2026-05-04", 3) // { from: "2026-04-01", to: "2026-06-30", months: 3 }
 */
export function periodOf(day: IsoDate, months: number): KpiPeriod {
  const [year = "0", month = "1"] = day.split("-");
  const count = Number(year) * 12 + Number(month) - 1;
  const first = count - (count % months);
  const from = `${String(Math.floor(first / 12)).padStart(4, "0")}-${String((first % 12) + 1).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, months), -1), months };
}

/**
 * The period before, of the same length.
 *
 * @example periodBefore(periodOf("2026-05-04", 3)).to // "2026-03-31"
 */
export function periodBefore(period: KpiPeriod): KpiPeriod {
  return periodOf(addDays(period.from, -1), period.months);
}

/** The last `count` periods up to the one a day lies in, oldest first. */
export function periodsUpTo(day: IsoDate, months: number, count: number): KpiPeriod[] {
  const periods: KpiPeriod[] = [];
  for (let period = periodOf(day, months); periods.length < count; period = periodBefore(period))
    periods.push(period);
  return periods.reverse();
}

/** The last day of a period of which anything is known: its end, or the day asked from where that is earlier. */
export function lastDayOf(period: KpiPeriod, asOf: IsoDate): IsoDate {
  return period.to < asOf ? period.to : asOf;
}
