/** Reads the sheets of an ODS (OpenDocument 1.2 and 1.3, part 3) as they come by. */
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { MergeFiller } from "./fill-merged-cells.ts";
import type { MergedCell } from "./find-merged-cells.ts";
import type { ZipParts } from "./open-zip.ts";
import { sayNumber } from "./read-number-format.ts";
import type { RowSink } from "./row-sink.ts";
import { lastSheetRow, mergedSentence } from "./row-sink.ts";
import { attribute, scanXml } from "./scan-xml.ts";
import { damaged } from "./table-fault.ts";
import { SheetTally } from "./tidy-cells.ts";

type Attributes = Readonly<Record<string, string>>;

/** What stands in a sheet or a cell and is none of its cells or text: comments, drawings, deleted rows kept for undoing. */
const beside = new Set([
  "annotation",
  "tracked-changes",
  "shapes",
  "forms",
  "frame",
  "custom-shape",
  "scenario",
  "dde-links",
  "named-expressions",
  "ruby-text",
]);
const mostSheets = 1_000;
const longestBlank = 1_000;

function readCount(attributes: Attributes, name: string): number {
  const stated = attribute(attributes, name);
  if (stated === undefined) return 1;
  const count = Number(stated);
  if (!Number.isInteger(count) || count < 1)
    throw damaged(
      "The spreadsheet is damaged: it repeats something a number of times that is none.",
    );
  return count;
}

/** A cell as a person sees it; numbers and dates by their value, which is exacter than what is shown. */
function sayCell(attributes: Attributes, shown: string): string {
  const type = attribute(attributes, "office:value-type");
  if (attributes["calcext:value-type"] === "error") return shown;
  switch (type) {
    case "date":
      return (attribute(attributes, "office:date-value") ?? shown)
        .replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, "")
        .replace("T", " ");
    case "boolean":
      return attribute(attributes, "office:boolean-value") === "true" ? "TRUE" : "FALSE";
    case "float":
    case "currency":
    case "percentage": {
      const value = attribute(attributes, "office:value");
      if (value === undefined) return shown;
      const said = sayNumber(value);
      // "01234" is shown of 1234 where the format asks for leading zeros.
      return /^0\d+$/u.test(shown) && String(Number(shown)) === said ? shown : said;
    }
    case "string":
      return shown === "" ? (attribute(attributes, "office:string-value") ?? "") : shown;
    default:
      return shown;
  }
}

/** Reads one table: its rows, repeats and merges. */
class OdsTable {
  readonly #sink: RowSink;
  readonly #tally: SheetTally;
  readonly #limits: DisclosureLimits;
  readonly #where: string;
  #row = 0;
  #repeated = 1;
  #isRowHidden = false;
  #hiddenRows = 0;
  #cells: string[] = [];
  #width = 0;
  // Merges are told by their first cell, so they open while reading.
  #merges: MergedCell[] = [];
  #filler: MergeFiller | null = null;
  #cell: Attributes | null = null;
  #text = "";
  #paragraphs = 0;
  #inParagraph = 0;

  constructor(sink: RowSink, limits: DisclosureLimits, name: string) {
    this.#sink = sink;
    this.#limits = limits;
    this.#tally = new SheetTally(limits);
    this.#where = `The sheet '${name}'`;
  }

