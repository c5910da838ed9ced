/**
 * A time zone as calendar programs are told it (VTIMEZONE, RFC 5545, 3.6.5), for the years around a meeting. It is made from
 * the rules of the runtime, by which local times here are worked out: file and clock cannot disagree. Where the changes
 * follow a yearly rule it is written as one, which Outlook wants; where not (Morocco, Israel, Gaza), each is written by
 * itself.
 */
import { toLocal } from "@throughline/domain";

const minute = 60_000;
const week = 7 * 86_400_000;

/** A change of the clocks. Offsets in minutes east of UTC. */
interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function offsetAt(at: number, zone: string): number {
  const whole = Math.floor(at / minute) * minute;
  return (Date.parse(`${toLocal(new Date(whole), zone)}Z`) - whole) / minute;
}

/** All changes between two instants. Two within a week would be missed; Morocco's come closest, a month apart. */
function findChanges(zone: string, from: number, until: number): readonly Change[] {
  const changes: Change[] = [];
  let before = offsetAt(from, zone);
  for (let at = from + week; at <= until; at += week) {
    const after = offsetAt(at, zone);
    if (after === before) continue;
    let low = at - week;
    let high = at;
    while (high - low > minute) {
      const middle = Math.floor((low + high) / 2 / minute) * minute;
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, from: before, to: after });
    before = after;
  }
  return changes;
}

function sayOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** The clock before a change, at the moment of it: how DTSTART of a change is told. */
function wallBefore({ at, from }: Change): Date {
  return new Date(at + from * minute);
}

function sayLocal(wall: Date): string {
  return wall.toISOString().slice(0, 19).replaceAll(/[-:]/gu, "");
}

function observance({
  from,
  to,
  start,
  rule,
}: {
  readonly from: number;
  readonly to: number;
  readonly start: string;
  readonly rule?: string;
}): readonly string[] {
  const kind = to > from ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${sayOffset(from)}`,
    `TZOFFSETTO:${sayOffset(to)}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `END:${kind}`,
  ];
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Which of its weekdays in the month a day is: 1 to 5, and whether it is the last. */
function placeInMonth(wall: Date): { readonly nth: number; readonly last: boolean } {
  const date = wall.getUTCDate();
  const days = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  return { nth: Math.ceil(date / 7), last: date + 7 > days };
}

/** The yearly rule that a change of each year follows, or nothing. */
function findRule(changes: readonly Change[]): string | undefined {
  const walls = changes.map(wallBefore);
  const [first] = walls;
  if (first === undefined) return undefined;
  const alike = (read: (wall: Date) => number | string): boolean =>
    new Set(walls.map(read)).size === 1;
  const sameDay =
    alike((wall) => wall.getUTCMonth()) &&
    alike((wall) => wall.getUTCDay()) &&
    alike((wall) => wall.toISOString().slice(11, 16)) &&
    new Set(changes.map(({ from, to }) => `${from} ${to}`)).size === 1;
  if (!sameDay) return undefined;
  const places = walls.map(placeInMonth);
  const nth = places[0]?.nth ?? 0;
  const which = places.every(({ last }) => last)
    ? -1
    : places.every((place) => place.nth === nth)
      ? nth
      : undefined;
  return which === undefined
    ? undefined
    : `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${which}${weekdays[first.getUTCDay()]}`;
}

/** Years looked at: those in which a last Sunday is a fourth, too, tell the two rules apart. */
const yearsBefore = 1;
const yearsAfter = 8;

/**
 * The zone's definition, good from the year before `around` to three years after it.
 *
 * @param zone IANA name, such as `Europe/Oslo`
 * @throws RangeError when there is no such zone
 * @example writeTimeZone("Europe/Oslo", new Date("2027-01-12T10:00:00Z")) // "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo…"
 */
export function writeTimeZone(zone: string, around: Date): string {
  const year = around.getUTCFullYear();
  const from = Date.UTC(year - yearsBefore, 0, 1);
  const changes = findChanges(zone, from, Date.UTC(year + yearsAfter + 1, 0, 1));
  const years = yearsBefore + yearsAfter + 1;
  const [first, second] = changes;
  const rules = [0, 1].map((half) => findRule(changes.filter((_, index) => index % 2 === half)));
  const yearly = changes.length === years * 2 && rules.every((rule) => rule !== undefined);
  const lines: (readonly string[])[] = [];
  if (first === undefined || second === undefined || !yearly) {
    // What holds at the beginning, then each change of the next years by itself.
    const beginning = offsetAt(from, zone);
    const start = sayLocal(new Date(from + beginning * minute));
    const near = changes.filter(({ at }) => at < Date.UTC(year + 4, 0, 1));
    lines.push(
      observance({ from: beginning, to: beginning, start }),
      ...near.map((change) => observance({ ...change, start: sayLocal(wallBefore(change)) })),
    );
  } else
    for (const [index, change] of [first, second].entries()) {
      const rule = rules[index];
      lines.push(
        observance({
          ...change,
          start: sayLocal(wallBefore(change)),
          ...(rule === undefined ? {} : { rule }),
        }),
      );
    }
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...lines.flat(), "END:VTIMEZONE"].join("\r\n");
}
