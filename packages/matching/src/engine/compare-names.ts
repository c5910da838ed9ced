import { WordAligner } from "./align-words.ts";
import { comparisonIndex, comparisonNames } from "./comparisons.ts";
import type { Lexicon } from "./lexicon.ts";
import { at, classShift, flags, nameClass, namesStart, wordMask } from "./read-features.ts";
import { clamp, type WordBits } from "./word-bits.ts";

/** A name's word that its own address has as well tells no more than so many bits. */
const mostOfAddress = 3;
const genericTrades =
  "factory manufacturing trading international group holding industry branch product enterprise investment development service union company hightech design engineering home".split(
    " ",
  );

/** How far names of a level agree, for the comparison of name and address together: 0 differ … 3 agree. */
export function strengthOf(level: number): number {
  return level >= 8 ? 3 : level >= 6 ? 2 : level >= 3 ? 1 : 0;
}

/** Compares the names of two records: their own words, trades, places, numbers. */
export class NameComparer {
  readonly words: WordAligner;
  /** Which name of each side was compared in the end: where its words begin. */
  nameA = 0;
  nameB = 0;
  readonly #lexicon: Lexicon;
  readonly #bits: WordBits;
  readonly #generic: ReadonlySet<number>;
  #levels: Int32Array = new Int32Array(comparisonNames.length);

  constructor(lexicon: Lexicon, bits: WordBits) {
    this.#lexicon = lexicon;
    this.#bits = bits;
    this.words = new WordAligner(lexicon);
    this.#generic = new Set(genericTrades.map((word) => lexicon.internText(word)));
  }

  /** Compares every name of one with every name of the other and keeps the best. 0 differ … 3 agree. */
  compare(
    A: Int32Array,
    a: number,
    B: Int32Array,
    b: number,
    home: number,
    levels: Int32Array,
    adjustments: Float64Array,
  ): number {
    this.#levels = levels;
    const firstA = namesStart(A, a);
    const firstB = namesStart(B, b);
    const namesA = A[a + at.names] ?? 0;
    const namesB = B[b + at.names] ?? 0;
    const bySound = (((A[a + at.flags] ?? 0) ^ (B[b + at.flags] ?? 0)) & flags.otherScript) !== 0;
    let best = -1;
    let bestA = firstA;
    let bestB = firstB;
    if (namesA > 1 || namesB > 1) {
      for (let i = 0, fromA = firstA; i < namesA; i += 1, fromA += 1 + (A[fromA] ?? 0))
        for (let j = 0, fromB = firstB; j < namesB; j += 1, fromB += 1 + (B[fromB] ?? 0)) {
          this.#fillNames(A, fromA, B, fromB);
          const { coverA, coverB } = this.words.align(bySound);
          const score = coverA + coverB;
          if (score > best) {
            best = score;
            bestA = fromA;
            bestB = fromB;
          }
        }
    }
    this.nameA = bestA;
    this.nameB = bestB;
    this.#fillNames(A, bestA, B, bestB);
    const aligned = this.words.align(bySound);
    const low = Math.min(aligned.coverA, aligned.coverB);
    const high = Math.max(aligned.coverA, aligned.coverB);
    const none = aligned.weightA === 0 || aligned.weightB === 0;
    const level = none
      ? 0
      : low >= 0.97
        ? 9
        : low >= 0.83
          ? 8
          : low >= 0.6
            ? 7
            : high >= 0.85 && low >= 0.3
              ? 6
              : high >= 0.85
                ? 5
                : high >= 0.4
                  ? low >= 0.35
                    ? 4
                    : 3
                  : high >= 0.12
                    ? 2
                    : 1;
    levels[comparisonIndex.name] = level;
    adjustments[0] = level >= 3 ? clamp((aligned.met - 11) / 10, -1, 1.5) : 0;
    this.#compareTrades(A, bestA, B, bestB, bySound);
    this.#comparePlaces(A, a, bestA, B, b, bestB, home);
    this.#compareNumbers(A, a, bestA, B, b, bestB);
    return strengthOf(level);
  }

