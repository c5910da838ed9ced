/** The calendar day of an instant where a meeting takes place. */
import type { IsoDate } from "@throughline/domain";

const formats = new Map<string, Intl.DateTimeFormat>();

/** @example dayInZone(new Date("2026-03-03T23:30:00Z"), "Europe/Oslo") // "2026-03-04" */
export function dayInZone(instant: Date, timeZone: string): IsoDate {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // Swedish writes days as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
