/** Writes tables for people: as a workbook, or one of them as CSV. No cell of them runs as a formula. */
import { PassThrough } from "node:stream";
import { WorkbookWriter } from "@cj-tech-master/excelts";
import { neutraliseFormula } from "@throughline/domain";

export type TableCell = string | number | null;

/** One table: its name, its headings, its rows. */
export interface WrittenTable {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

function quote(cell: TableCell): string {
  const text = typeof cell === "number" ? String(cell) : neutraliseFormula(cell ?? "");
  return /[",;\r\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One table as CSV: UTF-8 with its mark, commas, CRLF.
 *
 * @example writeCsvTable({ name: "Rows", titles: ["Title"], rows: [["=1+1"]] }) // the cell reads '=1+1
 */
export function writeCsvTable({ titles, rows }: WrittenTable): Uint8Array {
  const lines = [titles, ...rows].map((row) => row.map(quote).join(","));
  // The mark tells Excel that this is UTF-8.
  return new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);
}

const longestCell = 32_000;

/** Signs that XML cannot hold are left out: a cell with one could not be opened. */
function forWorkbook(cell: TableCell): string | number | null {
  if (typeof cell !== "string") return cell;
  const plain = cell.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, " ").toWellFormed();
  return neutraliseFormula(plain).slice(0, longestCell);
}

/**
 * Tables as a workbook, one sheet each, headings frozen and bold.
 *
 * @example const bytes = await writeXlsxTables([{ name: "Rows", titles: ["Title"], rows: [["A"]] }]);
 */
export async function writeXlsxTables(tables: readonly WrittenTable[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const chunks: Uint8Array[] = [];
  stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const book = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const { name, titles, rows } of tables) {
    const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = titles.map((title) => ({
      width: Math.max(16, title.length + 4),
      style: { alignment: { vertical: "top" } },
    }));
    const head = sheet.addRow(titles.map(forWorkbook));
    head.font = { bold: true };
    head.commit();
    for (const row of rows) sheet.addRow(row.map(forWorkbook)).commit();
    sheet.commit();
  }
  await book.commit();
  return new Uint8Array(Buffer.concat(chunks));
}
