import { EditCounter } from "./count-edits.ts";
import type { Lexicon } from "./lexicon.ts";

/** How far each word of two lists found its like in the other, and what that is worth. */
export interface Alignment {
  /** Share of each side's weight that was met, 0..1. */
  coverA: number;
  coverB: number;
  /** Weight of each side. */
  weightA: number;
  weightB: number;
  /** Weight that met, mean of both sides. */
  met: number;
}

const most = 64;

/**
 * Aligns the words of two texts: equal words, words misspelt, words written as one or in two, a word inside a longer one,
 * abbreviations. Order does not matter; the answer is the same for (a, b) and (b, a).
 */
export class WordAligner {
  /** Words and weights to be aligned: filled by the caller up to `countA` and `countB`. */
  readonly a: Int32Array = new Int32Array(most);
  readonly b: Int32Array = new Int32Array(most);
  readonly weightsA: Float64Array = new Float64Array(most);
  readonly weightsB: Float64Array = new Float64Array(most);
  countA = 0;
  countB = 0;
  /** How well each word was met, 0..1. */
  readonly metA: Float64Array = new Float64Array(most);
  readonly metB: Float64Array = new Float64Array(most);
  readonly result: Alignment = { coverA: 0, coverB: 0, weightA: 0, weightB: 0, met: 0 };
  readonly #lexicon: Lexicon;
  /** Where the letters of each word begin, how many there are, which they are: looked up once an alignment. */
  readonly #fromA = new Int32Array(most);
  readonly #fromB = new Int32Array(most);
  readonly #sizeA = new Int32Array(most);
  readonly #sizeB = new Int32Array(most);
  readonly #lettersA = new Int32Array(most);
  readonly #lettersB = new Int32Array(most);
  readonly #likenesses = new Float64Array(most * most);
  readonly #edits = new EditCounter();
  readonly #joined = new Uint8Array(256);
  #joinedLength = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  add(side: "a" | "b", word: number, weight: number): void {
    if (side === "a") {
      if (this.countA >= most) return;
      this.a[this.countA] = word;
      this.weightsA[this.countA] = weight;
      this.countA += 1;
    } else {
      if (this.countB >= most) return;
      this.b[this.countB] = word;
      this.weightsB[this.countB] = weight;
      this.countB += 1;
    }
  }

  clear(): void {
    this.countA = 0;
    this.countB = 0;
  }

  /** `bySound` also lets words meet that only sound alike, for names out of another script. */
  align(bySound: boolean): Alignment {
    const { a, b, metA, metB, countA, countB, result } = this;
    metA.fill(0, 0, countA);
    metB.fill(0, 0, countB);
    let restA = countA;
    let restB = countB;
    for (let i = 0; i < countA; i += 1)
      for (let j = 0; j < countB; j += 1)
        if (metB[j] === 0 && a[i] === b[j]) {
          metA[i] = 1;
          metB[j] = 1;
          restA -= 1;
          restB -= 1;
          break;
        }
    // A word said twice on one side and once on the other is not a difference.
    if (restA > 0) restA -= this.#repeat(a, metA, countA, b, metB, countB);
    if (restB > 0) restB -= this.#repeat(b, metB, countB, a, metA, countA);
    if (restA > 0 && restB > 0) {
      this.#lookUp();
      this.#meetJoined(true, 99);
      this.#meetJoined(false, 99);
      this.#meetMisspelt(bySound);
      this.#meetJoined(true, 5);
      this.#meetJoined(false, 5);
      if (bySound) {
        this.#meetJoinedSound(a, metA, countA, b, metB, countB);
        this.#meetJoinedSound(b, metB, countB, a, metA, countA);
      }
      this.#meetWithin(true);
      this.#meetWithin(false);
      this.#meetAbbreviated();
      this.#meetInitials(true);
      this.#meetInitials(false);
    }
    let sumA = 0;
    let sumB = 0;
    let gotA = 0;
    let gotB = 0;
    for (let i = 0; i < countA; i += 1) {
      sumA += this.weightsA[i] ?? 0;
      gotA += (this.weightsA[i] ?? 0) * (metA[i] ?? 0);
    }
    for (let j = 0; j < countB; j += 1) {
      sumB += this.weightsB[j] ?? 0;
      gotB += (this.weightsB[j] ?? 0) * (metB[j] ?? 0);
    }
    result.weightA = sumA;
    result.weightB = sumB;
    result.coverA = sumA > 0 ? gotA / sumA : 0;
    result.coverB = sumB > 0 ? gotB / sumB : 0;
    result.met = (gotA + gotB) / 2;
    return result;
  }

  #repeat(
    a: Int32Array,
    metA: Float64Array,
    countA: number,
    b: Int32Array,
    metB: Float64Array,
    countB: number,
  ): number {
    let repeated = 0;
    for (let i = 0; i < countA; i += 1) {
      if (metA[i] !== 0) continue;
      for (let j = 0; j < countB; j += 1)
        if (a[i] === b[j] && metB[j] === 1) {
          metA[i] = 1;
          repeated += 1;
          break;
        }
    }
    return repeated;
  }

  #lookUp(): void {
    const { starts, letters } = this.#lexicon;
    for (let i = 0; i < this.countA; i += 1) {
      const word = this.a[i] ?? 0;
      const from = starts[word] ?? 0;
      this.#fromA[i] = from;
      this.#sizeA[i] = (starts[word + 1] ?? 0) - from;
      this.#lettersA[i] = letters[word] ?? 0;
    }
    for (let j = 0; j < this.countB; j += 1) {
      const word = this.b[j] ?? 0;
      const from = starts[word] ?? 0;
      this.#fromB[j] = from;
      this.#sizeB[j] = (starts[word + 1] ?? 0) - from;
      this.#lettersB[j] = letters[word] ?? 0;
    }
  }

  /** Each unmet pair at most once, the likest first, so that the order of words does not matter. */
  #meetMisspelt(bySound: boolean): void {
    const { metA, metB, countA, countB } = this;
    const likenesses = this.#likenesses;
    let alike = 0;
    for (let i = 0; i < countA; i += 1) {
      if (metA[i] !== 0) continue;
      for (let j = 0; j < countB; j += 1) {
        if (metB[j] !== 0) continue;
        const likeness = this.#likeness(i, j, bySound);
        likenesses[i * most + j] = likeness;
        if (likeness > 0) alike += 1;
      }
    }
    while (alike > 0) {
      let best = 0;
      let bestA = -1;
      let bestB = -1;
      for (let i = 0; i < countA; i += 1) {
        if (metA[i] !== 0) continue;
        for (let j = 0; j < countB; j += 1) {
          if (metB[j] !== 0) continue;
          const likeness = likenesses[i * most + j] ?? 0;
          if (likeness > best) {
            best = likeness;
            bestA = i;
            bestB = j;
          }
        }
      }
      if (bestA === -1) return;
      metA[bestA] = best;
      metB[bestB] = best;
      alike -= 1;
    }
  }

  /** 0 for words that are not alike, else how well they meet: the `i`-th of one side and the `j`-th of the other. */
  #likeness(i: number, j: number, bySound: boolean): number {
    const sizeA = this.#sizeA[i] ?? 0;
    const sizeB = this.#sizeB[j] ?? 0;
    const larger = sizeA > sizeB ? sizeA : sizeB;
    const smaller = sizeA > sizeB ? sizeB : sizeA;
    if (smaller < 3 || larger > 40) return 0;
    const allowed = bySound
      ? Math.floor(larger * 0.4)
      : larger <= 4
        ? 1
        : larger <= 7
          ? 2
          : larger <= 11
            ? 3
            : 4;
    if (
      larger - smaller <= allowed &&
      countBits((this.#lettersA[i] ?? 0) ^ (this.#lettersB[j] ?? 0)) <= 2 * allowed
    ) {
      const { bytes } = this.#lexicon;
      const [fromA, fromB] = [this.#fromA[i] ?? 0, this.#fromB[j] ?? 0];
      const distance = this.#edits.count(bytes, fromA, sizeA, bytes, fromB, sizeB, allowed);
      const likeness = 1 - distance / larger;
      const least = larger <= 4 ? 0.75 : larger <= 6 ? 0.66 : 0.7;
      if (distance <= allowed && likeness >= (bySound ? 0.6 : least))
        // One slip in a long word hardly counts; two in a short one leave doubt.
        return Math.max(0.3, 1 - (1 - likeness) * 2);
    }
    if (bySound && this.#soundsLike(this.a[i] ?? 0, this.b[j] ?? 0)) return 0.75;
    return 0;
  }

  #soundsLike(a: number, b: number): boolean {
    const sound = this.#lexicon.sound(a);
    return sound !== 0 && sound === this.#lexicon.sound(b);
  }

  /** "comm" for "community", "precis" for "precision". */
  #meetAbbreviated(): void {
    const { bytes } = this.#lexicon;
    for (let i = 0; i < this.countA; i += 1) {
      if (this.metA[i] !== 0) continue;
      const fromA = this.#fromA[i] ?? 0;
      const sizeA = this.#sizeA[i] ?? 0;
      const lettersA = this.#lettersA[i] ?? 0;
      for (let j = 0; j < this.countB; j += 1) {
        if (this.metB[j] !== 0) continue;
        const sizeB = this.#sizeB[j] ?? 0;
        const smaller = Math.min(sizeA, sizeB);
        const larger = Math.max(sizeA, sizeB);
        if (smaller < 3 || larger < smaller + 2 || larger > 14) continue;
        const lettersB = this.#lettersB[j] ?? 0;
        if ((sizeA < sizeB ? lettersA & ~lettersB : lettersB & ~lettersA) !== 0) continue;
        const fromB = this.#fromB[j] ?? 0;
        let same = 0;
        while (same < smaller && bytes[fromA + same] === bytes[fromB + same]) same += 1;
        if (same < smaller) continue;
        const quality = smaller >= 5 ? 0.7 : 0.45;
        this.metA[i] = quality;
        this.metB[j] = quality;
        break;
      }
    }
  }

  /**
   * "yi da" and "yida": two or more words side by side that make up one of the other side, with a slip in every so many letters.
   * Words of the first side are joined, or (`ofA` false) of the second.
   */
  #meetJoined(ofA: boolean, lettersPerSlip: number): void {
    const { bytes } = this.#lexicon;
    const a = ofA ? this.a : this.b;
    const metA = ofA ? this.metA : this.metB;
    const metB = ofA ? this.metB : this.metA;
    const countA = ofA ? this.countA : this.countB;
    const countB = ofA ? this.countB : this.countA;
    const sizesA = ofA ? this.#sizeA : this.#sizeB;
    const sizesB = ofA ? this.#sizeB : this.#sizeA;
    const lettersA = ofA ? this.#lettersA : this.#lettersB;
    const lettersB = ofA ? this.#lettersB : this.#lettersA;
    const fromsB = ofA ? this.#fromB : this.#fromA;
    for (let i = 0; i + 1 < countA; i += 1) {
      if (metA[i] !== 0) continue;
      let size = sizesA[i] ?? 0;
      let letters = lettersA[i] ?? 0;
      for (let last = i + 1; last < countA && last < i + 4; last += 1) {
        // The second word may have met another already ("china china star").
        if (metA[last] === 1) break;
        size += sizesA[last] ?? 0;
        letters |= lettersA[last] ?? 0;
        if (size > 40) break;
        let found = -1;
        let quality = 0;
        let isWritten = false;
        for (let j = 0; j < countB; j += 1) {
          if (metB[j] !== 0) continue;
          const sizeB = sizesB[j] ?? 0;
          const longer = sizeB > size ? sizeB : size;
          const allowed = Math.min(3, Math.floor(longer / lettersPerSlip));
          if (sizeB > 40 || Math.abs(sizeB - size) > allowed) continue;
          // Two letters at most differ for each slip.
          const differing = letters ^ (lettersB[j] ?? 0);
          if (differing !== 0 && countBits(differing) > 2 * allowed) continue;
          if (!isWritten) {
            this.#joinedLength = 0;
            for (let k = i; k <= last; k += 1) this.#append(a[k] ?? 0);
            isWritten = true;
          }
          const from = fromsB[j] ?? 0;
          const distance = this.#edits.count(this.#joined, 0, size, bytes, from, sizeB, allowed);
          if (distance > allowed) continue;
          const got = 1 - (distance / longer) * 2;
          if (got > quality) {
            quality = got;
            found = j;
          }
        }
        if (found === -1) continue;
        for (let k = i; k <= last; k += 1) metA[k] = quality;
        metB[found] = quality;
        break;
      }
    }
  }

  /** "young poong" and "yeongpung", "daewon kang up" and "daewongangeob". */
  #meetJoinedSound(
    a: Int32Array,
    metA: Float64Array,
    countA: number,
    b: Int32Array,
    metB: Float64Array,
    countB: number,
  ): void {
    const lexicon = this.#lexicon;
    for (let j = 0; j < countB; j += 1) {
      if (metB[j] !== 0) continue;
      const sound = lexicon.sound(b[j] ?? 0);
      if (sound === 0) continue;
      for (let i = 0; i + 1 < countA && metB[j] === 0; i += 1) {
        if ((metA[i] ?? 0) === 1) continue;
        lexicon.readSound(a[i] ?? 0);
        for (let last = i + 1; last < Math.min(countA, i + 3); last += 1) {
          if ((metA[last] ?? 0) === 1) break;
          lexicon.readSound(a[last] ?? 0, true);
          if (lexicon.hashSound(-1) !== sound) continue;
          for (let k = i; k <= last; k += 1) metA[k] = 0.75;
          metB[j] = 0.75;
          break;
        }
      }
    }
  }

  #append(word: number): void {
    const { starts, bytes } = this.#lexicon;
    for (
      let at = starts[word] ?? 0;
      at < (starts[word + 1] ?? 0) && this.#joinedLength < 250;
      at += 1
    ) {
      this.#joined[this.#joinedLength] = bytes[at] ?? 0;
      this.#joinedLength += 1;
    }
  }

  /** "puebla" inside "resurreccionpuebla": blanks were lost. Words of the first side stand inside, or (`ofA` false) of the second. */
  #meetWithin(ofA: boolean): void {
    const { bytes } = this.#lexicon;
    const metA = ofA ? this.metA : this.metB;
    const metB = ofA ? this.metB : this.metA;
    const countA = ofA ? this.countA : this.countB;
    const countB = ofA ? this.countB : this.countA;
    const sizesA = ofA ? this.#sizeA : this.#sizeB;
    const sizesB = ofA ? this.#sizeB : this.#sizeA;
    const lettersA = ofA ? this.#lettersA : this.#lettersB;
    const lettersB = ofA ? this.#lettersB : this.#lettersA;
    const fromsA = ofA ? this.#fromA : this.#fromB;
    const fromsB = ofA ? this.#fromB : this.#fromA;
    for (let j = 0; j < countB; j += 1) {
      const sizeB = sizesB[j] ?? 0;
      if ((metB[j] ?? 0) !== 0 || sizeB < 7) continue;
      const fromB = fromsB[j] ?? 0;
      const within = lettersB[j] ?? 0;
      let covered = 0;
      for (let i = 0; i < countA; i += 1) {
        const sizeA = sizesA[i] ?? 0;
        if (sizeA < 4 || sizeA >= sizeB || ((lettersA[i] ?? 0) & ~within) !== 0) continue;
        const fromA = fromsA[i] ?? 0;
        for (let at = 0; at + sizeA <= sizeB; at += 1) {
          let same = 0;
          while (same < sizeA && bytes[fromB + at + same] === bytes[fromA + same]) same += 1;
          if (same < sizeA) continue;
          if ((metA[i] ?? 0) < 0.9) metA[i] = 0.9;
          covered += sizeA;
          break;
        }
      }
      if (covered > 0) metB[j] = Math.min(0.9, covered / sizeB);
    }
  }

  /** "cyc" for "chicago youth centers". The initials are on the first side, or (`ofA` false) on the second. */
  #meetInitials(ofA: boolean): void {
    const { bytes } = this.#lexicon;
    const metA = ofA ? this.metA : this.metB;
    const metB = ofA ? this.metB : this.metA;
    const countA = ofA ? this.countA : this.countB;
    const countB = ofA ? this.countB : this.countA;
    const sizesA = ofA ? this.#sizeA : this.#sizeB;
    const fromsA = ofA ? this.#fromA : this.#fromB;
    const fromsB = ofA ? this.#fromB : this.#fromA;
    for (let i = 0; i < countA; i += 1) {
      const size = sizesA[i] ?? 0;
      if ((metA[i] ?? 0) !== 0 || size < 3 || size > 5 || countB < size) continue;
      const from = fromsA[i] ?? 0;
      for (let j = 0; j + size <= countB; j += 1) {
        let same = 0;
        while (
          same < size &&
          (metB[j + same] ?? 0) === 0 &&
          bytes[from + same] === bytes[fromsB[j + same] ?? 0]
        )
          same += 1;
        if (same < size) continue;
        metA[i] = 0.7;
        for (let k = j; k < j + size; k += 1) metB[k] = 0.7;
        break;
      }
    }
  }
}

/** How many bits of a number are set. */
function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
