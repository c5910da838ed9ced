import * as opencc from "opencc-js";
import { hanPlaces, localPlaces } from "../../data/place-words.ts";
import { japaneseReadings } from "../../data/japanese-readings.ts";
import { tradeWords } from "../../data/trade-words.ts";
import { unspacedAddressWords } from "../../data/address-words.ts";
import { nameTranslations } from "../../data/name-translations.ts";
import legalForms from "../../data/legal-forms.json" with { type: "json" };
import { foldLatin } from "./fold-latin.ts";
import { readLines, readPair, readWords } from "./read-table.ts";
import { readHan, readHangul, readHangulLetters, readKana, readThai } from "./romanise.ts";

// The package's own declarations name files without endings, which this way of resolving does not find.
const { Converter } = opencc as unknown as {
  readonly Converter: (from: {
    readonly from: string;
    readonly to: string;
  }) => (text: string) => string;
};
/** Made when the first text in Han characters comes: it takes a tenth of a second. */
let converters: readonly ((text: string) => string)[] | undefined;
/** Traditional and Japanese forms of Han characters as simplified ones. */
export function simplify(text: string): string {
  converters ??= [Converter({ from: "jp", to: "cn" }), Converter({ from: "t", to: "cn" })];
  const [fromJapanese = same, fromTraditional = same] = converters;
  // 沪 is Shanghai in Chinese names, and only in Japan another way to write 濾.
  return fromTraditional(text.split("沪").map(fromJapanese).join("沪"));
}
const same = (text: string): string => text;

/** Stands for any legal form of an unspaced script; the reader of names takes it for one. */
export const legalMark = "ltd";
const moreLegalForms =
  "公司 有限责任公司 股份公司 有限责任股份公司 บริษัท จำกัด มหาชน หจก ห้างหุ้นส่วนจำกัด شركة المحدودة محدودة ооо зао оао пао ао тов еоод оод".split(
    " ",
  );
/** Follows the name of a place and says what kind it is: 深圳市, 江苏省. */
const kindsOfPlace = "市省县区镇乡";
const mostCached = 50_000;
const runs =
  /(?<han>[\p{Script=Han}々]+)|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}ー]+)|(?<hangul>\p{Script=Hangul}+)|(?<thai>[\p{Script=Thai}]+)|(?<other>[^\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}]+)/gu;
const looksJapanese =
  /[\p{Script=Hiragana}\p{Script=Katakana}]|株式会社|有限会社|合同会社|製作所|工業所/u;

const kanaAndHan =
  /\p{Script=Han}[\p{Script=Hiragana}\p{Script=Katakana}]|[\p{Script=Hiragana}\p{Script=Katakana}]\p{Script=Han}/u;

/** Reads text of any script into folded Latin words. What it learns from `equivalents` holds for this reader only. */
export interface Latiniser {
  /** `japanese` reads Han characters the Japanese way. */
  (text: string, japanese?: boolean): string;
  /** Read with words translated that makers write by sound or by meaning; null where there is none. */
  translated(text: string): string | null;
}

interface Dictionaries {
  readonly words: ReadonlyMap<string, string>;
  readonly japaneseWords: ReadonlyMap<string, string>;
  readonly meanings: ReadonlyMap<string, string>;
  readonly places: ReadonlySet<string>;
  /** Words of Han characters and kana together: 京セラ. */
  readonly mixed: readonly (readonly [form: string, latin: string])[];
  readonly longest: number;
}

