/**
 * When a meeting is: in the time zone it was planned in, and beside it in the reader's where that says another hour.
 * Time zones are IANA names.
 */
const locale = "en-GB";

function parts(instant: string, timeZone: string): ReadonlyMap<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/**
 * An instant as a date and time of a zone, as date-time fields take it.
 *
 * @example localTime("2026-12-03T09:00:00Z", "Europe/Oslo") // "2026-12-03T10:00"
 */
export function localTime(instant: string, timeZone: string): string {
  const of = parts(instant, timeZone);
  const [year = "", month = "", day = "", hour = "", minute = ""] = [
    "year",
    "month",
    "day",
    "hour",
    "minute",
  ].map((name) => of.get(name));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The time zone of whoever reads. */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "Europe/Oslo" as "Oslo time"; "UTC" stays. */
export function sayZone(timeZone: string): string {
  const place = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  return timeZone.includes("/") ? `${place} time` : place;
}

function say(startsAt: string, endsAt: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const start = localTime(startsAt, timeZone);
  const end = localTime(endsAt, timeZone);
  const until =
    start.slice(0, 10) === end.slice(0, 10)
      ? end.slice(11)
      : `${day.format(new Date(endsAt))}, ${end.slice(11)}`;
  return `${day.format(new Date(startsAt))}, ${start.slice(11)}–${until}`;
}

export interface MeetingWhen {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

/**
 * Both ways to say it; `here` is `null` where the reader's clock shows the same.
 *
 * @example sayMeetingTime(meeting, "Europe/London").there // "Thu, 3 Dec 2026, 10:00–11:00 (Oslo time)"
 */
export function sayMeetingTime(
  { startsAt, endsAt, timeZone }: MeetingWhen,
  reader: string = readersZone(),
): { readonly there: string; readonly here: string | null } {
  const same = localTime(startsAt, timeZone) === localTime(startsAt, reader);
  return {
    there: `${say(startsAt, endsAt, timeZone)} (${sayZone(timeZone)})`,
    here: same ? null : `${say(startsAt, endsAt, reader)} (${sayZone(reader)})`,
  };
}
