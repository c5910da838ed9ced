/**
 * Splits delimited text into records as it arrives. Written by hand because no parser at hand recovers from a
 * quotation mark that is opened and never closed without losing the rest of the file: here such a mark is read as an
 * ordinary sign and the record goes on from it.
 */

import { TableFault } from "./table-fault.ts";

/** One record. `row` is what a spreadsheet would show as the row number: records count, blank lines too. */
export interface SplitRecord {
  readonly row: number;
  readonly cells: string[];
  /** A quotation mark in it was never closed and was read as an ordinary sign. */
  readonly unclosed: boolean;
}

/** Two hundred of the longest cells; a longer record is no row, and would be looked through again and again. */
const longestRecord = 8_000_000;
/** Longer than the longest cell a spreadsheet can hold (32,767 characters), doubled marks included. */
const longestQuoted = 70_000;

interface Field {
  readonly text: string;
  /** Where the sign stands that ends the field. */
  readonly end: number;
}

/** Splits text that comes in pieces. {@link push} gives the records that are complete, {@link finish} the rest. */
export class RecordSplitter {
  readonly #delimiter: string;
  #text = "";
  #row: number;
  // Next places of these signs, so that each is searched for once.
  #lineFeed = -1;
  #carriageReturn = -1;
  #quote = -1;

  /** `skipped`: rows of the source that stand before the text, such as `sep=;`. */
  constructor(delimiter: string, skipped = 0) {
    this.#delimiter = delimiter;
    this.#row = skipped;
  }

  /** @throws TableFault `file_not_a_list` when a record goes on beyond what a row can be. */
  push(text: string): SplitRecord[] {
    this.#text = this.#text === "" ? text : this.#text + text;
    const records = this.#take(false);
    if (this.#text.length > longestRecord)
      throw new TableFault(
        "file_not_a_list",
        `Row ${this.#row + 1} goes on for more than eight million characters; this is no list.`,
      );
    return records;
  }

  finish(): SplitRecord[] {
    return this.#take(true);
  }

  #next(sign: string, known: number, at: number): number {
    if (known >= at) return known;
    const found = this.#text.indexOf(sign, at);
    return found < 0 ? Infinity : found;
  }

  #lineEnd(at: number): number {
    this.#lineFeed = this.#next("\n", this.#lineFeed, at);
    this.#carriageReturn = this.#next("\r", this.#carriageReturn, at);
    return Math.min(this.#lineFeed, this.#carriageReturn);
  }

  #take(final: boolean): SplitRecord[] {
    const records: SplitRecord[] = [];
    this.#lineFeed = this.#carriageReturn = this.#quote = -1;
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const lineEnd = this.#lineEnd(at);
      this.#quote = this.#next('"', this.#quote, at);
      let end = Math.min(lineEnd, text.length);
      let cells: string[];
      let unclosed = false;
      if (this.#quote < end) {
        const read = this.#quoted(at, final);
        if (read === null) break;
        ({ cells, unclosed, end } = read);
      } else {
        if (lineEnd === Infinity && !final) break;
        cells = text.slice(at, end).split(this.#delimiter);
      }
      // A carriage return at the very end may be half of a line end.
      if (!final && end >= text.length - 1) break;
      this.#row += 1;
      records.push({ row: this.#row, cells, unclosed });
      at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    }
    this.#text = at === 0 ? text : text.slice(at);
    return records;
  }

  /** A record that holds a quotation mark; `null` when more text is needed to tell. */
  #quoted(
    from: number,
    final: boolean,
  ): { cells: string[]; unclosed: boolean; end: number } | null {
    const text = this.#text;
    const cells: string[] = [];
    let unclosed = false;
    let at = from;
    for (;;) {
      let field: Field | null = null;
      if (text[at] === '"') {
        const read = this.#quotedField(at, final);
        if (read === "more") return null;
        if (read === null) unclosed = true;
        field = read;
      }
      field ??= this.#plainField(at);
      cells.push(field.text);
      if (field.end >= text.length) return final ? { cells, unclosed, end: text.length } : null;
      if (text[field.end] !== this.#delimiter) return { cells, unclosed, end: field.end };
      at = field.end + 1;
    }
  }

  #plainField(at: number): Field {
    const text = this.#text;
    const divider = text.indexOf(this.#delimiter, at);
    const end = Math.min(divider < 0 ? Infinity : divider, this.#lineEnd(at), text.length);
    return { text: text.slice(at, end), end };
  }

  /** A field that begins with a quotation mark: read, `null` when the mark is never closed, or "more". */
  #quotedField(from: number, final: boolean): Field | "more" | null {
    const text = this.#text;
    const start = from + 1;
    let at = start;
    let doubled = false;
    let stray = false;
    for (;;) {
      const mark = text.indexOf('"', at);
      const reached = mark < 0 ? text.length : mark;
      if (reached - start > longestQuoted) return null;
      if (mark < 0) return final ? null : "more";
      if (stray && /[\r\n]/u.test(text.slice(at, mark))) return null;
      const next = text[mark + 1];
      if (next === undefined && !final) return "more";
      if (next === '"') {
        doubled = true;
        at = mark + 2;
        continue;
      }
      const after = this.#afterMark(mark + 1);
      if (after !== null) {
        const inner = text.slice(start, mark);
        return { text: doubled ? inner.replaceAll('""', '"') : inner, end: after };
      }
      // `…,"12 Road` inside a quoted field: this mark opens another field, so ours was never closed.
      const before = text[mark - 1];
      if (mark > start && (before === this.#delimiter || before === "\n" || before === "\r"))
        return null;
      stray = true;
      at = mark + 1;
    }
  }

  /** Where the field ends when the mark before `at` closes it (blanks may follow), else `null`. */
  #afterMark(at: number): number | null {
    const text = this.#text;
    let end = at;
    while (text[end] === " " && end - at < 100) end += 1;
    const sign = text[end];
    return sign === undefined || sign === this.#delimiter || sign === "\n" || sign === "\r"
      ? end
      : null;
  }
}