/** Every table as maps from what is written, in simplified characters, to Latin words. */
function makeDictionaries(equivalents: readonly (readonly string[])[]): Dictionaries {
  const words = new Map<string, string>();
  const places = new Set<string>();
  const japaneseWords = new Map<string, string>();
  const put = (form: string, latin: string, over = false): void => {
    const whole = form.normalize("NFKC").toLowerCase();
    const key = /\p{Script=Han}/u.test(whole) ? simplify(whole) : whole;
    if (over || !words.has(key)) words.set(key, latin);
  };
  for (const form of [...legalForms.unspaced, ...moreLegalForms]) put(form, legalMark);
  for (const line of readLines(tradeWords)) {
    const [head = "", local = ""] = line.split("|");
    const concept = head.slice(0, head.indexOf(":"));
    for (const form of local.split(" ")) if (form !== "") put(form, concept);
  }
  for (const entry of hanPlaces.split(/\s+/u)) {
    if (entry === "") continue;
    const [form, reading] = readPair(entry);
    put(form, reading ?? readHan(form));
    places.add(reading ?? readHan(form));
  }
  for (const entry of localPlaces.split(/\s+/u)) {
    const [form, reading] = readPair(entry);
    if (reading !== null) put(form, reading);
  }
  for (const line of readLines(unspacedAddressWords)) {
    const [form = "", ...latin] = line.split(" ");
    put(form, latin.join(" ").replaceAll("-", " "));
  }
  for (const [compared, ...forms] of equivalents)
    for (const form of forms) if (/[^ -~]/u.test(form)) put(form, compared ?? "", true);
  for (const entry of japaneseReadings.split(/\s+/u)) {
    const [form, reading] = readPair(entry);
    if (reading !== null) japaneseWords.set(simplify(form), reading);
  }
  const meanings = new Map<string, string>();
  for (const entry of nameTranslations.split(/\s+/u)) {
    const [form, meaning] = readPair(entry);
    if (meaning !== null) meanings.set(simplify(form), meaning);
  }
  let longest = 1;
  for (const form of [...words.keys(), ...meanings.keys()])
    longest = Math.max(longest, form.length);
  const mixed = [...words].filter(
    ([form]) =>
      /\p{Script=Han}/u.test(form) && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(form),
  );
  return { words, japaneseWords, meanings, places, mixed, longest };
}

/**
 * Makes a reader of any script: known trades, places, legal forms, address words and equivalents are translated, the rest is
 * read by sound. `equivalents` are groups of names of one maker; the first of a group is the form written.
 *
 * @example makeLatiniser([["boe", "京东方"]])("合肥京东方光电科技有限公司") // → "hefei boe optoelectronic technology ltd"
 */
