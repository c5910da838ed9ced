import { WordAligner } from "./align-words.ts";
import { comparisonIndex, comparisonNames } from "./comparisons.ts";
import type { Lexicon } from "./lexicon.ts";
import { addressClass, at, classShift, wordMask } from "./read-features.ts";
import { kinds } from "./text/word-facts.ts";
import { clamp, type WordBits } from "./word-bits.ts";

/** Compares the addresses of two records: words, house numbers, units, directions, places, postal codes. */
export class AddressComparer {
  readonly words: WordAligner;
  readonly #lexicon: Lexicon;
  readonly #bits: WordBits;
  #levels: Int32Array = new Int32Array(comparisonNames.length);
  #adjustments: Float64Array = new Float64Array(3);

  constructor(lexicon: Lexicon, bits: WordBits) {
    this.#lexicon = lexicon;
    this.#bits = bits;
    this.words = new WordAligner(lexicon);
  }

  /** What is read off quickly: numbers, units, directions, places, postal codes. The house number is settled by `compareStreets`. */
  compareParts(
    A: Int32Array,
    a: number,
    B: Int32Array,
    b: number,
    home: number,
    levels: Int32Array,
    adjustments: Float64Array,
  ): void {
    this.#levels = levels;
    this.#adjustments = adjustments;
    this.#compareHouseNumbers(A, a, B, b, false);
    this.#compareClass(A, a, B, b, addressClass.unit, comparisonIndex.unit);
    this.#compareClass(A, a, B, b, addressClass.direction, comparisonIndex.direction);
    this.#comparePlaces(A, a, B, b, home);
    this.#comparePostalCodes(A, a, B, b);
  }

  /**
   * Aligns the words, after `compareParts`: 0 unknown, 1 differs, 2 partly agrees, 3 same street and another number, 4 same street,
   * 5 same street and number.
   */
  compareStreets(
    A: Int32Array,
    a: number,
    B: Int32Array,
    b: number,
    home: number,
    levels: Int32Array,
    adjustments: Float64Array,
  ): number {
    const addresses = this.words;
    addresses.clear();
    this.#fillAddress("a", A, a, home);
    this.#fillAddress("b", B, b, home);
    const aligned = addresses.align(false);
    const low = Math.min(aligned.coverA, aligned.coverB);
    const high = Math.max(aligned.coverA, aligned.coverB);
    const none = aligned.weightA < 1.5 || aligned.weightB < 1.5;
    // A town and a province agree on many: no more than a short address within a long one.
    const isVague = Math.min(aligned.weightA, aligned.weightB) < 3.5;
    const level = none
      ? 0
      : isVague
        ? high >= 0.8
          ? 4
          : high >= 0.45
            ? 3
            : high >= 0.15
              ? 2
              : 1
        : low >= 0.93
          ? 7
          : low >= 0.65
            ? 6
            : high >= 0.8 && low >= 0.35
              ? 5
              : high >= 0.8
                ? 4
                : high >= 0.45
                  ? 3
                  : high >= 0.15
                    ? 2
                    : 1;
    levels[comparisonIndex.address] = level;
    adjustments[1] = level >= 3 ? clamp((aligned.met - 14) / 14, -1, 1.5) : 0;
    let house = levels[comparisonIndex["house number"]] ?? 0;
    // Two numbers of one street may be neighbours.
    if (house === 8 && level >= 4) house = this.#compareHouseNumbers(A, a, B, b, true);
    const houseAgrees = house >= 2 && house <= 4;
    if (none) return houseAgrees && !(aligned.weightA === 0 && aligned.weightB === 0) ? 2 : 0;
    if (level <= 1) return 1;
    if (level >= 4) return houseAgrees ? 5 : house >= 6 ? 3 : 4;
    return houseAgrees && level === 3 ? 4 : level === 3 ? 2 : 1;
  }

