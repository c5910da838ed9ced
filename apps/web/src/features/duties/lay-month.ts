/** The days of a month, and where in the week the first one stands. Weeks begin on Monday (ISO 8601). */

/** `column` is 1 for Monday to 7 for Sunday on the first day of the month, `null` on the others, which follow it. */
export interface MonthDay {
  readonly on: string;
  readonly column: number | null;
}

/**
 * All days of a month, `YYYY-MM`.
 *
 * @example layMonth("2026-02")[0] // { on: "2026-02-01", column: 7 }
 */
export function layMonth(month: string): MonthDay[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Array.from({ length: last }, (_, at) => ({
    on: `${month}-${String(at + 1).padStart(2, "0")}`,
    column: at === 0 ? ((first.getUTCDay() + 6) % 7) + 1 : null,
  }));
}

/** The month so many months on. */
export function moveMonth(month: string, steps: number): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + steps, 1))
    .toISOString()
    .slice(0, 7);
}

/** The day so many days on. */
export function dayAhead(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
