import { isNumber } from "./read-words.ts";
import type { WordList } from "./word-list.ts";

/** What is told of each word found; `first`..`last` are places in the sorted words. */
export interface NearlyFound {
  /** A word with so many slips (1 or 2). */
  word(word: number, slips: number): void;
  /** Words that begin with what was typed, but for one slip: those at these places of the sorted words. */
  beginning(from: number, to: number): void;
}

const longestTyped = 24;
/** Cells of a row of distances. */
const width = longestTyped + 1;

/** How many slips a typed word may have: none up to three letters, one from four, two from eight. */
export function slipsAllowed(typed: string): number {
  if (isNumber(typed) || /[^a-z]/.test(typed) || typed.length > longestTyped) return 0;
  return typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
}

/** From so many letters on, one slip is allowed in a word that is still being typed. */
export const longEnoughToSlip = 6;

/**
 * Walks sorted words as the tree of their beginnings and finds those within a few slips (a letter too much, too few, another one,
 * two neighbours exchanged: optimal string alignment, a Damerau-Levenshtein distance). A beginning that cannot lead to one ends
 * the walk there. Two slips are looked for only where the word begins with the first or second letter typed.
 */
export class NearlySpeller {
  readonly #words: WordList;
  readonly #sorted: Uint32Array;
  #typed: Uint8Array = new Uint8Array(0);
  #most = 0;
  #open = false;
  #found: NearlyFound | undefined;
  readonly #rows = new Uint8Array((longestTyped + 4) * width);
  readonly #path = new Uint8Array(longestTyped + 4);

  constructor(words: WordList, sorted: Uint32Array) {
    this.#words = words;
    this.#sorted = sorted;
  }

  /** `open`: the word may go on. */
  find(typed: Uint8Array, open: boolean, found: NearlyFound): void {
    this.#typed = typed;
    this.#most = typed.length < 8 ? 1 : 2;
    this.#open = open && typed.length >= longEnoughToSlip;
    this.#found = found;
    for (let at = 0; at <= typed.length; at += 1) this.#rows[at] = at;
    this.#walk(0, this.#sorted.length, 0);
  }

  #walk(from: number, to: number, depth: number): void {
    const { bytes, starts } = this.#words;
    const sorted = this.#sorted;
    const { length } = this.#typed;
    let at = from;
    const shortest = sorted[at] ?? 0;
    if ((starts[shortest + 1] ?? 0) - (starts[shortest] ?? 0) === depth) {
      const slips = this.#rows[depth * width + length] ?? 99;
      if (slips > 0 && slips <= this.#most) this.#found?.word(shortest, slips);
      at += 1;
    }
    while (at < to) {
      const letter = bytes[(starts[sorted[at] ?? 0] ?? 0) + depth] ?? 0;
      const end = this.#endOf(letter, at, to, depth);
      if (this.#mayGoOn(letter, depth)) {
        this.#path[depth] = letter;
        if (this.#fillRow(depth) <= this.#most) {
          if (this.#open && (this.#rows[(depth + 1) * width + length] ?? 99) <= 1)
            this.#found?.beginning(at, end);
          this.#walk(at, end, depth + 1);
        }
      }
      at = end;
    }
  }

  /** Where those that go on with `letter` end: looked for in ever longer steps, then by halving. */
  #endOf(letter: number, from: number, to: number, depth: number): number {
    const { bytes, starts } = this.#words;
    const sorted = this.#sorted;
    const goesOn = (place: number): boolean =>
      bytes[(starts[sorted[place] ?? 0] ?? 0) + depth] === letter;
    let low = from + 1;
    let step = 1;
    while (low + step <= to && goesOn(low + step - 1)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(to, low + step - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (goesOn(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #mayGoOn(letter: number, depth: number): boolean {
    if (letter < 97 || depth >= this.#typed.length + this.#most) return false;
    return depth > 0 || this.#most < 2 || letter === this.#typed[0] || letter === this.#typed[1];
  }

  /** Distances of the path, one letter longer, to every beginning of what was typed; the least of them. */
  #fillRow(depth: number): number {
    const rows = this.#rows;
    const path = this.#path;
    const typed = this.#typed;
    const row = (depth + 1) * width;
    const above = depth * width;
    const letter = path[depth] ?? 0;
    rows[row] = depth + 1;
    let least = depth + 1;
    for (let at = 1; at <= typed.length; at += 1) {
      const same = letter === typed[at - 1];
      let distance = (rows[above + at - 1] ?? 0) + (same ? 0 : 1);
      distance = Math.min(distance, (rows[above + at] ?? 0) + 1, (rows[row + at - 1] ?? 0) + 1);
      if (at > 1 && depth > 0 && letter === typed[at - 2] && path[depth - 1] === typed[at - 1])
        distance = Math.min(distance, (rows[above - width + at - 2] ?? 0) + 1);
      rows[row + at] = distance;
      if (distance < least) least = distance;
    }
    return least;
  }
}

/** The same distance of two words, for words that are not sorted yet; `most` + 1 for any above. */
export function countSlips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let distance = Math.min(
        (above[to - 1] ?? 0) + (same ? 0 : 1),
        (above[to] ?? 0) + 1,
        (row[to - 1] ?? 0) + 1,
      );
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        distance = Math.min(distance, (before[to - 2] ?? 0) + 1);
      row.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[other.length] ?? 0, most + 1);
}
