/** Writes a release for people: as a workbook, or as one CSV. No cell of it runs as a formula. */
import { PassThrough } from "node:stream";
import { WorkbookWriter } from "@cj-tech-master/excelts";
import { neutraliseFormula, type ReleaseSnapshot } from "@throughline/domain";
import { flattenRelease, layRelease, type ReleaseCell, type ReleaseTable } from "./lay-release.ts";

/**
 * @param digest SHA-256 of the snapshot's canonical JSON, in hexadecimal; stands in the workbook
 * @example const bytes = await writeRelease(snapshot, digest, "xlsx");
 */
export async function writeRelease(
  snapshot: ReleaseSnapshot,
  digest: string,
  format: "xlsx" | "csv",
): Promise<Uint8Array> {
  return format === "csv"
    ? writeCsv(flattenRelease(snapshot))
    : writeXlsx(layRelease(snapshot, digest));
}

function quote(cell: ReleaseCell): string {
  const text = typeof cell === "number" ? String(cell) : neutraliseFormula(cell ?? "");
  return /[",;\r\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeCsv({ titles, rows }: ReleaseTable): Uint8Array {
  const lines = [titles, ...rows].map((row) => row.map(quote).join(","));
  // The mark tells Excel that this is UTF-8.
  return new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);
}

const longestCell = 32_000;

/** Signs that XML cannot hold are left out: a cell with one could not be opened. */
function forWorkbook(cell: ReleaseCell): string | number | null {
  if (typeof cell !== "string") return cell;
  const plain = cell.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, " ").toWellFormed();
  return neutraliseFormula(plain).slice(0, longestCell);
}

async function writeXlsx(tables: readonly ReleaseTable[]): Promise<Uint8Array> {
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
