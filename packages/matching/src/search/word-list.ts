/**
 * Every word of a search index as a number. Words are ASCII; their bytes lie in one array, found through an open-addressing
 * hash table, so that a million of them cost some thirty bytes each and the whole can be written down as it is.
 */
import { hashBytes } from "../engine/lexicon.ts";

/** A word list as it is written down. */
export interface WordListArrays {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly table: Int32Array;
}

/** A growing list of words; their numbers are its own, so nothing that is answered may depend on their order. */
export class WordList {
  bytes: Uint8Array;
  starts: Uint32Array;
  size: number;
  #table: Int32Array;

  /** The arrays given are the list's own from then on. */
  constructor(from?: WordListArrays) {
    this.bytes = from?.bytes ?? new Uint8Array(1 << 14);
    this.starts = from?.starts ?? new Uint32Array(1 << 10);
    this.#table = from?.table ?? new Int32Array(1 << 11).fill(-1);
    this.size = from?.size ?? 0;
  }

  arrays(): WordListArrays {
    return {
      size: this.size,
      bytes: this.bytes.slice(0, this.starts[this.size]),
      starts: this.starts.slice(0, this.size + 1),
      table: this.#table.slice(),
    };
  }

  /** Bytes that are held. */
  get byteLength(): number {
    return this.bytes.byteLength + this.starts.byteLength + this.#table.byteLength;
  }

  /** The number of the word `buffer[from..to)`, −1 when it is not here. */
  find(buffer: Uint8Array, from: number, to: number): number {
    const mask = this.#table.length - 1;
    for (let slot = hashBytes(buffer, from, to) & mask; ; slot = (slot + 1) & mask) {
      const word = this.#table[slot] ?? -1;
      if (word === -1 || this.#same(word, buffer, from, to)) return word;
    }
  }

  findText(text: string): number {
    const buffer = asciiBytes(text);
    return this.find(buffer, 0, buffer.length);
  }

  /** The number of the word; a new one gets the next. */
  intern(buffer: Uint8Array, from: number, to: number): number {
    const found = this.find(buffer, from, to);
    if (found !== -1) return found;
    const word = this.size;
    const start = this.starts[word] ?? 0;
    const end = start + to - from;
    if (end > this.bytes.length) this.bytes = grown(this.bytes, end);
    if (word + 2 > this.starts.length) this.starts = grown(this.starts, word + 2);
    for (let at = from; at < to; at += 1) this.bytes[start + at - from] = buffer[at] ?? 0;
    this.starts[word + 1] = end;
    this.size = word + 1;
    if (this.size * 2 > this.#table.length) {
      this.#table = new Int32Array(this.#table.length * 2).fill(-1);
      for (let other = 0; other < word; other += 1) this.#enter(other);
    }
    this.#enter(word);
    return word;
  }

  internText(text: string): number {
    const buffer = asciiBytes(text);
    return this.intern(buffer, 0, buffer.length);
  }

  text(word: number): string {
    let text = "";
    for (let at = this.starts[word] ?? 0; at < (this.starts[word + 1] ?? 0); at += 1)
      text += String.fromCharCode(this.bytes[at] ?? 0);
    return text;
  }

  length(word: number): number {
    return (this.starts[word + 1] ?? 0) - (this.starts[word] ?? 0);
  }

  /** Below 0, 0 or above 0: the order of two words by their bytes, a beginning before what goes on. */
  compare(a: number, b: number): number {
    const [from, other] = [this.starts[a] ?? 0, this.starts[b] ?? 0];
    const length = Math.min(this.length(a), this.length(b));
    for (let at = 0; at < length; at += 1) {
      const difference = (this.bytes[from + at] ?? 0) - (this.bytes[other + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return this.length(a) - this.length(b);
  }

  /** All words in the order of their bytes: by their first eight in passes of a radix sort, the rest by comparing. */
  sorted(): Uint32Array {
    const { size } = this;
    const high = new Uint32Array(size);
    const low = new Uint32Array(size);
    let order = new Uint32Array(size);
    for (let word = 0; word < size; word += 1) {
      order[word] = word;
      high[word] = this.#four(word, 0);
      low[word] = this.#four(word, 4);
    }
    let next = new Uint32Array(size);
    for (const [key, shift] of [
      [low, 0],
      [low, 16],
      [high, 0],
      [high, 16],
    ] as const) {
      const places = new Uint32Array(65_537);
      for (let word = 0; word < size; word += 1) {
        const digit = (((key[word] ?? 0) >>> shift) & 0xffff) + 1;
        places[digit] = (places[digit] ?? 0) + 1;
      }
      for (let digit = 0; digit < 65_536; digit += 1)
        places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
      for (let at = 0; at < size; at += 1) {
        const word = order[at] ?? 0;
        const digit = ((key[word] ?? 0) >>> shift) & 0xffff;
        next[places[digit] ?? 0] = word;
        places[digit] = (places[digit] ?? 0) + 1;
      }
      [order, next] = [next, order];
    }
    for (let from = 0; from < size;) {
      const first = order[from] ?? 0;
      let to = from + 1;
      while (
        to < size &&
        high[order[to] ?? 0] === high[first] &&
        low[order[to] ?? 0] === low[first]
      )
        to += 1;
      if (to - from > 1) order.subarray(from, to).sort((a, b) => this.compare(a, b));
      from = to;
    }
    return order;
  }

  #four(word: number, skipped: number): number {
    const from = (this.starts[word] ?? 0) + skipped;
    const end = this.starts[word + 1] ?? 0;
    let four = 0;
    for (let at = from; at < from + 4; at += 1)
      four = four * 256 + (at < end ? (this.bytes[at] ?? 0) : 0);
    return four;
  }

  #enter(word: number): void {
    const mask = this.#table.length - 1;
    let slot = hashBytes(this.bytes, this.starts[word] ?? 0, this.starts[word + 1] ?? 0) & mask;
    while (this.#table[slot] !== -1) slot = (slot + 1) & mask;
    this.#table[slot] = word;
  }

  #same(word: number, buffer: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[word] ?? 0;
    if ((this.starts[word + 1] ?? 0) - start !== to - from) return false;
    for (let at = 0; at < to - from; at += 1)
      if (this.bytes[start + at] !== buffer[from + at]) return false;
    return true;
  }
}

/** The bytes of a text of ASCII letters. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The same array, larger: at least `least`, and half as large again. */
export function grown<
  Arrays extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array,
>(array: Arrays, least: number): Arrays {
  const Maker = array.constructor as new (length: number) => Arrays; // an array of the same kind
  const larger = new Maker(Math.max(least, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}
