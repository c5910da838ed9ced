/**
 * Local times and instants, by IANA time zone. A meeting is agreed on as "ten o'clock in Oslo"; what is kept is the instant
 * and the zone. The rules of zones are those of the runtime (`Intl`); Node has no `Temporal` yet.
 */
import type { IsoDate } from "./values.ts";

/** Local date and time without a zone, `2026-12-03T10:00`. */
export type LocalDateTime = string;

const zoneName = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (!zoneName.test(zone)) throw new RangeError(`${zone} is no time zone.`);
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, format);
  return format;
}

/** @example isTimeZone("Europe/Oslo") // true; isTimeZone("Oslo") // false; isTimeZone("+01:00") // false */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows, as milliseconds as if it were UTC. */
function wallClock(at: number, zone: string): number {
  const found = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => found.get(name) ?? 0;
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

const offsetAt = (at: number, zone: string): number =>
  wallClock(at, zone) - Math.floor(at / 1000) * 1000;

/**
 * The instant of a local time. Where clocks go forward and the hour does not exist, it is the instant as much after the
 * change; where they go back and the hour comes twice, the first of the two: as `Temporal` and RFC 5545 (3.3.5) have it.
 *
 * @throws RangeError when zone or time are none
 * @example toInstant("2026-12-03T10:00", "Europe/Oslo").toISOString() // "2026-12-03T09:00:00.000Z"
 */
export function toInstant(local: LocalDateTime, zone: string): Date {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) throw new RangeError(`${local} is no local date and time.`);
  const day = 86_400_000;
  const before = wanted - offsetAt(wanted - day, zone);
  const after = wanted - offsetAt(wanted + day, zone);
  const right = [before, after].filter((at) => wallClock(at, zone) === wanted);
  return new Date(right.length === 0 ? before : Math.min(...right));
}

/** @example toLocal(new Date("2026-12-03T09:00:00Z"), "Europe/Oslo") // "2026-12-03T10:00" */
export function toLocal(instant: Date, zone: string): LocalDateTime {
  return new Date(wallClock(instant.getTime(), zone)).toISOString().slice(0, 16);
}

/** The calendar day of an instant where it happens. @example toLocalDay(new Date("2026-12-03T23:30:00Z"), "Europe/Oslo") // "2026-12-04" */
export function toLocalDay(instant: Date, zone: string): IsoDate {
  return toLocal(instant, zone).slice(0, 10);
}
