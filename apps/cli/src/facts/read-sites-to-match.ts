import { readFile } from "node:fs/promises";
import { AppError, type GridRow } from "@throughline/domain";
import { openTable, proposeColumns, recogniseCountry } from "@throughline/interchange";
import type { SiteToMatch } from "@throughline/matching";

/** A site of a list: `id` tells it from all others of the list, `label` is what the list calls it. */
export interface ListedSite {
  readonly label: string;
  readonly site: SiteToMatch;
}

type Field =
  | "id"
  | "name"
  | "local"
  | "alias"
  | "address"
  | "city"
  | "region"
  | "postal"
  | "country"
  | "latitude"
  | "longitude"
  | "precision"
  | "phone"
  | "parent"
  | "os_id"
  | "lei"
  | "gln"
  | "duns"
  | "registration";

/** Headings of lists, folded: lower case, letters and digits only. What is not here may still be known to the reader of lists. */
const headings: Readonly<Record<Field, string>> = {
  id: "id rowid recordid siteid uid key ref reference",
  name: "name sitename facilityname factoryname companyname suppliername facility factory site company supplier nameenglish englishname organisation organization",
  local: "localname nameinlocallanguage namelocal chinesename namechinese nativename",
  alias: "alias aliases aka othernames formername alsoknownas tradingname",
  address:
    "address addr fulladdress siteaddress facilityaddress factoryaddress street streetaddress address1 addressline1",
  city: "city town locality municipality",
  region: "region state province county",
  postal: "postalcode postcode zip zipcode postal",
  country: "country countrycode countryname iso2 nation",
  latitude: "lat latitude y",
  longitude: "lng lon long longitude x",
  precision: "precision accuracy coordinateprecision metres",
  phone: "phone telephone tel phonenumber",
  parent: "parent parentcompany parentname group owner",
  os_id: "osid oarid opensupplyhubid",
  lei: "lei",
  gln: "gln",
  duns: "duns dunsnumber",
  registration: "registration registrationnumber companynumber vat uscc",
};

const byHeading: ReadonlyMap<string, Field> = new Map(
  Object.entries(headings).flatMap(
    ([field, words]) => words.split(" ").map((word) => [word, field as Field] as const), // keys of the table above
  ),
);

function fold(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
}

/**
 * Reads a list of sites to be matched: CSV, XLSX, ODS, or JSON lines, with a name and what else it has. A row without an id is
 * called by its number: the first record is 1.
 *
 * @throws AppError `file_missing`, `columns_not_recognised`, `file_empty`, and what `openTable` throws
 */
export async function readSitesToMatch(path: string): Promise<readonly ListedSite[]> {
  const rows = /\.(?:jsonl|ndjson|json)$/iu.test(path)
    ? await readJsonRows(path)
    : await readTableRows(path);
  if (rows.length === 0) throw new AppError("file_empty", `${path}: there is no row in it.`);
  const seen = new Map<string, number>();
  return rows.map((row, index) => {
    const label = row.get("id") ?? String(index + 1);
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    // Two rows with one id stay two rows.
    return { label, site: toSite(row, before === 0 ? label : `${label}\u0000${before}`) };
  });
}

type Row = ReadonlyMap<Field, string>;

function toSite(row: Row, id: string): SiteToMatch {
  const text = (field: Field): string | null => row.get(field) ?? null;
  const number = (field: Field): number | null => {
    const value = Number((row.get(field) ?? "").replace(",", "."));
    return row.has(field) && Number.isFinite(value) ? value : null;
  };
  const address = [text("address"), text("region")].filter((part) => part !== null).join(", ");
  const country = text("country");
  return {
    id,
    name: text("name") ?? text("local") ?? "",
    aliases: [
      ...(row.has("name") && row.has("local") ? [row.get("local") ?? ""] : []),
      ...(text("alias")
        ?.split(/[;|]/u)
        .map((alias) => alias.trim()) ?? []),
    ],
    address: address === "" ? null : address,
    locality: text("city"),
    postalCode: text("postal"),
    country: country === null ? null : recogniseCountry(country),
    latitude: number("latitude"),
    longitude: number("longitude"),
    coordinateMetres: number("precision"),
    phone: text("phone"),
    parent: text("parent"),
    identifiers: {
      os_id: text("os_id"),
      lei: text("lei"),
      gln: text("gln"),
      duns: text("duns"),
      registration: text("registration"),
    },
  };
}

