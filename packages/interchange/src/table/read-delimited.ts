/** Reads delimited text: from a file in pieces, or from text that is there already. */
import type { FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import type { GridRow } from "@throughline/domain";
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { RowBatch } from "./batch-rows.ts";
import { NotUtf8, decodeStream } from "./decode-stream.ts";
import { decodeSample, detectEncoding } from "./detect-encoding.ts";
import type { DetectedEncoding } from "./detect-encoding.ts";
import type { Delimiter } from "./detect-delimiter.ts";
import { detectDelimiter, separatorLine } from "./detect-delimiter.ts";
import { readPieces, readRange } from "./read-file-range.ts";
import { refuseOtherText } from "./refuse-other-formats.ts";
import type { SplitRecord } from "./split-records.ts";
import { RecordSplitter } from "./split-records.ts";
import { TableFault } from "./table-fault.ts";
import type { TableSource } from "./table-source.ts";
import { SheetTally } from "./tidy-cells.ts";

const sampleBytes = 256 * 1024;
const mostRowsNamed = 5;
const unclosedSentence =
  "A quotation mark was opened and never closed; it was read as an ordinary sign.";

function listSome(rows: readonly number[]): string {
  const some = rows.slice(0, mostRowsNamed).join(", ");
  return rows.length > mostRowsNamed ? `${some} and ${rows.length - mostRowsNamed} more` : some;
}

/** The note on quotation marks that were never closed, or none. */
function sayUnclosed(rows: readonly number[]): string[] {
  if (rows.length === 0) return [];
  return rows.length === 1
    ? [
        `A quotation mark in row ${rows[0]} was opened and never closed; it was read as an ordinary sign.`,
      ]
    : [
        `Quotation marks in rows ${listSome(rows)} were opened and never closed; they were read as ordinary signs.`,
      ];
}

function toRow(tally: SheetTally, record: SplitRecord): GridRow | null {
  return tally.keep(record.row, record.cells, record.unclosed ? [unclosedSentence] : []);
}

/**
 * Rows of delimited text that is there already. Blank rows are left out, row numbers keep counting them.
 *
 * @throws TableFault `file_too_large` with more rows than the limits allow.
 * @example parseDelimited("name;country\nFoo;UK\n", ";", defaultLimits).rows.length; // 2
 */
export function parseDelimited(
  text: string,
  delimiter: Delimiter,
  limits: DisclosureLimits,
): { rows: GridRow[]; notes: string[] } {
  const stated = separatorLine.exec(text);
  const splitter = new RecordSplitter(delimiter, stated === null ? 0 : 1);
  const tally = new SheetTally(limits);
  const rows: GridRow[] = [];
  const unclosed: number[] = [];
  const body = stated === null ? text : text.slice(stated[0].length);
  for (const record of [...splitter.push(body), ...splitter.finish()]) {
    if (record.unclosed) unclosed.push(record.row);
    const row = toRow(tally, record);
    if (row !== null) rows.push(row);
  }
  return { rows, notes: [...sayUnclosed(unclosed), ...tally.notes("The list")] };
}

interface Layout extends DetectedEncoding {
  readonly delimiter: Delimiter;
  /** Excel's `sep=;` stands in the first line. */
  readonly stated: boolean;
}

async function* readRecords(
  handle: FileHandle,
  size: number,
  layout: Layout,
  strict: boolean,
): AsyncGenerator<SplitRecord[]> {
  const splitter = new RecordSplitter(layout.delimiter, layout.stated ? 1 : 0);
  let first = layout.stated;
  for await (const text of decodeStream(readPieces(handle, 0, size), layout.encoding, strict)) {
    if (text === "") continue;
    yield splitter.push(first ? text.replace(separatorLine, "") : text);
    first = false;
  }
  yield splitter.finish();
}

function layOut(sample: string, found: DetectedEncoding): Layout {
  refuseOtherText(sample);
  if (sample.trim() === "")
    throw new TableFault("file_empty", "The file holds nothing but blanks.");
  return {
    ...found,
    delimiter: detectDelimiter(sample) ?? ",",
    stated: separatorLine.test(sample),
  };
}

/** Guesses anew where text that began as UTF-8 goes on as something else: from what stands around that place. */
async function guessLater(handle: FileHandle, at: number, head: Buffer): Promise<DetectedEncoding> {
  const there = await readRange(handle, at, sampleBytes);
  const before = new TextDecoder().decode(head);
  // Signs beyond ASCII that were good UTF-8: the text is UTF-8 with damaged places.
  if (/\P{ASCII}/u.test(before.slice(0, -1))) return { encoding: "utf-8", guessed: true };
  return detectEncoding(there, false);
}

async function survey(
  handle: FileHandle,
  size: number,
  layout: Layout,
  limits: DisclosureLimits,
): Promise<{ tally: SheetTally; notes: string[] }> {
  const strict = layout.encoding === "utf-8" && !layout.guessed;
  const tally = new SheetTally(limits);
  const unclosed: number[] = [];
  for await (const records of readRecords(handle, size, layout, strict)) {
    for (const record of records) {
      const row = toRow(tally, record);
      if (row !== null && record.unclosed) unclosed.push(record.row);
    }
  }
  return { tally, notes: [...sayUnclosed(unclosed), ...tally.notes("The list")] };
}

/**
 * Opens delimited text in a file. Its first 256 kB tell encoding and delimiter; then the whole is read once, so that
 * its rows are counted and every fault of the file is known before a row is handed on.
 *
 * @throws TableFault as `openTable` says.
 */
export async function openDelimited(
  handle: FileHandle,
  size: number,
  fileName: string,
  limits: DisclosureLimits,
): Promise<TableSource> {
  const head = await readRange(handle, 0, sampleBytes);
  let found = detectEncoding(head, head.length >= size);
  let layout = layOut(decodeSample(head, found.encoding), found);
  let read: Awaited<ReturnType<typeof survey>>;
  try {
    read = await survey(handle, size, layout, limits);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    found = await guessLater(handle, error.at, head);
    layout = layOut(decodeSample(head, found.encoding), found);
    read = await survey(handle, size, layout, limits);
  }
  if (read.tally.rows === 0) throw new TableFault("file_empty", "The list has no filled row.");
  const notes = [...read.notes];
  if (found.guessed && found.encoding === "utf-8")
    notes.unshift(
      "Some places are damaged and could not be read as UTF-8; please check accented letters.",
    );
  else if (found.guessed)
    notes.unshift(
      `The encoding is not stated and was taken to be ${found.encoding}; please check accented letters.`,
    );
  const name = basename(fileName).replace(/\.[^.]{1,5}$/u, "") || "List";
  return {
    format: "csv",
    encoding: found.encoding,
    encodingGuessed: found.guessed,
    delimiter: layout.delimiter,
    notes,
    sheets: [{ index: 0, name, hidden: false, rows: read.tally.rows, columns: read.tally.columns }],
    async *rows(sheet, fromRow = 1) {
      if (sheet !== 0) return;
      const tally = new SheetTally(limits);
      const batch = new RowBatch();
      for await (const records of readRecords(handle, size, layout, false)) {
        for (const record of records) {
          const row = record.row < fromRow ? null : toRow(tally, record);
          const full = row === null ? null : batch.add(row);
          if (full !== null) yield full;
        }
      }
      const rest = batch.take();
      if (rest.length > 0) yield rest;
    },
    close: () => handle.close(),
  };
}
