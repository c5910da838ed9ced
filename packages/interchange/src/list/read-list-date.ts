/** Reads the dates of a list's columns for a period: as people and spreadsheets write them. */

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  mrt: 3,
  apr: 4,
  avr: 4,
  abr: 4,
  may: 5,
  mai: 5,
  mei: 5,
  maj: 5,
  jun: 6,
  jui: 6,
  jul: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  dic: 12,
  déc: 12,
  fév: 2,
  fev: 2,
  ene: 1,
  aoû: 8,
};

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return year >= 1900 && year <= 2200 && same ? date.toISOString().slice(0, 10) : null;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * A date as a list writes it, or `null` where it cannot be read or can be read two ways ("03/04/2025"). A month or
 * year alone is its first day, or its last one for the end of a period. Numbers between 20,000 and 80,000 are days
 * of a spreadsheet (1 = 1 January 1900, with the leap day 1900 never had).
 *
 * @example readListDate("03.2025", "end") // → "2025-03-31"
 */
export function readListDate(text: string, edge: "begin" | "end"): string | null {
  const cell = text.trim().toLowerCase();
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[t ].*)?$/u.exec(cell);
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(cell);
  if (dotted) return toIso(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u.exec(cell);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first === second || second > 12) return toIso(year, first, second);
    return first > 12 ? toIso(year, second, first) : null;
  }
  const edgeOf = (year: number, month: number): string | null =>
    toIso(year, month, edge === "begin" ? 1 : lastDay(year, month));
  const named =
    /^(?:(\d{1,2})\.?[\s-]+)?(\p{L}{3,12})\.?[\s,-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/u.exec(
      cell,
    );
  if (named) {
    const month = months[(named[2] ?? "").slice(0, 3)];
    const day = named[1] ?? named[3];
    if (month === undefined) return null;
    return day === undefined
      ? edgeOf(Number(named[4]), month)
      : toIso(Number(named[4]), month, Number(day));
  }
  const yearMonth = /^(\d{4})[-/.](\d{1,2})$/u.exec(cell);
  if (yearMonth) return edgeOf(Number(yearMonth[1]), Number(yearMonth[2]));
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/u.exec(cell);
  if (monthYear) return edgeOf(Number(monthYear[2]), Number(monthYear[1]));
  if (/^(?:19|20|21)\d\d$/u.test(cell))
    return toIso(Number(cell), edge === "begin" ? 1 : 12, edge === "begin" ? 1 : 31);
  if (/^[2-7]\d{4}(?:\.\d+)?$/u.test(cell)) {
    const days = Math.floor(Number(cell));
    return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  }
  return null;
}