export function makeLatiniser(equivalents: readonly (readonly string[])[]): Latiniser {
  let dictionaries: Dictionaries | undefined;
  const known = (): Dictionaries => (dictionaries ??= makeDictionaries(equivalents));
  const cache = new Map<string, string>();

  /** Set while a text is read by meaning. */
  let byMeaning = false;
  function find(text: string, at: number, japanese: boolean): readonly [string, number] | null {
    const { words, japaneseWords, meanings, longest } = known();
    for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
      const piece = text.slice(at, at + length);
      const found =
        (japanese ? japaneseWords.get(piece) : undefined) ??
        (byMeaning ? (meanings.get(piece) ?? japaneseWords.get(piece)) : undefined) ??
        words.get(piece);
      if (found !== undefined) return [found, length];
    }
    return null;
  }

  /** Where the next known word of two characters or more begins, so that its first syllable is read as no letter. */
  function nextWord(run: string, from: number): number {
    for (let at = from + 1; at < Math.min(run.length, from + 12); at += 1)
      if ((find(run, at, false)?.[1] ?? 0) > 1) return at;
    return from + 12;
  }

  function readRun(
    run: string,
    sound: (rest: string) => string,
    japanese: boolean,
    singles: boolean,
  ): string {
    const out: string[] = [];
    let rest = "";
    const close = (): void => {
      if (rest !== "") out.push(sound(rest));
      rest = "";
    };
    for (let at = 0; at < run.length;) {
      const found = find(run, at, japanese);
      const spelt = readHangulLetters(run.slice(at, nextWord(run, at)));
      // In the middle of a run only three letters or more are surely letters.
      const letters = rest === "" || (spelt?.latin.length ?? 0) >= 3 ? spelt : null;
      // One character alone is a word only in an address (路, 号), or where it ends a name (…厂).
      if (found !== null && (found[1] > 1 || singles || at + 1 === run.length)) {
        close();
        out.push(found[0]);
        at += found[1];
        if (!singles && known().places.has(found[0]) && kindsOfPlace.includes(run[at] ?? "-"))
          at += 1;
      } else if (letters !== null) {
        close();
        out.push(letters.latin);
        at += letters.length;
      } else {
        rest += run[at];
        at += 1;
      }
    }
    close();
    return out.join(" ");
  }

  function lookUp(word: string): string | undefined {
    const { words, meanings } = known();
    for (const form of formsOf(word)) {
      const found = (byMeaning ? meanings.get(form) : undefined) ?? words.get(form);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Text with the words of Han characters and kana together read, as each script is read by itself. */
  function readMixed(text: string): string {
    const simple = simplify(text);
    return known().mixed.reduce(
      (read, [form, latin]) => read.replaceAll(form, ` ${latin} `),
      simple,
    );
  }

  function read(text: string, japanese: boolean): string {
    // A hyphen inside a Thai name parts syllables, not words.
    const plain = text
      .normalize("NFKC")
      .replaceAll(/(?<=\p{Script=Thai})-(?=\p{Script=Thai})/gu, "");
    const asJapanese = japanese || looksJapanese.test(plain);
    const whole = kanaAndHan.test(plain) ? readMixed(plain) : plain;
    const singles = /[路号區区市镇鎮]/u.test(whole) && /\d/u.test(whole);
    const out: string[] = [];
    for (const { groups } of whole.matchAll(runs)) {
      if (groups === undefined) continue;
      const { han, kana, hangul, thai, other } = groups;
      if (han !== undefined) out.push(readRun(simplify(han), readHan, asJapanese, singles));
      else if (kana !== undefined) out.push(readRun(kana, readKana, false, false));
      else if (hangul !== undefined) out.push(readRun(hangul, readHangul, false, false));
      else if (thai !== undefined) out.push(readRun(thai, readThai, false, false));
      else if (other !== undefined)
        out.push(
          other
            .split(/([\p{L}\p{M}]+)/u)
            .map((word) => lookUp(word.toLowerCase()) ?? spell(word))
            .join(""),
        );
    }
    return foldLatin(out.join(" "));
  }

  const cached = (key: string, make: () => string): string => {
    const before = cache.get(key);
    if (before !== undefined) return before;
    const latin = make();
    if (cache.size >= mostCached) cache.clear();
    cache.set(key, latin);
    return latin;
  };
  const bySound = (text: string, japanese = false): string =>
    cached(japanese ? `j${text}` : `s${text}`, () => read(text, japanese));
  return Object.assign(bySound, {
    translated(text: string): string | null {
      const meant = cached(`m${text}`, () => {
        byMeaning = true;
        const latin = read(text, false);
        byMeaning = false;
        return latin;
      });
      return meant === bySound(text) ? null : meant;
    },
  });
}

/** A word of no table before its letters are exchanged: Cyrillic дж is what others write j; the Arabic article is left out. */
function spell(word: string): string {
  return word.replaceAll(/дж/giu, "j").replace(/^ال(?=\p{Script=Arabic}{3})/u, "");
}

/** A word, and in Arabic what is left of it without what is written on to it: و "and", لل "for the", ال "the". */
function formsOf(word: string): readonly string[] {
  if (!/^\p{Script=Arabic}{4,}$/u.test(word)) return [word];
  const bare = word.replace(/^و(?=.{3})/u, "");
  const named = bare.replace(/^(?:لل|بال|ال)(?=.{3})/u, "");
  return [word, bare, `ال${named}`, named];
}

/** The groups of a table of equivalents, parted by semicolons or line ends; a hyphen is a blank. */
export function readEquivalents(table: string): readonly (readonly string[])[] {
  return readLines(table.replaceAll(";", "\n")).map(readWords);
}