  #fillAddress(side: "a" | "b", data: Int32Array, start: number, home: number): void {
    const from = start + at.header + 2 * (data[start + at.ids] ?? 0);
    const to = from + (data[start + at.addressWords] ?? 0);
    for (let index = from; index < to; index += 1) {
      const packed = data[index] ?? 0;
      const word = packed & wordMask;
      if (word === home) continue;
      switch (packed >>> classShift) {
        case addressClass.word:
          this.words.add(side, word, this.#worthOf(word));
          break;
        case addressClass.place:
          this.words.add(side, word, Math.min(2, this.#bits.address(word) * 0.4));
          break;
        case addressClass.area:
          this.words.add(side, word, 0.3);
          break;
        default:
          break;
      }
    }
  }

  /** A street that is only a number tells less than its rarity says. */
  #worthOf(word: number): number {
    const bits = this.#bits.address(word);
    if (((this.#lexicon.kind[word] ?? 0) & kinds.digits) !== 0) return Math.min(6, bits);
    return this.#lexicon.length(word) <= 2 ? 1 : bits;
  }

  readonly #numbersA = new Int32Array(64);
  readonly #numbersB = new Int32Array(64);

  /** The words of one class, in their order and each once. */
  #collect(data: Int32Array, start: number, group: number, into: Int32Array): number {
    const from = start + at.header + 2 * (data[start + at.ids] ?? 0);
    const to = from + (data[start + at.addressWords] ?? 0);
    let count = 0;
    for (let index = from; index < to; index += 1) {
      const packed = data[index] ?? 0;
      if (packed >>> classShift !== group) continue;
      const word = packed & wordMask;
      if (!stands(into, count, word)) into[count++] = word;
    }
    return count;
  }

  #compareHouseNumbers(
    A: Int32Array,
    a: number,
    B: Int32Array,
    b: number,
    sameStreet: boolean,
  ): number {
    const numbersA = this.#numbersA;
    const numbersB = this.#numbersB;
    let countA = this.#collect(A, a, addressClass.number, numbersA);
    let countB = this.#collect(B, b, addressClass.number, numbersB);
    // What one side reads as a postal code may be the other's house number.
    countA = this.#dropPostal(numbersA, countA, B, b);
    countB = this.#dropPostal(numbersB, countB, A, a);
    let shared = 0;
    let longest = 0;
    for (let i = 0; i < countA; i += 1)
      for (let j = 0; j < countB; j += 1)
        if (numbersA[i] === numbersB[j]) {
          shared += 1;
          longest = Math.max(longest, this.#lexicon.length(numbersA[i] ?? 0));
        }
    const isFirst = countA > 0 && countB > 0 && numbersA[0] === numbersB[0];
    let level = 8;
    if (countA === 0 && countB === 0) level = 0;
    else if (countA === 0 || countB === 0) level = 1;
    else if (shared === countA && shared === countB) level = isFirst ? 2 : 3;
    else if (isFirst) level = shared >= Math.min(countA, countB) ? 3 : 4;
    else if (shared > 0) level = shared >= Math.min(countA, countB) ? 5 : 6;
    else if (this.#resemble(numbersA[0] ?? 0, numbersB[0] ?? 0, sameStreet)) level = 7;
    this.#levels[comparisonIndex["house number"]] = level;
    this.#adjustments[2] = shared > 0 ? clamp((longest - 2) / 2, -0.5, 1.5) : 0;
    return level;
  }

  #dropPostal(numbers: Int32Array, count: number, other: Int32Array, start: number): number {
    const from = start + at.header + 2 * (other[start + at.ids] ?? 0);
    const to = from + (other[start + at.addressWords] ?? 0);
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const word = numbers[i] ?? 0;
      const postal = word | (addressClass.postal << classShift);
      let isPostal = false;
      if (this.#lexicon.length(word) >= 4)
        for (let index = from; index < to; index += 1) if (other[index] === postal) isPostal = true;
      if (!isPostal) numbers[kept++] = word;
    }
    return kept;
  }

  /** "9" and "911", "330" and "33": one begins with the other. 2140 and 2152: neighbours in a street of high numbers. */
  #resemble(a: number, b: number, sameStreet: boolean): boolean {
    const { starts, bytes } = this.#lexicon;
    const fromA = starts[a] ?? 0;
    const fromB = starts[b] ?? 0;
    const sizeA = (starts[a + 1] ?? 0) - fromA;
    const sizeB = (starts[b + 1] ?? 0) - fromB;
    const smaller = Math.min(sizeA, sizeB);
    let same = 0;
    while (same < smaller && bytes[fromA + same] === bytes[fromB + same]) same += 1;
    if (same === smaller) return true;
    const difference = this.#value(a) - this.#value(b);
    return sameStreet && smaller >= 3 && smaller <= 6 && Math.abs(difference) <= 20;
  }

  /** The number a word begins with. */
  #value(word: number): number {
    const { starts, bytes } = this.#lexicon;
    let value = 0;
    for (let place = starts[word] ?? 0; place < (starts[word + 1] ?? 0); place += 1) {
      const digit = (bytes[place] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    return value;
  }

  #compareClass(
    A: Int32Array,
    a: number,
    B: Int32Array,
    b: number,
    group: number,
    comparison: number,
  ): void {
    const countA = this.#collect(A, a, group, this.#numbersA);
    const countB = this.#collect(B, b, group, this.#numbersB);
    let shared = 0;
    for (let i = 0; i < countA; i += 1)
      for (let j = 0; j < countB; j += 1) if (this.#numbersA[i] === this.#numbersB[j]) shared += 1;
    this.#levels[comparison] =
      countA === 0 && countB === 0
        ? 0
        : countA === 0 || countB === 0
          ? 2
          : shared >= Math.min(countA, countB)
            ? 1
            : 3;
  }

  #comparePlaces(A: Int32Array, a: number, B: Int32Array, b: number, home: number): void {
    const countA = drop(
      home,
      this.#numbersA,
      this.#collect(A, a, addressClass.place, this.#numbersA),
    );
    const countB = drop(
      home,
      this.#numbersB,
      this.#collect(B, b, addressClass.place, this.#numbersB),
    );
    let shared = 0;
    for (let i = 0; i < countA; i += 1)
      for (let j = 0; j < countB; j += 1) if (this.#numbersA[i] === this.#numbersB[j]) shared += 1;
    this.#levels[comparisonIndex["place in address"]] =
      countA === 0 || countB === 0
        ? 0
        : shared >= Math.min(countA, countB)
          ? 1
          : shared > 0
            ? 2
            : 3;
  }

  #comparePostalCodes(A: Int32Array, a: number, B: Int32Array, b: number): void {
    const countA = this.#collect(A, a, addressClass.postal, this.#numbersA);
    const countB = this.#collect(B, b, addressClass.postal, this.#numbersB);
    let level = countA === 0 || countB === 0 ? 0 : 3;
    for (let i = 0; i < countA; i += 1)
      for (let j = 0; j < countB; j += 1) {
        if (this.#numbersA[i] === this.#numbersB[j]) level = 1;
        else if (level === 3 && this.#shareThree(this.#numbersA[i] ?? 0, this.#numbersB[j] ?? 0))
          level = 2;
      }
    this.#levels[comparisonIndex["postal code"]] = level;
  }

  #shareThree(a: number, b: number): boolean {
    const { starts, bytes } = this.#lexicon;
    const fromA = starts[a] ?? 0;
    const fromB = starts[b] ?? 0;
    for (let index = 0; index < 3; index += 1)
      if (bytes[fromA + index] !== bytes[fromB + index]) return false;
    return true;
  }
}

/** Whether a word is among the first `count`. */
function stands(words: Int32Array, count: number, word: number): boolean {
  for (let index = 0; index < count; index += 1) if (words[index] === word) return true;
  return false;
}

/** Takes a word out of the first `count`; the count that is left. */
function drop(word: number, words: Int32Array, count: number): number {
  let kept = 0;
  for (let index = 0; index < count; index += 1)
    if (words[index] !== word) words[kept++] = words[index] ?? 0;
  return kept;
}
