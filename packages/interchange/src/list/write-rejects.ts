/** Writes the rejected rows of a list so that they can be mended and sent again. */
import { PassThrough } from "node:stream";
import { WorkbookWriter } from "@cj-tech-master/excelts";
import type { ColumnMapping, Finding, ListField } from "@throughline/domain";
import { neutraliseFormula } from "@throughline/domain";
import { isRejectTitle, rejectTitles } from "./reject-titles.ts";

/** A rejected row: its cells as they stood in the source, and what was found. */
export interface RejectedRow {
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
}

/** What the rejects are written from. */
export interface RejectsAbout {
  /** The list's own headings, as they stood; empty for a list without. */
  readonly titles: readonly string[];
  /** Columns as they were assigned: an assigned column without a heading gets one that is recognised. */
  readonly columns: ColumnMapping["columns"];
  readonly format: "xlsx" | "csv";
}

/** Headings that reading recognises, for lists that have none. */
const plainTitles: Readonly<Record<ListField, string>> = {
  name: "Name",
  address: "Address",
  street: "Street",
  city: "City",
  region: "Region",
  postcode: "Postcode",
  country: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
  osId: "OS ID",
  product: "Product",
  partNumber: "Part number",
  component: "Component",
  tier: "Tier",
  kind: "Facility type",
  validFrom: "Valid from",
  validTo: "Valid to",
  workers: "Number of workers",
};

const widest = 60;

interface Layout {
  readonly titles: readonly string[];
  /** Columns of the source that are written: ours of an earlier round are left out. */
  readonly kept: readonly number[];
}

function layOut({ titles, columns }: RejectsAbout): Layout {
  const fieldAt = new Map(columns.map(({ index, field }) => [index, field]));
  const width = Math.max(titles.length, ...columns.map(({ index }) => index + 1));
  const kept = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !isRejectTitle(titles[index]),
  );
  const own = kept.map((index) => {
    const title = titles[index] ?? "";
    const field = fieldAt.get(index);
    return title.trim() === "" && field !== undefined ? plainTitles[field] : title;
  });
  return { titles: [...own, ...rejectTitles], kept };
}

function toCells(row: RejectedRow, { kept, titles }: Layout): string[] {
  const errors = row.findings.filter((finding) => finding.severity === "error");
  const say = (part: (finding: Finding) => string): string =>
    [...new Set(errors.map(part))].join(" ");
  const cells = kept.map((index) => row.cells[index] ?? "");
  while (cells.length < titles.length - rejectTitles.length) cells.push("");
  return [...cells, say(({ message }) => message), say(({ whatToDo }) => whatToDo)];
}

function quote(cell: string): string {
  const safe = neutraliseFormula(cell);
  return /[",;\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Rows = Iterable<RejectedRow> | AsyncIterable<RejectedRow>;

async function writeCsv(rows: Rows, layout: Layout): Promise<Uint8Array> {
  const lines = [layout.titles.map(quote).join(",")];
  for await (const row of rows) lines.push(toCells(row, layout).map(quote).join(","));
  // The mark tells Excel that this is UTF-8.
  return new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);
}

/** Signs that XML cannot hold; a cell with one could not be opened. */
function forWorkbook(cell: string): string {
  return neutraliseFormula(cell.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, " ").toWellFormed());
}

async function writeXlsx(rows: Rows, layout: Layout): Promise<Uint8Array> {
  const stream = new PassThrough();
  const chunks: Uint8Array[] = [];
  stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const book = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet("Rejected rows", {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  const own = layout.titles.length - rejectTitles.length;
  sheet.columns = layout.titles.map((title, index) => ({
    width: index < own ? Math.min(widest, Math.max(14, title.length + 4)) : widest,
    // Text, so that "0123" and "3-6" stay what they are when the row is mended.
    style: { numFmt: "@", alignment: { vertical: "top", wrapText: index >= own } },
  }));
  const head = sheet.addRow(layout.titles.map(forWorkbook));
  head.font = { bold: true };
  head.commit();
  for await (const row of rows) sheet.addRow(toCells(row, layout).map(forWorkbook)).commit();
  sheet.commit();
  await book.commit();
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * The rejected rows as they stood: the list's own columns in their order, then what is wrong and what to do, which
 * reading passes over. Cells that a spreadsheet would run get an apostrophe, which reading takes off again. Mended and
 * sent again, the file reads under the same columns.
 *
 * @example await writeRejects([{ cells: ["", "1 Road"], findings }], { titles: ["Name", "Address"], columns, format: "csv" })
 */
export async function writeRejects(rows: Rows, about: RejectsAbout): Promise<Uint8Array> {
  const layout = layOut(about);
  return about.format === "csv" ? writeCsv(rows, layout) : writeXlsx(rows, layout);
}