  beginRow(attributes: Attributes): void {
    this.#repeated = readCount(attributes, "table:number-rows-repeated");
    this.#isRowHidden = /^(?:collapse|filter)$/u.test(
      attribute(attributes, "table:visibility") ?? "",
    );
    this.#cells = [];
    this.#width = 0;
    this.#row += 1;
  }

  beginCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#text = "";
    this.#paragraphs = 0;
    this.#inParagraph = 0;
  }

  beginParagraph(): void {
    if (this.#cell === null) return;
    if (this.#paragraphs > 0) this.#text += "\n";
    this.#paragraphs += 1;
    this.#inParagraph += 1;
  }

  endParagraph(): void {
    if (this.#cell !== null) this.#inParagraph -= 1;
  }

  take(text: string): void {
    if (this.#cell !== null && this.#inParagraph > 0) this.#text += text;
  }

  endCell(): void {
    const attributes = this.#cell;
    if (attributes === null) return;
    const said = sayCell(attributes, this.#text);
    const repeated = readCount(attributes, "table:number-columns-repeated");
    const rows = readCount(attributes, "table:number-rows-spanned");
    if (said !== "") {
      // One cell beyond what is read is enough to say that there are more.
      const most = this.#limits.maxColumns + 1;
      while (this.#cells.length < Math.min(this.#width, most)) this.#cells.push("");
      for (let at = this.#cells.length; at < Math.min(this.#width + repeated, most); at += 1)
        this.#cells.push(said);
      if (rows > 1 && this.#width < most)
        this.#merges.push({
          column: this.#width,
          fromRow: this.#row,
          toRow: Math.min(this.#row + rows - 1, lastSheetRow),
        });
    }
    this.#width += repeated;
    this.#cell = null;
  }

  endRow(): void {
    const blank = !this.#cells.some((cell) => cell.trim() !== "");
    if (this.#merges.length > 0 && !blank) {
      this.#filler ??= new MergeFiller([]);
      for (const merge of this.#merges) this.#filler.add(merge);
      this.#merges = [];
    }
    // A blank row may be repeated a million times; it ends the sheet.
    for (let at = 0; at < (blank ? 1 : this.#repeated); at += 1) {
      if (at > 0) this.#row += 1;
      if (this.#row > lastSheetRow)
        throw damaged("The spreadsheet is damaged: it has more rows than a sheet can have.");
      const filled = this.#filler?.fill(this.#row, this.#cells) ?? false;
      const kept = this.#tally.keep(this.#row, this.#cells, filled ? [mergedSentence] : []);
      if (kept === null) continue;
      if (this.#isRowHidden) this.#hiddenRows += 1;
      this.#sink.row(kept);
    }
    if (blank) this.#row += this.#repeated - 1;
  }

  end(): void {
    if (this.#hiddenRows > 0)
      this.#sink.note(
        `${this.#where} hides ${this.#hiddenRows === 1 ? "a row" : `${this.#hiddenRows.toLocaleString("en")} rows`}, by a filter or by hand; ${this.#hiddenRows === 1 ? "it is" : "they are"} read like the others.`,
      );
    for (const note of this.#tally.notes(this.#where)) this.#sink.note(note);
    this.#sink.endSheet(this.#tally.rows, this.#tally.columns);
  }
}

/**
 * Reads an ODS into the sink.
 *
 * @throws TableFault `file_damaged`, `file_too_large`.
 */
export async function readOds(
  zip: ZipParts,
  limits: DisclosureLimits,
  sink: RowSink,
): Promise<void> {
  const hiddenStyles = new Set<string>();
  let style = "";
  let table: OdsTable | null = null;
  let inner = 0;
  let besideDepth = 0;
  let sheets = 0;
  let found = false;
  await scanXml(zip.read("content.xml"), {
    open(name, attributes) {
      if (besideDepth > 0 || (table !== null && beside.has(name))) {
        besideDepth += 1;
        return;
      }
      if (table === null) {
        if (name === "spreadsheet") found = true;
        else if (name === "style") style = attribute(attributes, "style:name") ?? "";
        else if (name === "table-properties" && attribute(attributes, "table:display") === "false")
          hiddenStyles.add(style);
        else if (name === "table" && found) {
          sheets += 1;
          if (sheets > mostSheets)
            throw damaged("The spreadsheet has more sheets than a list can have.");
          const title = attribute(attributes, "table:name") ?? `Sheet ${sheets}`;
          sink.sheet(title, hiddenStyles.has(attribute(attributes, "table:style-name") ?? ""));
          table = new OdsTable(sink, limits, title);
        }
        return;
      }
      // A table inside a cell is part of that cell.
      if (name === "table") inner += 1;
      if (inner > 0) return;
      if (name === "table-row") table.beginRow(attributes);
      else if (name === "table-cell" || name === "covered-table-cell") table.beginCell(attributes);
      else if (name === "p" || name === "h") table.beginParagraph();
      else if (name === "s")
        table.take(
          " ".repeat(Math.min(Number(attribute(attributes, "text:c") ?? "1") || 1, longestBlank)),
        );
      else if (name === "tab") table.take("\t");
      else if (name === "line-break") table.take("\n");
    },
    close(name) {
      if (besideDepth > 0) {
        besideDepth -= 1;
        return;
      }
      if (table === null) return;
      if (name === "table") {
        if (inner > 0) inner -= 1;
        else {
          table.end();
          table = null;
        }
        return;
      }
      if (inner > 0) return;
      if (name === "p" || name === "h") table.endParagraph();
      else if (name === "table-row") table.endRow();
      else if (name === "table-cell" || name === "covered-table-cell") table.endCell();
    },
    text(text) {
      if (table !== null && besideDepth === 0 && inner === 0)
        table.take(text.replace(/[ \t\r\n]+/gu, " "));
    },
  });
  if (!found) throw damaged("The spreadsheet is damaged: it holds no table.");
}
