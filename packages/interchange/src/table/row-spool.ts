/**
 * The rows of a workbook between the process that reads it and the one that asked: a file without a name, one line
 * of JSON a row, and marks by which reading can begin anywhere. The file is gone when the last process that holds it
 * ends, however it ends.
 */
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GridRow } from "@throughline/domain";
import { RowBatch } from "./batch-rows.ts";
import { readPieces } from "./read-file-range.ts";
import type { RowSink } from "./row-sink.ts";
import { TableFault } from "./table-fault.ts";

/** A sheet in the spool: where its lines lie. `marks`: row numbers and where their lines begin. */
export interface SpooledSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly (readonly [row: number, offset: number])[];
}

const rowsPerMark = 1_000;
const bufferBytes = 256 * 1024;

/** A file for this process and its children alone, without a name. */
export async function openNamelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `throughline-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600);
  await unlink(path);
  return handle;
}

/** Writes rows into a spool. Used by the process that reads the workbook. */
export class SpoolWriter implements RowSink {
  readonly sheets: SpooledSheet[] = [];
  readonly notes: string[] = [];
  readonly #descriptor: number;
  readonly #mostBytes: number;
  #written = 0;
  #buffer: string[] = [];
  #buffered = 0;
  #name = "";
  #hidden = false;
  #start = 0;
  #count = 0;
  #marks: [number, number][] = [];

  constructor(descriptor: number, mostBytes: number) {
    this.#descriptor = descriptor;
    this.#mostBytes = mostBytes;
  }

  sheet(name: string, hidden: boolean): void {
    this.#flush();
    this.#name = name.slice(0, 200).toWellFormed();
    this.#hidden = hidden;
    this.#start = this.#written;
    this.#count = 0;
    this.#marks = [];
  }

  row({ row, cells, changes }: GridRow): void {
    if (this.#count % rowsPerMark === 0) {
      this.#flush();
      this.#marks.push([row, this.#written]);
    }
    this.#count += 1;
    const line = `${JSON.stringify(changes === undefined ? [row, cells] : [row, cells, changes])}\n`;
    this.#buffer.push(line);
    this.#buffered += line.length;
    if (this.#buffered > bufferBytes) this.#flush();
  }

  endSheet(rows: number, columns: number): void {
    this.#flush();
    this.sheets.push({
      name: this.#name,
      hidden: this.#hidden,
      rows,
      columns,
      start: this.#start,
      end: this.#written,
      marks: this.#marks,
    });
  }

  note(sentence: string): void {
    if (this.notes.length < 100) this.notes.push(sentence.toWellFormed());
  }

  #flush(): void {
    if (this.#buffer.length === 0) return;
    const bytes = Buffer.from(this.#buffer.join(""));
    this.#buffer = [];
    this.#buffered = 0;
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
    this.#written += bytes.length;
    if (this.#written > this.#mostBytes)
      throw new TableFault(
        "file_unpacks_too_large",
        `The rows of the file take more than ${Math.round(this.#mostBytes / 1e6)} MB.`,
      );
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** A line as it was written; the writer read a stranger's file, so its lines are looked at. */
function parseLine(line: string): GridRow {
  const read: unknown = JSON.parse(line);
  if (isList(read)) {
    const [row, cells, changes] = read;
    if (typeof row === "number" && Number.isInteger(row) && row > 0 && isTexts(cells))
      return isTexts(changes) ? { row, cells, changes } : { row, cells };
  }
  throw new TableFault("file_not_readable", "The rows of the file could not be read back.");
}

/** Rows of a spooled sheet from a row number on, in batches. */
export async function* readSpool(
  handle: FileHandle,
  sheet: SpooledSheet,
  fromRow: number,
): AsyncGenerator<GridRow[]> {
  const start = sheet.marks.findLast(([row]) => row <= fromRow)?.[1] ?? sheet.start;
  const batch = new RowBatch();
  const decoder = new TextDecoder();
  let carry = "";
  for await (const piece of readPieces(handle, start, sheet.end)) {
    const lines = (carry + decoder.decode(piece, { stream: true })).split("\n");
    carry = lines.pop() ?? "";
    for (const line of lines) {
      const row = parseLine(line);
      const full = row.row < fromRow ? null : batch.add(row);
      if (full !== null) yield full;
    }
  }
  const rest = batch.take();
  if (rest.length > 0) yield rest;
}
