import type { Lexicon } from "./lexicon.ts";
import type { Latiniser } from "./text/latinise.ts";
import { kinds } from "./text/word-facts.ts";

/** Longer names and addresses are cut: they are no text. */
export const longestText = 600;

/** Splits text of any script into words of ASCII bytes, in arrays that are used again and again. */
export class WordSplitter {
  readonly bytes: Uint8Array = new Uint8Array(8192);
  /** Words of the text being read: where they begin and end in `#bytes`. */
  readonly from: Int32Array = new Int32Array(2048);
  readonly to: Int32Array = new Int32Array(2048);
  /** 1 for words that ended like an ordinal: "51st". */
  readonly ordinal: Uint8Array = new Uint8Array(2048);
  count = 0;

  readonly #lexicon: Lexicon;
  readonly #latinise: Latiniser;

  constructor(lexicon: Lexicon, latinise: Latiniser) {
    this.#lexicon = lexicon;
    this.#latinise = latinise;
  }

  /** Folds text into words. True when another script was met. */
  split(text: string, japanese: boolean): boolean {
    const cut = text.length > longestText ? text.slice(0, longestText) : text;
    if (this.#fold(cut)) return false;
    this.#fold(this.#latinise(cut, japanese).slice(0, longestText * 4));
    return otherScripts.test(cut);
  }

  /** False when a character is not ASCII. */
  #fold(text: string): boolean {
    const bytes = this.bytes;
    let end = 0;
    let count = 0;
    let start = 0;
    // 0 none, 1 letter, 2 digit: words are parted where two letters or more meet digits.
    let last = 0;
    let letters = 0;
    this.ordinal.fill(0, 0, Math.min(2048, text.length + 1));
    for (let index = 0; index < text.length; index += 1) {
      let code = text.charCodeAt(index);
      if (code > 127) return false;
      if (code >= 65 && code <= 90) code += 32;
      if (code >= 97 && code <= 122) {
        if (last === 2) {
          if (code === 111) {
            // "33o": a nought that somebody typed as a letter.
            const following = text.charCodeAt(index + 1) | 32;
            if (!(following >= 97 && following <= 122)) code = 48;
          }
          // "51st": the ending of an ordinal is left out; "72228puebla": two words.
          const next = text.charCodeAt(index + 1) | 32;
          const after = text.charCodeAt(index + 2) | 32;
          const isEnd = !(after >= 97 && after <= 122);
          const isOrdinal =
            isEnd &&
            ((code === 115 && next === 116) ||
              (code === 110 && next === 100) ||
              (code === 114 && next === 100) ||
              (code === 116 && next === 104));
          if (isOrdinal) {
            this.ordinal[count] = 1;
            index += 1;
            continue;
          }
          if (next >= 97 && next <= 122) {
            this.from[count] = start;
            this.to[count] = end;
            count += 1;
            start = end;
            letters = 0;
          }
        }
        bytes[end] = code;
        end += 1;
        letters += 1;
        last = 1;
      } else if (code >= 48 && code <= 57) {
        if (last === 1 && letters >= 2) {
          this.from[count] = start;
          this.to[count] = end;
          count += 1;
          start = end;
          letters = 0;
        }
        bytes[end] = code;
        end += 1;
        last = 2;
      } else if (code !== 39 && code !== 96) {
        if (last !== 0) {
          this.from[count] = start;
          this.to[count] = end;
          count += 1;
          start = end;
        }
        letters = 0;
        last = 0;
      }
      if (count > 500) break;
    }
    if (last !== 0) {
      this.from[count] = start;
      this.to[count] = end;
      count += 1;
    }
    this.count = count;
    return true;
  }

  /** Joins runs of single letters: "s. a." → "sa", "m & v" → "mv". */
  joinLetters(): void {
    const from = this.from;
    const to = this.to;
    const bytes = this.bytes;
    let count = 0;
    let wasLetter = false;
    for (let index = 0; index < this.count; index += 1) {
      const first = bytes[from[index] ?? 0] ?? 0;
      const isLetter = (to[index] ?? 0) - (from[index] ?? 0) === 1 && first >= 97;
      // The letters lie side by side in `bytes`, so joining is moving the end.
      if (isLetter && wasLetter) to[count - 1] = to[index] ?? 0;
      else {
        from[count] = from[index] ?? 0;
        to[count] = to[index] ?? 0;
        count += 1;
      }
      wasLetter = isLetter;
    }
    this.count = count;
  }

