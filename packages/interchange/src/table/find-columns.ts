/** Finds the heading row of a table, of one or two rows, and which column holds what. */
import type { GridRow, HeadingLanguage, ListField } from "@throughline/domain";
import { recogniseCountry } from "../country/recognise-country.ts";
import {
  areCoordinatesExchanged,
  areExchanged,
  inferColumns,
  looksLikeAddress,
} from "./infer-columns.ts";
import { isOpenSupplyHubTemplate, recogniseHeading, settleLanguages } from "./recognise-heading.ts";
import type { RecognisedHeading } from "./recognise-heading.ts";

/** Where the table begins and what its columns hold. */
export interface FoundColumns {
  /** Position of the (lower) heading row in the grid, -1 for none. */
  readonly header: number;
  /** Position of the first row of headings: one less than `header` where groups stand above. */
  readonly top: number;
  readonly at: ReadonlyMap<ListField, number>;
  /** Headings as they stand, a group's heading before its column's. */
  readonly titles: readonly string[];
  /** Found from the contents and not from headings. */
  readonly inferred: readonly ListField[];
  /** Language of each heading that was recognised, by column. */
  readonly languages: ReadonlyMap<number, HeadingLanguage>;
  /** What was odd: columns exchanged, two for one field. In sentences; a person should look. */
  readonly doubts: readonly string[];
}

interface Headings {
  readonly at: Map<ListField, number>;
  readonly recognised: (RecognisedHeading | null)[];
  readonly titles: string[];
  readonly doubts: string[];
}

const deepestHeader = 30;
/** Groups of columns that speak of somebody else than the site. */
const otherParty =
  /\b(?:head ?office|headquarters?|hq|registered office|parent|owner|buyer|contact|invoice|billing|hauptsitz|siege|sede|hoofdkantoor|huvudkontor)\b|总部|联系/iu;

function clean(cell: string | undefined): string {
  return (cell ?? "").replace(/\s+/gu, " ").trim();
}

function settle(titles: string[], recognised: (RecognisedHeading | null)[]): Headings {
  const best = new Map<ListField, { column: number; rank: number }>();
  const doubts: string[] = [];
  recognised.forEach((hit, column) => {
    if (hit === null) return;
    const known = best.get(hit.field);
    if (known === undefined || hit.rank < known.rank)
      best.set(hit.field, { column, rank: hit.rank });
    else if (hit.rank === known.rank && ["name", "address", "country"].includes(hit.field))
      doubts.push(
        `Two columns are headed '${titles[column]}'; the first is proposed as the ${hit.field}. Please check.`,
      );
  });
  return {
    at: new Map([...best].map(([field, { column }]) => [field, column])),
    recognised,
    titles,
    doubts,
  };
}

function readOneRow(cells: readonly string[]): Headings {
  const titles = cells.map(clean);
  return settle(
    titles,
    titles.map((title) => (title === "" ? null : recogniseHeading(title))),
  );
}

/** Group headings reach to the right, as cells merged across do, until the next one. */
function spreadGroups(upper: readonly string[], width: number): string[] {
  let group = "";
  return Array.from({ length: width }, (_, column) => {
    const own = clean(upper[column]);
    if (own !== "") group = own;
    return group;
  });
}

/** Headings of two rows: groups above, columns below; `null` when the upper row is a title or a row of the list. */
function readTwoRows(upper: readonly string[], lower: readonly string[]): Headings | null {
  const width = Math.max(upper.length, lower.length);
  const above = upper.map(clean).filter((cell) => cell !== "");
  if (above.length === 0 || (above.length === 1 && clean(upper[0]) !== "")) return null;
  if (above.some((cell) => cell.length > 60)) return null;
  const groups = spreadGroups(upper, width);
  const titles: string[] = [];
  const recognised: (RecognisedHeading | null)[] = [];
  let below = 0;
  for (let column = 0; column < width; column += 1) {
    const own = clean(lower[column]);
    const group = groups[column] ?? "";
    if (own === "") {
      // A heading of one row beside groups of two stands in the upper row.
      const alone = clean(upper[column]);
      titles.push(alone);
      recognised.push(alone === "" ? null : recogniseHeading(alone));
      continue;
    }
    below += 1;
    const title = group === "" || group === own ? own : `${group} ${own}`;
    const hit = recogniseHeading(own) ?? recogniseHeading(title);
    titles.push(title);
    recognised.push(
      hit !== null && otherParty.test(group) ? { ...hit, rank: hit.rank + 500 } : hit,
    );
  }
  // Every cell of the lower row is a heading, else it is a row of the list.
  const known = lower.filter((cell, column) => clean(cell) !== "" && recognised[column] !== null);
  return below < 2 || known.length < below * 0.6 ? null : settle(titles, recognised);
}

function scoreOf({ at }: Headings): number {
  const place = at.has("address") || at.has("street") || at.has("city") ? 2 : 0;
  return (at.has("name") ? 3 : 0) + place + (at.has("country") ? 2 : 0) + at.size / 10;
}

interface Found extends Headings {
  readonly header: number;
  readonly top: number;
}

