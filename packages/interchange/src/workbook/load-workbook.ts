/** Finds the sheets of a record's workbook again, however they were moved, renamed or saved. */
import type { GridRow } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";
import { restoreFormulaText } from "@throughline/domain";
import type { TableSource } from "../table/table-source.ts";
import { titleOf, workbookColumns } from "./workbook-layout.ts";
import type { WorkbookSheet } from "./workbook-layout.ts";
import { workbookTexts } from "./workbook-languages.ts";

/** One sheet for filling in, as it came back. */
export interface FilledSheet {
  readonly kind: WorkbookSheet;
  /** What the sheet is called now. */
  readonly name: string;
  /** Column of each code. */
  readonly at: ReadonlyMap<string, number>;
  /** Columns of products in the grid: their key where it is known, else the heading. */
  readonly products: readonly {
    readonly index: number;
    readonly key: string;
    readonly title: string;
  }[];
  readonly rows: readonly GridRow[];
}

const kinds = Object.keys(workbookColumns) as WorkbookSheet[]; // Object.keys forgets the key's type
const codePattern = /^(sites|products|made|links|answers)\.([A-Za-z]+)(?::(.*))?$/su;
const headRows = 12;

interface Head {
  readonly kind: WorkbookSheet;
  readonly at: Map<string, number>;
  readonly productAt: Map<number, string>;
  /** Last row that is no row of the list. */
  readonly row: number;
  readonly titles: readonly string[];
}

/** Titles of a sheet's columns in every language → code. */
function titlesOf(kind: WorkbookSheet): Map<string, string> {
  const titles = new Map<string, string>();
  for (const texts of Object.values(workbookTexts))
    for (const { code } of workbookColumns[kind])
      titles.set(nameKey(titleOf(texts, kind, code)), code);
  return titles;
}

const knownTitles: ReadonlyMap<WorkbookSheet, ReadonlyMap<string, string>> = new Map(
  kinds.map((kind) => [kind, titlesOf(kind)]),
);

function readTitles(cells: readonly string[], kind: WorkbookSheet): Map<string, number> {
  const known = knownTitles.get(kind);
  const at = new Map<string, number>();
  cells.forEach((cell, index) => {
    const code = known?.get(nameKey(cell));
    if (code !== undefined && !at.has(code)) at.set(code, index);
  });
  return at;
}

function byCodes(rows: readonly GridRow[]): Head | null {
  for (const [place, row] of rows.slice(0, headRows).entries()) {
    const at = new Map<string, number>();
    const productAt = new Map<number, string>();
    let kind: WorkbookSheet | null = null;
    row.cells.forEach((cell, index) => {
      const hit = codePattern.exec(cell.trim());
      if (hit === null) return;
      kind ??= kinds.find((one) => one === hit[1]) ?? null;
      if (hit[2] === "product" && hit[3] !== undefined) productAt.set(index, hit[3]);
      else if (!at.has(hit[2] ?? "")) at.set(hit[2] ?? "", index);
    });
    if (kind === null || at.size < 2) continue;
    const below = rows[place + 1];
    const isHeading = below !== undefined && readTitles(below.cells, kind).size >= 2;
    return {
      kind,
      at,
      productAt,
      row: isHeading ? below.row : row.row,
      titles: isHeading ? below.cells : [],
    };
  }
  return null;
}

/** For a workbook whose hidden row was lost: by the headings, in any language. */
function byTitles(rows: readonly GridRow[]): Head | null {
  let best: Head | null = null;
  for (const row of rows.slice(0, headRows)) {
    for (const kind of kinds) {
      const at = readTitles(row.cells, kind);
      const needed = Math.ceil(workbookColumns[kind].length * 0.6);
      if (at.size >= needed && at.size > (best?.at.size ?? 0))
        best = { kind, at, productAt: new Map(), row: row.row, titles: row.cells };
    }
  }
  return best;
}

function toSheet(name: string, head: Head, rows: readonly GridRow[]): FilledSheet {
  const taken = new Set(head.at.values());
  const width = Math.max(head.titles.length, ...[...head.productAt.keys()].map((at) => at + 1));
  const products =
    head.kind === "made"
      ? Array.from({ length: width }, (_, index) => ({
          index,
          key: head.productAt.get(index) ?? "",
          title: restoreFormulaText(head.titles[index] ?? "").trim(),
        })).filter(({ index, key, title }) => !taken.has(index) && (key !== "" || title !== ""))
      : [];
  return {
    kind: head.kind,
    name,
    at: head.at,
    products,
    rows: rows.filter(({ row }) => row > head.row),
  };
}

/** The sheets for filling in of an opened workbook; empty when it is none of ours. */
export async function loadWorkbook(source: TableSource): Promise<FilledSheet[]> {
  const sheets: FilledSheet[] = [];
  for (const { index, name, rows: filled } of source.sheets) {
    if (filled === 0) continue;
    const rows: GridRow[] = [];
    for await (const batch of source.rows(index)) rows.push(...batch);
    const head = byCodes(rows) ?? byTitles(rows);
    if (head !== null) sheets.push(toSheet(name, head, rows));
  }
  return sheets;
}

/**
 * True when an opened list is a record's workbook, so that it is read by {@link readRecordWorkbook} and not as any list.
 * Looks at the first rows of each sheet.
 */
export async function isRecordWorkbook(source: TableSource): Promise<boolean> {
  for (const { index, rows } of source.sheets) {
    if (rows === 0) continue;
    for await (const batch of source.rows(index)) {
      if (byCodes(batch)?.kind === "sites" || byTitles(batch)?.kind === "sites") return true;
      break;
    }
  }
  return false;
}
