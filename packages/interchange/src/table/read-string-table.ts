/** The texts of an XLSX that its cells refer to by number, kept as bytes: two million of them fit a small heap. */
import type { ZipParts } from "./open-zip.ts";
import { scanXml } from "./scan-xml.ts";
import { TableFault, damaged } from "./table-fault.ts";

const blockBytes = 1_048_576;
const mostBytes = 128 * 1_048_576;
const mostKept = 20_000;

/** `_x000D_` and its like stand for signs XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeCell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Texts by number. */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  #used = 0;
  // Block and place of each text; the length is where the next begins, or the block ends.
  #starts = new Uint32Array(4_096);
  #ends = new Uint32Array(4_096);
  #blockOf = new Uint16Array(4_096);
  #count = 0;
  readonly #kept = new Map<number, string>();

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    let block = this.#blocks.at(-1);
    if (block === undefined || this.#used + bytes > block.length) {
      block = Buffer.allocUnsafe(Math.max(blockBytes, bytes));
      this.#blocks.push(block);
      this.#used = 0;
      if (this.#blocks.reduce((sum, one) => sum + one.length, 0) > mostBytes)
        throw new TableFault(
          "file_takes_too_much",
          "The workbook holds more text than a list of sites should.",
        );
    }
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = this.#used;
    this.#used += block.write(text, this.#used);
    this.#ends[this.#count] = this.#used;
    this.#blockOf[this.#count] = this.#blocks.length - 1;
    this.#count += 1;
  }

  /** @throws TableFault `file_damaged` when there is no such text. */
  get(index: number): string {
    const known = this.#kept.get(index);
    if (known !== undefined) return known;
    const block = this.#blocks[this.#blockOf[index] ?? -1];
    if (!(index >= 0 && index < this.#count) || block === undefined)
      throw damaged("The workbook is damaged: a cell refers to a text that is not there.");
    const text = block.toString("utf8", this.#starts[index], this.#ends[index]);
    // Countries, cities and sectors come first and often.
    if (this.#kept.size < mostKept) this.#kept.set(index, text);
    return text;
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const grow = <Numbers extends Uint32Array | Uint16Array>(
      from: Numbers,
      to: Numbers,
    ): Numbers => {
      to.set(from);
      return to;
    };
    this.#starts = grow(this.#starts, new Uint32Array(size));
    this.#ends = grow(this.#ends, new Uint32Array(size));
    this.#blockOf = grow(this.#blockOf, new Uint16Array(size));
  }
}

/**
 * Reads the shared strings. Formatted runs are put together, phonetic guides left out.
 *
 * @throws TableFault `file_damaged`, `file_takes_too_much`.
 */
export async function readSharedStrings(
  zip: ZipParts,
  part: string | null,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null) return strings;
  let text = "";
  let inText = false;
  let phonetic = 0;
  await scanXml(zip.read(part), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") inText = phonetic === 0;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si") strings.add(unescapeCell(text));
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}