const nothing: Found = {
  header: -1,
  top: -1,
  at: new Map(),
  recognised: [],
  titles: [],
  doubts: [],
};

function findHeadings(grid: readonly GridRow[]): Found {
  let found = nothing;
  let best = 0;
  const widest = Math.max(0, ...grid.slice(0, 200).map((row) => row.cells.length));
  grid.slice(0, deepestHeader).forEach((row, index) => {
    const filled = row.cells.filter((cell) => cell.trim() !== "").length;
    const before = grid[index - 1];
    const two =
      before !== undefined && before.row === row.row - 1
        ? readTwoRows(before.cells, row.cells)
        : null;
    for (const read of [readOneRow(row.cells), two]) {
      if (read === null) continue;
      // A title such as "Supplier list" is one cell; a header of one column is only believed in a table of one.
      if (filled < 2 && widest > 1) continue;
      if (read.at.size < Math.min(2, filled) || read.at.size / filled < 0.3) continue;
      const groupsTell =
        read === two && read.recognised.some((hit) => hit !== null && hit.rank >= 500);
      const score = scoreOf(read) + (groupsTell ? 0.05 : 0);
      if (score > best) {
        best = score;
        found = { ...read, header: index, top: read === two ? index - 1 : index };
      }
    }
  });
  return found;
}

/** Puts right what stands exchanged, and says so. */
function mendExchanged(
  rows: readonly GridRow[],
  at: Map<ListField, number>,
  titles: readonly string[],
): { fields: ListField[]; doubts: string[] } {
  const fields: ListField[] = [];
  const doubts: string[] = [];
  const title = (column: number): string => titles[column] || `column ${column + 1}`;
  const exchange = (one: ListField, other: ListField, sentence: string): void => {
    const first = at.get(one);
    const second = at.get(other);
    if (first === undefined || second === undefined) return;
    at.set(one, second);
    at.set(other, first);
    fields.push(one, other);
    doubts.push(sentence);
  };
  const name = at.get("name");
  const address = at.get("address");
  if (name !== undefined && address !== undefined && areExchanged(rows, name, address))
    exchange(
      "name",
      "address",
      `Under '${title(name)}' stand addresses and under '${title(address)}' companies; they are proposed the other way round. Please check.`,
    );
  const latitude = at.get("latitude");
  const longitude = at.get("longitude");
  if (
    latitude !== undefined &&
    longitude !== undefined &&
    areCoordinatesExchanged(rows, latitude, longitude)
  )
    exchange(
      "latitude",
      "longitude",
      `Under '${title(latitude)}' stand numbers beyond 90, which no latitude reaches; it and '${title(longitude)}' are proposed the other way round. Please check.`,
    );
  return { fields, doubts };
}

function finish(
  found: Found,
  inferred: ReadonlyMap<ListField, number>,
  rows: readonly GridRow[],
): FoundColumns {
  const at = new Map([...found.at, ...inferred]);
  const mended = mendExchanged(rows, at, found.titles);
  const settled = settleLanguages(found.recognised);
  const template = isOpenSupplyHubTemplate(found.titles);
  const languages = new Map<number, HeadingLanguage>();
  settled.forEach((language, column) => {
    if (language !== null) languages.set(column, template ? "oshub" : language);
  });
  return {
    header: found.header,
    top: found.top,
    at,
    titles: found.titles,
    inferred: [...new Set([...inferred.keys(), ...mended.fields])],
    languages,
    doubts: [...found.doubts, ...mended.doubts],
  };
}

/**
 * Finds the columns of a table, or `null` when no column can be a name. Title rows above the headings are allowed,
 * and group headings above the columns' own.
 *
 * @example findColumns([{ row: 1, cells: ["Werk", "Anschrift", "Land"] }])?.at.get("country"); // 2
 */
export function findColumns(grid: readonly GridRow[]): FoundColumns | null {
  const found = findHeadings(grid);
  const body = grid.slice(found.header + 1);
  if (found.header >= 0 && found.at.has("name"))
    return finish(found, inferColumns(body, found.at, found.titles), body);
  const width = Math.max(0, ...grid.slice(0, 50).map((row) => row.cells.length));
  if (width < 2) return null;
  const inferred = inferColumns(found.header >= 0 ? body : grid.slice(1), found.at, found.titles);
  const all = new Map([...found.at, ...inferred]);
  if (!all.has("name") || !(all.has("address") || all.has("country"))) return null;
  if (found.header >= 0) return finish(found, inferred, body);
  // Is the first full row a heading nobody knows, or already a place?
  const first = grid.findIndex((row) => row.cells.filter((cell) => cell.trim() !== "").length >= 2);
  const cells = grid[first]?.cells ?? [];
  const address = cells[all.get("address") ?? -1] ?? "";
  const country = cells[all.get("country") ?? -1] ?? "";
  const isPlace =
    looksLikeAddress(address) || (country !== "" && recogniseCountry(country) !== null);
  const header = isPlace ? -1 : first;
  const titles = header < 0 ? [] : cells.map(clean);
  return finish(
    { ...nothing, header, top: header, titles, recognised: titles.map(() => null) },
    inferred,
    grid.slice(header + 1),
  );
}
