/** Tells what columns hold from their contents, where the headings say nothing. */
import type { GridRow, ListField } from "@throughline/domain";
import { readCountryFromAddress } from "../country/read-country-from-address.ts";
import { recogniseCountry } from "../country/recognise-country.ts";
import { hasLegalForm } from "../disclosure/legal-forms.ts";
import { isRejectTitle } from "../list/reject-titles.ts";
import { standExchanged } from "../list/stand-exchanged.ts";

const sampleRows = 200;

/** Filled cells of a column, trimmed. */
export function filledCells(rows: readonly GridRow[], column: number): string[] {
  return rows
    .slice(0, sampleRows)
    .map((row) => (row.cells[column] ?? "").trim())
    .filter((cell) => cell !== "");
}

function share(rows: readonly GridRow[], column: number, test: (cell: string) => boolean): number {
  const cells = filledCells(rows, column);
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** True when a cell reads like an address: long, of several parts, with a number or a comma. */
export function looksLikeAddress(cell: string): boolean {
  return (
    cell.length > 12 &&
    (/\d/u.test(cell) || cell.includes(",")) &&
    /\p{L}/u.test(cell) &&
    (cell.split(/[\s,]+/u).length >= 3 || /\p{Script=Han}{4}/u.test(cell))
  );
}

/** Fields found from the contents of columns that no heading claims: OS ID, country, address, name. */
export function inferColumns(
  rows: readonly GridRow[],
  taken: ReadonlyMap<ListField, number>,
  titles: readonly string[] = [],
): Map<ListField, number> {
  const sample = rows.slice(0, sampleRows);
  const width = Math.max(0, ...sample.map((row) => row.cells.length));
  const used = new Set(taken.values());
  const found = new Map<ListField, number>();
  const pick = (field: ListField, score: (column: number) => number, least: number): void => {
    const known =
      taken.has(field) || (field === "address" && (taken.has("street") || taken.has("city")));
    if (known) return;
    let best = -1;
    let bestScore = least;
    for (let column = 0; column < width; column += 1) {
      if (used.has(column) || isRejectTitle(titles[column])) continue;
      const value = score(column);
      if (value > bestScore) [best, bestScore] = [column, value];
    }
    if (best < 0) return;
    found.set(field, best);
    used.add(best);
  };
  pick(
    "osId",
    (column) => share(sample, column, (cell) => /^[A-Z]{2}\d{7}[0-9A-HJKMNP-TV-Z]{6}$/u.test(cell)),
    0.8,
  );
  pick(
    "country",
    (column) =>
      share(sample, column, (cell) => cell.length <= 40 && recogniseCountry(cell) !== null),
    0.8,
  );
  pick(
    "address",
    (column) =>
      share(
        sample,
        column,
        (cell) =>
          looksLikeAddress(cell) && (!hasLegalForm(cell) || readCountryFromAddress(cell) !== null),
      ),
    0.5,
  );
  pick(
    "name",
    (column) =>
      share(sample, column, hasLegalForm) +
      share(
        sample,
        column,
        (cell) => /\p{L}{2}/u.test(cell) && !/^\d/u.test(cell) && cell.length <= 120,
      ) /
        10,
    0.25,
  );
  return found;
}

/** True when most rows have what reads like an address under the name and a company under the address. */
export function areExchanged(rows: readonly GridRow[], name: number, address: number): boolean {
  const sample = rows.slice(0, sampleRows);
  let exchanged = 0;
  let inPlace = 0;
  for (const row of sample) {
    const first = (row.cells[name] ?? "").trim();
    const second = (row.cells[address] ?? "").trim();
    if (standExchanged(first, second)) exchanged += 1;
    else if (standExchanged(second, first) || hasLegalForm(first)) inPlace += 1;
  }
  return exchanged >= 1 && exchanged >= sample.length * 0.2 && exchanged > inPlace * 3;
}

/** True when the latitudes cannot be latitudes and the longitudes can. */
export function areCoordinatesExchanged(
  rows: readonly GridRow[],
  latitude: number,
  longitude: number,
): boolean {
  const numbers = (column: number): number[] =>
    filledCells(rows, column)
      .map((cell) => Math.abs(Number(cell.replace(",", "."))))
      .filter((value) => Number.isFinite(value));
  const beyond = numbers(latitude).filter((value) => value > 90 && value <= 180).length;
  return (
    beyond > 0 &&
    beyond * 2 >= numbers(latitude).length &&
    numbers(longitude).every((value) => value <= 90)
  );
}
