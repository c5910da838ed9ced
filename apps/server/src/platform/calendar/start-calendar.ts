/** What every calendar that leaves here has in common, feed or invitation (RFC 5545). */
import ical, { type ICalCalendar, type ICalCalendarData } from "ical-generator";

/**
 * Begins a calendar that says which program wrote it. Only named options are passed on.
 *
 * @param product what of us wrote it, for instance "Duties"
 */
export function startCalendar(
  product: string,
  { method, name, ttl }: Pick<ICalCalendarData, "method" | "name" | "ttl">,
): ICalCalendar {
  return ical({
    prodId: { company: "Throughline", product, language: "EN" },
    ...(method === undefined ? {} : { method }),
    ...(name === undefined ? {} : { name }),
    ...(ttl === undefined ? {} : { ttl }),
  });
}
