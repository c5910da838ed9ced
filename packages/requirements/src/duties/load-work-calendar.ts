import { addDays, type IsoDate } from "@throughline/domain";
import { type WorkCalendar, weekdaysOnly } from "./work-calendar.ts";

// CLDR weekData: Friday and Saturday off. Everywhere else we know of it is Saturday and Sunday.
const fridayAndSaturday = new Set("BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE".split(" "));

const calendars = new Map<string, Promise<WorkCalendar>>();

interface Holiday {
  /** Local time of the country: `2026-05-01 00:00:00`. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
}

/** Days of which noon, local time, lies in a holiday: some begin at sunset, some last several days. */
function listDays({ date, start, end }: Holiday): IsoDate[] {
  const noon = 12 * 3_600_000;
  const from = Date.parse(`${date.slice(0, 10)}T${date.slice(11, 19)}Z`);
  const until = from + (end.getTime() - start.getTime());
  const days: IsoDate[] = [];
  for (let day: IsoDate = date.slice(0, 10); ; day = addDays(day, 1)) {
    const middle = Date.parse(`${day}T00:00:00Z`) + noon;
    if (middle >= until) return days;
    if (middle >= from) days.push(day);
  }
}

async function makeCalendar(country: string): Promise<WorkCalendar> {
  // Big (13 MB of data): loaded when the first clause counts in working days, not before.
  const { default: Holidays } = await import("date-holidays");
  const holidays = new Holidays(country, { types: ["public"] });
  if (holidays.getCountries()[country] === undefined) return weekdaysOnly;
  const weekend = fridayAndSaturday.has(country) ? [5, 6] : [0, 6];
  const years = new Map<number, ReadonlySet<IsoDate>>();
  const daysOff = (year: number): ReadonlySet<IsoDate> => {
    let known = years.get(year);
    if (known === undefined) {
      known = new Set(holidays.getHolidays(year).flatMap(listDays));
      years.set(year, known);
    }
    return known;
  };
  return {
    country,
    isWorkday(date) {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return !weekend.includes(weekday) && !daysOff(Number(date.slice(0, 4))).has(date);
    },
  };
}

/**
 * The calendar of a country: its weekend and its public holidays (`date-holidays` 3.37.0; nationwide ones, those of regions
 * are not known). For `null`, or a country without data, only Saturday and Sunday are left out and `country` is null.
 * Loaded once a country and kept.
 *
 * @example (await loadWorkCalendar("SE")).isWorkday("2026-06-19") // true: Midsummer Eve is no public holiday by law
 */
export function loadWorkCalendar(country: string | null): Promise<WorkCalendar> {
  if (country === null) return Promise.resolve(weekdaysOnly);
  let calendar = calendars.get(country);
  if (calendar === undefined) calendars.set(country, (calendar = makeCalendar(country)));
  return calendar;
}