  /** True when most words are too short to be words: letters were spaced apart by a PDF. */
  looksBroken(): boolean {
    let letters = 0;
    let short = 0;
    let veryShort = 0;
    const known = kinds.legal | kinds.trade | kinds.filler | kinds.digits;
    for (let index = 0; index < this.count; index += 1) {
      const from = this.from[index] ?? 0;
      if ((this.bytes[from] ?? 0) < 97) continue;
      const size = (this.to[index] ?? 0) - from;
      // "s. a." and "c. v." are legal forms, not letters spaced apart.
      let last = index;
      while (size === 1 && last + 1 < this.count && this.#isLetter(last + 1)) last += 1;
      const id = this.#lexicon.intern(this.bytes, from, this.to[last] ?? 0);
      const kind = this.#lexicon.kind[id] ?? 0;
      if (last > index && (kind & kinds.legal) !== 0) {
        index = last;
        continue;
      }
      if (last === index && size > 1 && (kind & known) !== 0) continue;
      letters += 1;
      if (size <= 3) short += 1;
      if (size <= 2) veryShort += 1;
    }
    return letters >= 4 && short / letters >= 0.6 && veryShort >= 3;
  }

  #isLetter(index: number): boolean {
    const from = this.from[index] ?? 0;
    return (this.to[index] ?? 0) - from === 1 && (this.bytes[from] ?? 0) >= 97;
  }

  /** Cuts the closed-up letters of a broken name by the words that are known; the rest stays in one piece. */
  cutBroken(): void {
    const start = this.from[0] ?? 0;
    const end = this.to[this.count - 1] ?? 0;
    let text = "";
    for (let index = start; index < end; index += 1)
      text += String.fromCharCode(this.bytes[index] ?? 0);
    // The least cost of reading the first n letters: a known word costs less than its letters do.
    const cost = new Float64Array(text.length + 1);
    const cut = new Int32Array(text.length + 1);
    const { cutters } = this.#lexicon.tables;
    for (let to = 1; to <= text.length; to += 1) {
      cost[to] = (cost[to - 1] ?? 0) + 1;
      cut[to] = to - 1;
      for (let size = 3; size <= Math.min(16, to); size += 1) {
        const piece = text.slice(to - size, to);
        if (!cutters.has(piece)) continue;
        if (size === 3 && to !== text.length && piece !== "ltd") continue;
        const price = (cost[to - size] ?? 0) + 1.5;
        if (price < (cost[to] ?? 0)) {
          cost[to] = price;
          cut[to] = to - size;
        }
      }
    }
    const pieces: [number, number][] = [];
    let restEnd = -1;
    for (let to = text.length; to > 0;) {
      const from = cut[to] ?? 0;
      if (to - from > 1) {
        if (restEnd !== -1) pieces.push([to, restEnd]);
        restEnd = -1;
        pieces.push([from, to]);
      } else if (restEnd === -1) restEnd = to;
      to = from;
      if (to === 0 && restEnd !== -1) pieces.push([0, restEnd]);
    }
    pieces.reverse();
    pieces.forEach(([from, to], index) => {
      this.from[index] = start + from;
      this.to[index] = start + to;
    });
    this.count = pieces.length;
  }

  /** "ltdunit14": the legal form is glued to what follows. */
  dropGluedLegalForm(index: number): void {
    const from = this.from[index] ?? 0;
    const bytes = this.bytes;
    if (bytes[from] !== 108 || bytes[from + 1] !== 116 || bytes[from + 2] !== 100) return;
    if ((this.to[index] ?? 0) - from >= 6) this.from[index] = from + 3;
  }
}

const otherScripts =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Khmer}]/u;
