/** Reads text of any script into the words it is found by. */
import { Lexicon } from "../engine/lexicon.ts";
import { makeReadingTables, type ReadingTables } from "../engine/read-features.ts";
import { WordSplitter } from "../engine/split-words.ts";
import { makeLatiniser, simplify, type Latiniser } from "../engine/text/latinise.ts";

/** Longer names and addresses are cut: they are no text. */
export const longestText = 600;
const mostBrokenWords = 50_000;
const unspaced =
  /[\p{Script=Han}々\p{Script=Hangul}\p{Script=Thai}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu;
const otherScripts =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Khmer}]/u;

/** One way of reading a text: its words in their order. */
export type Reading = readonly string[];

/** True when a text has words of a script that is read by sound or meaning. */
export function hasOtherScript(text: string): boolean {
  return otherScripts.test(text);
}

let plain: Latiniser | undefined;
/** Reads by sound what a table of equivalents would replace: 京东方 "jingdongfang". */
function plainLatiniser(): Latiniser {
  return (plain ??= makeLatiniser([]));
}

/** Reads names, addresses and what is typed into words of ASCII letters and digits. */
export class WordReader {
  readonly #tables: ReadingTables;
  #brokenWords: Lexicon;
  #splitter: WordSplitter;

  constructor(tables: ReadingTables = makeReadingTables()) {
    this.#tables = tables;
    this.#brokenWords = new Lexicon(tables.tables);
    this.#splitter = new WordSplitter(this.#brokenWords, tables.latinise);
  }

  /** What words are known to be, and the form they are compared in. */
  get tables(): ReadingTables["tables"] {
    return this.#tables.tables;
  }

  /** Words of a Latin text; letters that were spaced apart are joined, broken words cut where known words end. */
  readLatin(text: string): string[] {
    const words = splitWords(text);
    if (words.length < 4) return joinLetters(words);
    const letters = words.filter((word) => !isNumber(word));
    const short = letters.filter((word) => word.length <= 3).length;
    if (letters.length < 4 || short / letters.length < 0.6) return joinLetters(words);
    // It keeps every word it meets, also what was only typed: begun anew before that is much.
    if (this.#brokenWords.size > mostBrokenWords) {
      this.#brokenWords = new Lexicon(this.#tables.tables);
      this.#splitter = new WordSplitter(this.#brokenWords, this.#tables.latinise);
    }
    this.#splitter.split(text, false);
    if (!this.#splitter.looksBroken()) return joinLetters(words);
    this.#splitter.cutBroken();
    const cut: string[] = [];
    for (let index = 0; index < this.#splitter.count; index += 1) {
      const [from, to] = [this.#splitter.from[index] ?? 0, this.#splitter.to[index] ?? 0];
      cut.push(String.fromCharCode(...this.#splitter.bytes.subarray(from, to)));
    }
    return cut;
  }

  /**
   * Every way a text is read: as Latin words; of another script with makers' names translated, by sound alone, by meaning, the
   * Japanese way, and as pairs of neighbouring characters, which find any part of a name that is written without blanks.
   */
  read(text: string, japanese: boolean | "perhaps"): readonly Reading[] {
    const cut = text.length > longestText ? text.slice(0, longestText) : text;
    if (isAscii(cut)) return [this.readLatin(cut)];
    const { latinise } = this.#tables;
    if (!hasOtherScript(cut)) return [this.readLatin(latinise(cut))];
    const texts = new Set([
      latinise(cut, japanese === true),
      plainLatiniser()(cut, japanese === true),
      latinise.translated(cut) ?? "",
      ...(japanese === "perhaps" ? [latinise(cut, true)] : []),
    ]);
    const readings = [...texts]
      .filter((latin) => latin !== "")
      .map((latin) => joinLetters(splitWords(latin.slice(0, longestText * 4))));
    const pairs = readPairs(cut);
    return pairs.length === 0 ? readings : [...readings, pairs];
  }
}

/** Runs of an unspaced script as pairs of neighbouring characters, and the words between the runs. */
function readPairs(raw: string): string[] {
  const text = simplify(raw.normalize("NFKC"));
  const words: string[] = [];
  let end = 0;
  for (const run of text.matchAll(unspaced)) {
    const before = text.slice(end, run.index);
    if (isAscii(before)) words.push(...joinLetters(splitWords(before)));
    end = run.index + run[0].length;
    const codes = Array.from({ length: run[0].length }, (_, at) =>
      run[0].charCodeAt(at).toString(16).toUpperCase().padStart(4, "0"),
    );
    codes.forEach((code, at) => words.push(`${pairMark}${code}${codes[at + 1] ?? ""}`));
  }
  const rest = text.slice(end);
  if (isAscii(rest)) words.push(...joinLetters(splitWords(rest)));
  return words.some((word) => word.startsWith(pairMark)) ? words : [];
}

/** Begins a pair of characters, which so is no word of letters. */
export const pairMark = ".";

/** True for the last character of a run, which stands alone. */
export function isSingleCharacter(word: string): boolean {
  return word.startsWith(pairMark) && word.length === 5;
}

/** True for a word that begins with a digit. */
export function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Lower-case words of letters and digits; parted where two letters or more meet digits, apostrophes closed up. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  let letters = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at += 1) {
    let code = at < text.length ? text.charCodeAt(at) : 32;
    if (code === 39 || code === 96) continue;
    if (code >= 65 && code <= 90) code += 32;
    const isLetter = code >= 97 && code <= 122;
    const isDigit = code >= 48 && code <= 57;
    const next = text.charCodeAt(at + 1) | 32;
    const parts =
      (!isLetter && !isDigit) ||
      (isDigit && letters >= 2) ||
      (isLetter && digits > 0 && letters === 0 && next >= 97 && next <= 122);
    if (parts && word !== "") {
      words.push(word);
      word = "";
      letters = 0;
      digits = 0;
    }
    if (isLetter || isDigit) {
      word += String.fromCharCode(code);
      if (isLetter) letters += 1;
      else digits += 1;
    }
  }
  return words;
}

/** Joins runs of single letters: "s. a." → "sa", "m & v" → "mv". */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let wasLetter = false;
  for (const word of words) {
    const isLetter = word.length === 1 && !isNumber(word);
    if (isLetter && wasLetter) joined[joined.length - 1] += word;
    else joined.push(word);
    wasLetter = isLetter;
  }
  return joined;
}
