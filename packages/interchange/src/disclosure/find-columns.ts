/** Finds the header row of a table and which column holds what; from the contents where the headings say nothing. */
import { recogniseCountry } from "../country/recognise-country.ts";
import { readCountryFromAddress } from "../country/read-country-from-address.ts";
import { recogniseHeading } from "./headings.ts";
import type { Field } from "./headings.ts";
import { hasLegalForm } from "./legal-forms.ts";
import type { GridRow } from "./parse-delimited.ts";

/** Where the table begins and what its columns hold. `header` is the position of the header in the grid, -1 for none. */
export interface Columns {
  readonly header: number;
  readonly at: ReadonlyMap<Field, number>;
  readonly titles: readonly string[];
  /** Found from the contents and not from headings. */
  readonly inferred: readonly Field[];
}

const deepestHeader = 30;

function readHeadings(cells: readonly string[]): Map<Field, number> {
  const best = new Map<Field, { column: number; rank: number }>();
  cells.forEach((cell, column) => {
    const hit = cell.trim() === "" ? null : recogniseHeading(cell.trim());
    if (hit === null) return;
    const known = best.get(hit.field);
    if (known === undefined || hit.rank < known.rank)
      best.set(hit.field, { column, rank: hit.rank });
  });
  return new Map([...best].map(([field, { column }]) => [field, column]));
}

function share(rows: readonly GridRow[], column: number, test: (cell: string) => boolean): number {
  const cells = rows.map((row) => (row.cells[column] ?? "").trim()).filter((cell) => cell !== "");
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

const looksLikeAddress = (cell: string): boolean =>
  cell.length > 12 &&
  (/\d/u.test(cell) || cell.includes(",")) &&
  /\p{L}/u.test(cell) &&
  (cell.split(/[\s,]+/u).length >= 3 || /\p{Script=Han}{4}/u.test(cell));

function inferColumns(
  rows: readonly GridRow[],
  taken: ReadonlyMap<Field, number>,
): Map<Field, number> {
  const sample = rows.slice(0, 200);
  const width = Math.max(0, ...sample.map((row) => row.cells.length));
  const used = new Set(taken.values());
  const found = new Map<Field, number>();
  const pick = (field: Field, score: (column: number) => number, least: number): void => {
    const known =
      taken.has(field) || (field === "address" && (taken.has("street") || taken.has("city")));
    if (known) return;
    let best = -1;
    let bestScore = least;
    for (let column = 0; column < width; column += 1) {
      if (used.has(column)) continue;
      const value = score(column);
      if (value > bestScore) [best, bestScore] = [column, value];
    }
    if (best < 0) return;
    found.set(field, best);
    used.add(best);
  };
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

function scoreOf(at: ReadonlyMap<Field, number>): number {
  const place = at.has("address") || at.has("street") || at.has("city") ? 2 : 0;
  return (at.has("name") ? 3 : 0) + place + (at.has("country") ? 2 : 0) + at.size / 10;
}

/**
 * Finds the columns of a table, or `null` when no column can be a name. Title rows above the header are allowed.
 */
export function findColumns(grid: readonly GridRow[]): Columns | null {
  let header = -1;
  let at: Map<Field, number> = new Map();
  let best = 0;
  const widest = Math.max(0, ...grid.slice(0, 200).map((row) => row.cells.length));
  grid.slice(0, deepestHeader).forEach((row, index) => {
    const filled = row.cells.filter((cell) => cell.trim() !== "").length;
    const read = readHeadings(row.cells);
    // A title such as "Supplier list" is one cell; a header of one column is only believed in a table of one.
    if ((filled < 2 && widest > 1) || read.size < Math.min(2, filled) || read.size / filled < 0.3)
      return;
    const score = scoreOf(read);
    if (score > best) [header, at, best] = [index, read, score];
  });
  if (header >= 0 && at.has("name")) {
    const missing = inferColumns(grid.slice(header + 1), at);
    return {
      header,
      at: new Map([...at, ...missing]),
      titles: grid[header]?.cells ?? [],
      inferred: [...missing.keys()],
    };
  }
  const rows = grid.slice(header + 1);
  const width = Math.max(0, ...grid.slice(0, 50).map((row) => row.cells.length));
  if (width < 2) return null;
  const inferred = inferColumns(header >= 0 ? rows : grid.slice(1), at);
  const all = new Map([...at, ...inferred]);
  const isTable = all.has("name") && (all.has("address") || all.has("country"));
  if (!isTable) return null;
  if (header < 0) {
    // Is the first full row a heading nobody knows, or already a place?
    const first = grid.findIndex(
      (row) => row.cells.filter((cell) => cell.trim() !== "").length >= 2,
    );
    const cells = grid[first]?.cells ?? [];
    const address = cells[all.get("address") ?? -1] ?? "";
    const country = cells[all.get("country") ?? -1] ?? "";
    const isPlace =
      looksLikeAddress(address) || (country !== "" && recogniseCountry(country) !== null);
    header = isPlace ? -1 : first;
  }
  return {
    header,
    at: all,
    titles: header >= 0 ? (grid[header]?.cells ?? []) : [],
    inferred: [...inferred.keys()],
  };
}