  #fillNames(A: Int32Array, a: number, B: Int32Array, b: number): void {
    this.words.clear();
    const brands = hasBrand(A, a) && hasBrand(B, b);
    this.#fillName("a", A, a, brands);
    this.#fillName("b", B, b, brands);
  }

  #fillName(side: "a" | "b", data: Int32Array, start: number, brands: boolean): void {
    const count = data[start] ?? 0;
    for (let index = start + 1; index <= start + count; index += 1) {
      const packed = data[index] ?? 0;
      const group = packed >>> classShift;
      const word = packed & wordMask;
      if (group === nameClass.number) continue;
      if (group === nameClass.brand) this.words.add(side, word, this.#bits.name(word));
      else if (group === nameClass.ofAddress)
        this.words.add(side, word, Math.min(mostOfAddress, this.#bits.name(word)));
      // Trades and places tell by themselves below; here they count where one name has nothing else, and a little for joining.
      else
        this.words.add(
          side,
          word,
          brands ? 0.25 : this.#generic.has(word) ? 1 : Math.min(4, this.#bits.name(word)),
        );
    }
  }

  #compareTrades(A: Int32Array, a: number, B: Int32Array, b: number, bySound: boolean): void {
    let countA = 0;
    let countB = 0;
    let shared = 0;
    const endA = a + (A[a] ?? 0);
    const endB = b + (B[b] ?? 0);
    for (let i = a + 1; i <= endA; i += 1) {
      const packed = A[i] ?? 0;
      if (packed >>> classShift !== nameClass.trade || this.#generic.has(packed & wordMask))
        continue;
      countA += 1;
      for (let j = b + 1; j <= endB; j += 1)
        if (B[j] === packed) {
          shared += 1;
          break;
        }
    }
    for (let j = b + 1; j <= endB; j += 1) {
      const packed = B[j] ?? 0;
      if (packed >>> classShift === nameClass.trade && !this.#generic.has(packed & wordMask))
        countB += 1;
    }
    this.#levels[comparisonIndex.trade] =
      countA === 0 && countB === 0
        ? 0
        : countA === 0 || countB === 0
          ? 3
          : shared >= Math.min(countA, countB)
            ? 1
            : shared > 0 || bySound
              ? 2
              : 4;
  }

  #comparePlaces(
    A: Int32Array,
    a: number,
    nameA: number,
    B: Int32Array,
    b: number,
    nameB: number,
    home: number,
  ): void {
    const onlyA = this.#placesOnlyHere(A, nameA, B, nameB, home);
    const onlyB = this.#placesOnlyHere(B, nameB, A, nameA, home);
    const { shared } = onlyA;
    let level = 0;
    if (onlyA.alone === 0 && onlyB.alone === 0) level = shared > 0 ? 1 : 0;
    else if (onlyA.alone > 0 && onlyB.alone > 0) level = 4;
    else {
      const found = onlyA.alone > 0 ? inAddress(B, b, onlyA.word) : inAddress(A, a, onlyB.word);
      level = shared > 0 ? 1 : found ? 2 : 3;
    }
    this.#levels[comparisonIndex["place in name"]] = level;
  }

  /** Places of one name that the other name does not have. */
  #placesOnlyHere(
    A: Int32Array,
    a: number,
    B: Int32Array,
    b: number,
    home: number,
  ): { readonly alone: number; readonly shared: number; readonly word: number } {
    let alone = 0;
    let shared = 0;
    let word = -1;
    for (let i = a + 1; i <= a + (A[a] ?? 0); i += 1) {
      const packed = A[i] ?? 0;
      if (packed >>> classShift !== nameClass.place || (packed & wordMask) === home) continue;
      // What stands in every twentieth name of the list tells no branch.
      if (this.#bits.name(packed & wordMask) < 4.3) continue;
      let found = false;
      for (let j = b + 1; j <= b + (B[b] ?? 0); j += 1) if (B[j] === packed) found = true;
      if (found) shared += 1;
      else {
        alone += 1;
        word = packed & wordMask;
      }
    }
    return { alone, shared, word };
  }

  /** A number that an address has ("2020 W Roosevelt", "Site 2020") names no unit. */
  #compareNumbers(
    A: Int32Array,
    recordA: number,
    a: number,
    B: Int32Array,
    recordB: number,
    b: number,
  ): void {
    const ofAddress = (packed: number): boolean =>
      this.#lexicon.length(packed & wordMask) >= 2 &&
      (inAddress(A, recordA, packed & wordMask) || inAddress(B, recordB, packed & wordMask));
    let countA = 0;
    let countB = 0;
    let shared = 0;
    for (let i = a + 1; i <= a + (A[a] ?? 0); i += 1) {
      const packed = A[i] ?? 0;
      if (packed >>> classShift !== nameClass.number || ofAddress(packed)) continue;
      countA += 1;
      for (let j = b + 1; j <= b + (B[b] ?? 0); j += 1)
        if (B[j] === packed) {
          shared += 1;
          break;
        }
    }
    for (let j = b + 1; j <= b + (B[b] ?? 0); j += 1)
      if ((B[j] ?? 0) >>> classShift === nameClass.number && !ofAddress(B[j] ?? 0)) countB += 1;
    this.#levels[comparisonIndex["number in name"]] =
      countA === 0 && countB === 0
        ? 0
        : countA === 0 || countB === 0
          ? 2
          : shared === 0
            ? 4
            : shared >= countA && shared >= countB
              ? 1
              : 3;
  }
}

function hasBrand(data: Int32Array, start: number): boolean {
  for (let index = start + 1; index <= start + (data[start] ?? 0); index += 1)
    if ((data[index] ?? 0) >>> classShift === nameClass.brand) return true;
  return false;
}

function inAddress(data: Int32Array, start: number, word: number): boolean {
  const from = start + at.header + 2 * (data[start + at.ids] ?? 0);
  const to = from + (data[start + at.addressWords] ?? 0);
  for (let index = from; index < to; index += 1)
    if (((data[index] ?? 0) & wordMask) === word) return true;
  return false;
}
