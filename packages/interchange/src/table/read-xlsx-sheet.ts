/** Reads the rows of one worksheet of an XLSX as they come by. */
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { MergeFiller } from "./fill-merged-cells.ts";
import { findMergedCells, readColumnLetters } from "./find-merged-cells.ts";
import type { ZipParts } from "./open-zip.ts";
import { sayCellNumber } from "./read-number-format.ts";
import type { SharedStrings } from "./read-string-table.ts";
import { unescapeCell } from "./read-string-table.ts";
import type { XlsxBook, XlsxSheet } from "./read-xlsx-parts.ts";
import type { RowSink } from "./row-sink.ts";
import { lastSheetColumn, lastSheetRow, mergedSentence } from "./row-sink.ts";
import { scanXml } from "./scan-xml.ts";
import { damaged } from "./table-fault.ts";
import { SheetTally } from "./tidy-cells.ts";

const plain = { kind: "plain" } as const;

/** Reads cells into text, one at a time. */
class CellReader {
  text = "";
  hasFormula = false;
  #type = "";
  #style = 0;
  readonly #book: XlsxBook;
  readonly #strings: SharedStrings;

  constructor(book: XlsxBook, strings: SharedStrings) {
    this.#book = book;
    this.#strings = strings;
  }

  begin(attributes: Readonly<Record<string, string>>): void {
    this.text = "";
    this.hasFormula = false;
    this.#type = attributes["t"] ?? "n";
    this.#style = Number(attributes["s"] ?? "0");
  }

  /** The cell as a person sees it. */
  say(): string {
    if (this.text === "") return "";
    switch (this.#type) {
      case "s":
        return this.#strings.get(Number(this.text));
      case "b":
        return this.text.trim() === "1" ? "TRUE" : "FALSE";
      case "d":
        return this.text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, "");
      case "n":
        return sayCellNumber(
          this.text,
          this.#book.looks[this.#style] ?? plain,
          this.#book.from1904,
        );
      default:
        return unescapeCell(this.text);
    }
  }
}

/**
 * Reads a worksheet into the sink. Results of formulas as saved, error values as they stand ("#N/A"), dates as ISO
 * 8601, numbers with the leading zeros their format gives them.
 *
 * @throws TableFault `file_damaged`, `file_too_large`.
 */
export async function readXlsxSheet(
  zip: ZipParts,
  book: XlsxBook,
  sheet: XlsxSheet,
  strings: SharedStrings,
  limits: DisclosureLimits,
  sink: RowSink,
): Promise<void> {
  sink.sheet(sheet.name, sheet.hidden);
  const filler = new MergeFiller(await findMergedCells(zip.read(sheet.part)));
  const tally = new SheetTally(limits);
  const reader = new CellReader(book, strings);
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let isRowHidden = false;
  let hiddenRows = 0;
  let unsaved = 0;
  let taking = false;
  let phonetic = 0;
  let inData = false;
  let over = false;

  const beginRow = (attributes: Readonly<Record<string, string>>): void => {
    const stated = attributes["r"];
    const next = stated === undefined ? row + 1 : Number(stated);
    if (!Number.isInteger(next) || next <= row || next > lastSheetRow)
      throw damaged(
        `The workbook is damaged: the rows of the sheet '${sheet.name}' are out of order.`,
      );
    row = next;
    column = -1;
    cells = [];
    isRowHidden = /^(?:1|true)$/u.test(attributes["hidden"] ?? "");
  };
  const beginCell = (attributes: Readonly<Record<string, string>>): void => {
    const stated = /^([A-Z]{1,3})\d+$/u.exec(attributes["r"] ?? "")?.[1];
    const next = stated === undefined ? column + 1 : readColumnLetters(stated);
    if (next <= column || next >= lastSheetColumn)
      throw damaged(
        `The workbook is damaged: the cells of the sheet '${sheet.name}' are out of order.`,
      );
    column = next;
    reader.begin(attributes);
  };
  const endCell = (): void => {
    if (reader.hasFormula && reader.text === "") unsaved += 1;
    const text = reader.say();
    if (text === "") return;
    // One cell beyond what is read is enough to say that there are more.
    const at = Math.min(column, limits.maxColumns);
    while (cells.length < at) cells.push("");
    cells[at] = text;
  };
  const endRow = (): void => {
    const filled = filler.fill(row, cells);
    const kept = tally.keep(row, cells, filled ? [mergedSentence] : []);
    if (kept === null) return;
    if (isRowHidden) hiddenRows += 1;
    sink.row(kept);
  };

  await scanXml(zip.read(sheet.part), {
    open(name, attributes) {
      if (name === "sheetData") inData = true;
      if (!inData) return;
      if (name === "c") beginCell(attributes);
      else if (name === "v" || name === "t") taking = phonetic === 0;
      else if (name === "row") beginRow(attributes);
      else if (name === "f") reader.hasFormula = true;
      else if (name === "rPh") phonetic += 1;
    },
    close(name) {
      if (!inData) return;
      if (name === "v" || name === "t") taking = false;
      else if (name === "c") endCell();
      else if (name === "row") endRow();
      else if (name === "rPh") phonetic -= 1;
      else if (name === "sheetData") {
        inData = false;
        over = true;
      }
    },
    text(piece) {
      if (taking) reader.text += piece;
    },
    done: () => over,
  });
  if (!over) throw damaged(`The workbook is damaged: the sheet '${sheet.name}' holds no table.`);
  const where = `The sheet '${sheet.name}'`;
  if (unsaved > 0)
    sink.note(
      `${where} has ${unsaved === 1 ? "a formula whose result is" : `${unsaved.toLocaleString("en")} formulas whose results are`} not saved in the file; ${unsaved === 1 ? "its cell was" : "their cells were"} read as empty. Open the file, save it and send it again to have them.`,
    );
  if (hiddenRows > 0)
    sink.note(
      `${where} hides ${hiddenRows === 1 ? "a row" : `${hiddenRows.toLocaleString("en")} rows`}, by a filter or by hand; ${hiddenRows === 1 ? "it is" : "they are"} read like the others.`,
    );
  for (const note of tally.notes(where)) sink.note(note);
  sink.endSheet(tally.rows, tally.columns);
}
