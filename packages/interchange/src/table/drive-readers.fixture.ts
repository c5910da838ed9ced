/**
 * For tests and measurements only: puts a file through the readers without a process of its own (workbooks are read
 * by the code the child runs) and says how it ended. Anything but rows or a coded refusal is thrown.
 */
import { AppError } from "@throughline/domain";
import type { GridRow, SheetAbout } from "@throughline/domain";
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { isZip, openTableBytes } from "./open-table.ts";
import { proposeColumns } from "./propose-columns.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { RowSink } from "./row-sink.ts";
import { TableFault } from "./table-fault.ts";

/** How it ended: with so many rows, or with a code. */
export type ReadingEnd = { readonly rows: number } | { readonly code: string };

const headRows = 300;

/** Looks at each row as it comes and keeps the head of each sheet. */
class WatchingSink implements RowSink {
  total = 0;
  readonly heads: { sheet: SheetAbout; head: GridRow[] }[] = [];
  readonly #limits: DisclosureLimits;
  #last = 0;
  #count = 0;

  constructor(limits: DisclosureLimits) {
    this.#limits = limits;
  }

  sheet(name: string, hidden: boolean): void {
    this.heads.push({
      sheet: { index: this.heads.length, name, hidden, rows: 0, columns: 0 },
      head: [],
    });
    this.#last = 0;
    this.#count = 0;
  }

  row(row: GridRow): void {
    if (!Number.isInteger(row.row) || row.row <= this.#last)
      throw new Error(`Row ${row.row} follows row ${this.#last}.`);
    if (row.cells.length === 0 || row.cells.length > this.#limits.maxColumns)
      throw new Error(`Row ${row.row} has ${row.cells.length} cells.`);
    for (const cell of row.cells)
      if (typeof cell !== "string" || !cell.isWellFormed() || cell.includes("\0"))
        throw new Error(`Row ${row.row} holds what cannot be stored.`);
    this.#last = row.row;
    this.#count += 1;
    this.total += 1;
    const head = this.heads.at(-1)?.head;
    if (head !== undefined && head.length < headRows) head.push(row);
  }

  endSheet(rows: number, columns: number): void {
    if (rows !== this.#count) throw new Error(`${rows} rows were announced, ${this.#count} came.`);
    const last = this.heads.at(-1);
    if (last !== undefined) last.sheet = { ...last.sheet, rows, columns };
  }

  note(): void {}
}

async function readInProcess(bytes: Buffer, limits: DisclosureLimits): Promise<WatchingSink> {
  const sink = new WatchingSink(limits);
  if (isZip(bytes)) {
    await readWorkbook({ bytes }, limits, sink);
    return sink;
  }
  await readWhole(bytes, limits, sink);
  return sink;
}

async function readWhole(bytes: Buffer, limits: DisclosureLimits, sink: RowSink): Promise<void> {
  const source = await openTableBytes(bytes, { limits });
  try {
    for (const sheet of source.sheets) {
      sink.sheet(sheet.name, sheet.hidden);
      for await (const batch of source.rows(sheet.index)) for (const row of batch) sink.row(row);
      sink.endSheet(sheet.rows, sheet.columns);
    }
  } finally {
    await source.close();
  }
}

/** Drives one file through. `throughChild`: workbooks go through the real process. */
export async function driveReaders(
  bytes: Buffer,
  limits: DisclosureLimits,
  throughChild = false,
): Promise<ReadingEnd> {
  try {
    let sink: WatchingSink;
    if (throughChild) {
      sink = new WatchingSink(limits);
      await readWhole(bytes, limits, sink);
    } else sink = await readInProcess(bytes, limits);
    for (const { sheet, head } of sink.heads) proposeColumns(sheet, head, null);
    return { rows: sink.total };
  } catch (error) {
    if (error instanceof AppError || error instanceof TableFault) return { code: error.code };
    throw error;
  }
}
