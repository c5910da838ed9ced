import { addDays, type IsoDate } from "@throughline/domain";

/** Which days count where a clause says working days. */
export interface WorkCalendar {
  /** Country whose public holidays are known; `null` where only the weekend is left out. */
  readonly country: string | null;
  isWorkday(date: IsoDate): boolean;
}

/** Saturday and Sunday off and no holiday known: for a buyer whose country is not. */
export const weekdaysOnly: WorkCalendar = {
  country: null,
  isWorkday: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
};

/**
 * The so-many-th working day after a day; the day itself does not count.
 *
 * @example addWorkdays("2026-04-30", 1, weekdaysOnly) // "2026-05-01", which the calendar of Sweden would leave out
 */
export function addWorkdays(date: IsoDate, count: number, calendar: WorkCalendar): IsoDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}