async function readJsonRows(path: string): Promise<Row[]> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch {
    throw new AppError("file_missing", `There is no file '${path}' that can be read.`);
  }
  const plain = content.replace(/^\uFEFF/u, "").trim();
  const values: unknown[] = [];
  if (plain.startsWith("[")) {
    const list = parseJson(path, plain, 1);
    if (Array.isArray(list)) values.push(...(list as readonly unknown[])); // elements are checked below
  } else
    for (const [index, line] of plain.split("\n").entries())
      if (line.trim() !== "") values.push(parseJson(path, line, index + 1));
  const rows = values.map((value) => {
    const row = new Map<Field, string>();
    if (typeof value !== "object" || value === null) return row;
    for (const [key, cell] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      // any object of JSON
      const field = byHeading.get(fold(key));
      const said = Array.isArray(cell) ? cell.join("; ") : cell;
      if (field === undefined || row.has(field)) continue;
      if (typeof said === "string" || typeof said === "number") {
        const trimmed = String(said).trim();
        if (trimmed !== "") row.set(field, trimmed);
      }
    }
    return row;
  });
  if (!rows.some((row) => row.has("name") || row.has("local")))
    throw new AppError("columns_not_recognised", `${path}: no record has a "name".`);
  return rows;
}

function parseJson(path: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("file_not_readable", `${path}: line ${line} is not JSON.`);
  }
}

async function readTableRows(path: string): Promise<Row[]> {
  const source = await openTable(path);
  try {
    const sheet = source.sheets.find(({ rows, hidden }) => rows > 0 && !hidden) ?? source.sheets[0];
    if (sheet === undefined) return [];
    const grid: GridRow[] = [];
    for await (const batch of source.rows(sheet.index)) for (const row of batch) grid.push(row);
    const own = findHeadings(grid.slice(0, 20));
    const columns = own ?? proposed(sheet, grid);
    if (columns === null)
      throw new AppError(
        "columns_not_recognised",
        `${path}: no heading such as "name" was found. The first row reads: ${(grid[0]?.cells ?? []).join(", ").slice(0, 200)}.`,
      );
    return grid.slice(columns.below).map(({ cells }) => {
      const row = new Map<Field, string>();
      for (const [field, index] of columns.at) {
        const cell = (cells[index] ?? "").trim();
        if (cell !== "") row.set(field, cell);
      }
      return row;
    });
  } finally {
    await source.close();
  }
}

interface Columns {
  readonly at: ReadonlyMap<Field, number>;
  /** Rows down to and with the headings. */
  readonly below: number;
}

function findHeadings(head: readonly GridRow[]): Columns | null {
  for (const [index, { cells }] of head.entries()) {
    const at = new Map<Field, number>();
    cells.forEach((cell, column) => {
      const field = byHeading.get(fold(cell));
      if (field !== undefined && !at.has(field)) at.set(field, column);
    });
    if ((at.has("name") || at.has("local")) && at.size >= 2) return { at, below: index + 1 };
  }
  return null;
}

/** Headings in other languages, or none: as the reader of disclosures finds them. */
function proposed(
  sheet: Parameters<typeof proposeColumns>[0],
  grid: readonly GridRow[],
): Columns | null {
  const { mapping } = proposeColumns(sheet, grid.slice(0, 300), null);
  const fields: Readonly<Record<string, Field>> = {
    name: "name",
    address: "address",
    street: "address",
    city: "city",
    region: "region",
    postcode: "postal",
    country: "country",
    latitude: "latitude",
    longitude: "longitude",
    osId: "os_id",
  };
  const at = new Map<Field, number>();
  for (const { index, field } of mapping.columns) {
    const known = fields[field];
    if (known !== undefined && !at.has(known)) at.set(known, index);
  }
  if (!at.has("name")) return null;
  const below =
    mapping.headerRow === null ? 0 : grid.findIndex(({ row }) => row === mapping.headerRow) + 1;
  return { at, below };
}
