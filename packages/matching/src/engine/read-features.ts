import { knownEquivalents } from "../data/known-equivalents.ts";
import { hashBytes, type Lexicon, mixHash } from "./lexicon.ts";
import type { SiteToMatch } from "./site-to-match.ts";
import { type Latiniser, makeLatiniser, readEquivalents } from "./text/latinise.ts";
import { longestText, WordSplitter } from "./split-words.ts";
import { kinds, makeWordTables, type WordTables } from "./text/word-facts.ts";

/**
 * A record's features are 32-bit numbers in one array, so that a million of them fit and are compared without objects.
 *
 * header: length, country, flags, phone, latitude, longitude (1e-5 degrees), metres, counts of ids, address words and names;
 * then id pairs (scheme, value), address words, and for each name its count and words. A word is its number in the lexicon
 * with its class in the upper bits.
 */
export const at = {
  length: 0,
  country: 1,
  flags: 2,
  phone: 3,
  latitude: 4,
  longitude: 5,
  metres: 6,
  ids: 7,
  addressWords: 8,
  names: 9,
  /** A hash of all that is compared, the same in every thread: puts two records in an order. */
  content: 10,
  header: 11,
} as const;
export const flags = { otherScript: 1, brokenSpacing: 2 } as const;
export const nothing = -0x80000000;

export const classShift = 28;
export const wordMask = (1 << classShift) - 1;
/** Classes of words in names. */
export const nameClass = { brand: 0, trade: 1, place: 2, number: 3, ofAddress: 4 } as const;
/** Classes of words in addresses. */
export const addressClass = {
  word: 0,
  area: 1,
  place: 2,
  number: 3,
  unit: 4,
  direction: 5,
  postal: 6,
} as const;

const mostWords = 40;
const mostAliases = 8;

/** What reading needs to know: word tables and readers of other scripts, with the equivalents in force. */
export interface ReadingTables {
  readonly tables: WordTables;
  readonly latinise: Latiniser;
}

/** The tables without anybody's own equivalents are made once: they take a tenth of a second. */
let plainTables: ReadingTables | undefined;

/**
 * Tables for reading records. `equivalents` are added to the known ones; `withoutKnown` leaves these out (for measuring).
 *
 * @example makeReadingTables({ equivalents: [["acme", "埃克米"]] })
 */
export function makeReadingTables(
  options: {
    readonly equivalents?: readonly (readonly string[])[];
    readonly withoutKnown?: boolean;
  } = {},
): ReadingTables {
  const isPlain = (options.equivalents ?? []).length === 0 && options.withoutKnown !== true;
  if (isPlain && plainTables !== undefined) return plainTables;
  const groups = [
    ...(options.equivalents ?? []),
    ...(options.withoutKnown === true ? [] : readEquivalents(knownEquivalents)),
  ];
  const made = { tables: makeWordTables(groups), latinise: makeLatiniser(groups) };
  if (isPlain) plainTables = made;
  return made;
}

/** Reads records into one array that is used again and again: take what is needed before the next `read`. */
export class FeatureReader {
  readonly out: Int32Array = new Int32Array(4096);
  length = 0;
  readonly #lexicon: Lexicon;
  readonly #latinise: Latiniser;
  readonly #words: WordSplitter;
  readonly #compass: ReadonlySet<number>;

  constructor(lexicon: Lexicon, reading: ReadingTables) {
    this.#lexicon = lexicon;
    this.#latinise = reading.latinise;
    this.#words = new WordSplitter(lexicon, reading.latinise);
    this.#compass = new Set(
      ["north", "south", "east", "west"].map((word) => lexicon.internText(word)),
    );
  }

  /** Reads one record into `out[0..length)`. Never throws, whatever the text. */
  read(record: SiteToMatch): void {
    const { out } = this;
    out[at.country] = packCountry(record.country);
    const isJapanese = record.country === "JP" || record.country === "jp";
    out[at.flags] = 0;
    out[at.phone] = packPhone(record.phone);
    const { latitude, longitude } = record;
    const placed =
      typeof latitude === "number" &&
      typeof longitude === "number" &&
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180 &&
      (latitude !== 0 || longitude !== 0);
    out[at.latitude] = placed ? Math.round(latitude * 1e5) : nothing;
    out[at.longitude] = placed ? Math.round(longitude * 1e5) : nothing;
    out[at.metres] = Math.min(1e6, Math.max(10, record.coordinateMetres ?? 1000));
    let end: number = at.header;
    out[at.ids] = 0;
    for (const [scheme, value] of Object.entries(record.identifiers ?? {})) {
      const plain =
        typeof value === "string" ? value.toUpperCase().replaceAll(/[^A-Z0-9]/g, "") : "";
      if (plain.length < 4 || (out[at.ids] ?? 0) >= 8) continue;
      out[end] = hashText(scheme);
      out[end + 1] = hashText(plain);
      out[at.ids] = (out[at.ids] ?? 0) + 1;
      end += 2;
    }
    const start = end;
    end = this.#readAddress(record.address ?? "", end, isJapanese);
    if (record.locality != null && record.locality !== "")
      end = this.#readAddress(record.locality, end, isJapanese);
    if (record.postalCode != null && record.postalCode !== "" && end - start < mostWords + 8)
      end = this.#readPostal(record.postalCode, end);
    out[at.addressWords] = end - start;
    out[at.names] = 1;
    end = this.#readName(record.name, end, isJapanese, true);
    if (((out[at.flags] ?? 0) & flags.otherScript) !== 0) {
      const meant = this.#latinise.translated(record.name.slice(0, longestText));
      if (meant !== null) {
        out[at.names] = 2;
        end = this.#readName(meant, end, isJapanese, false);
      }
    }
    let aliases = 0;
    const others = record.aliases ?? [];
    for (let index = 0; index <= others.length; index += 1) {
      const alias = index < others.length ? others[index] : record.parent;
      if (alias == null || alias === "" || aliases >= mostAliases) continue;
      aliases += 1;
      out[at.names] = (out[at.names] ?? 0) + 1;
      end = this.#readName(alias, end, isJapanese, false);
    }
    out[at.length] = end;
    this.length = end;
    out[at.content] = this.#hashContent(start, end);
  }

  #hashContent(start: number, end: number): number {
    const { out } = this;
    const { hashes } = this.#lexicon;
    let hash = (out[at.country] ?? 0) ^ (out[at.phone] ?? 0) ^ (out[at.latitude] ?? 0);
    for (let index = at.header; index < start; index += 1)
      hash = Math.imul(hash ^ (out[index] ?? 0), 0x01000193);
    const address = start + (out[at.addressWords] ?? 0);
    let next = address;
    for (let index = start; index < end; index += 1) {
      const packed = out[index] ?? 0;
      if (index === next) {
        // The count of a name's words.
        hash = Math.imul(hash ^ packed, 0x01000193);
        next += 1 + packed;
        continue;
      }
      const word = hashes[packed & wordMask] ?? 0;
      hash = Math.imul(hash ^ word ^ (packed >>> classShift), 0x01000193);
    }
    return mixHash(hash) | 0;
  }

  #readName(text: string, start: number, japanese: boolean, isFirst: boolean): number {
    const { out } = this;
    const lexicon = this.#lexicon;
    const repaired = text.includes(".0") ? text.replaceAll(/\b([ds])\.?0\.?0\b/giu, "$1oo") : text;
    if (this.#words.split(repaired, japanese) && isFirst)
      out[at.flags] = (out[at.flags] ?? 0) | flags.otherScript;
    if (this.#words.count >= 4 && this.#words.looksBroken()) {
      this.#words.cutBroken();
      if (isFirst) out[at.flags] = (out[at.flags] ?? 0) | flags.brokenSpacing;
    }
    this.#words.joinLetters();
    let end = start + 1;
    let skipped = 0;
    for (let round = 0; round < 2; round += 1) {
      // A name that is nothing but legal forms and fillers keeps its words.
      const keepAll = round === 1;
      for (let index = 0; index < this.#words.count && end - start <= mostWords; index += 1) {
        this.#words.dropGluedLegalForm(index);
        const [id, words] = this.#wordOrPhrase(index);
        const kind = words > 1 ? this.#phraseKind : (lexicon.kind[id] ?? 0);
        index += words - 1;
        const isLegal =
          (kind & kinds.legal) !== 0 &&
          (words > 1 || index > 0 || (kind & kinds.prefixLegal) !== 0);
        if (!keepAll && (isLegal || ((kind & kinds.filler) !== 0 && this.#words.count > 1))) {
          skipped += 1;
          continue;
        }
        const inName = words > 1 ? id : (lexicon.inName[id] ?? id);
        // "Works North" and "Works West" are two plants.
        const group =
          (kind & kinds.digits) !== 0
            ? nameClass.number
            : (kind & kinds.trade) !== 0
              ? nameClass.trade
              : (kind & kinds.place) !== 0 || this.#compass.has(id)
                ? nameClass.place
                : nameClass.brand;
        out[end] = inName | (group << classShift);
        end += 1;
      }
      if (end > start + 1 || skipped === 0) break;
    }
    out[start] = end - start - 1;
    this.#findPlacesOfAddress(start, end);
    return end;
  }

  /**
   * A name's word that stands in the record's own address tells where, not who ("Polytex Garments (Koggala)"), as long as another
   * word of its own is left.
   */
  #findPlacesOfAddress(start: number, end: number): void {
    const { out } = this;
    const from = at.header + 2 * (out[at.ids] ?? 0);
    const to = from + (out[at.addressWords] ?? 0);
    let own = 0;
    let inAddress = 0;
    for (let index = start + 1; index < end; index += 1) {
      const word = out[index] ?? 0;
      if (word >>> classShift !== nameClass.brand) continue;
      if (this.#stands(word, from, to)) inAddress += 1;
      else own += 1;
    }
    if (own === 0 || inAddress === 0) return;
    for (let index = start + 1; index < end; index += 1) {
      const word = out[index] ?? 0;
      if (word >>> classShift === nameClass.brand && this.#stands(word, from, to))
        out[index] = word | (nameClass.ofAddress << classShift);
    }
  }

  #stands(word: number, from: number, to: number): boolean {
    for (let index = from; index < to; index += 1)
      if (((this.out[index] ?? 0) & wordMask) === word) return true;
    return false;
  }

  #phraseKind = 0;

  /** The word at `index`, or the phrase of two or three words that begins there. */
  #wordOrPhrase(index: number): readonly [id: number, words: number] {
    const lexicon = this.#lexicon;
    const id = this.#intern(index);
    if (((lexicon.kind[id] ?? 0) & kinds.startsPhrase) === 0) return [id, 1];
    let text = lexicon.text(id);
    const found: [number, number, number] = [id, 1, 0];
    for (let words = 2; words <= 3 && index + words <= this.#words.count; words += 1) {
      text += ` ${lexicon.text(this.#intern(index + words - 1))}`;
      const facts = lexicon.tables.phrase(text);
      if (facts === undefined) continue;
      found[0] = lexicon.internText(facts.inName.replaceAll(" ", ""));
      found[1] = words;
      found[2] = facts.kind;
    }
    this.#phraseKind = found[2];
    return [found[0], found[1]];
  }

  #intern(index: number): number {
    return this.#lexicon.intern(
      this.#words.bytes,
      this.#words.from[index] ?? 0,
      this.#words.to[index] ?? 0,
    );
  }

  #readPostal(text: string, start: number): number {
    const plain = text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "")
      .slice(0, 12);
    if (plain === "") return start;
    this.out[start] = this.#lexicon.internText(plain) | (addressClass.postal << classShift);
    return start + 1;
  }

  #readAddress(text: string, start: number, japanese: boolean): number {
    const { out } = this;
    const lexicon = this.#lexicon;
    this.#words.split(text, japanese);
    let end = start;
    let numbers = 0;
    let words = 0;
    let afterUnit = false;
    for (let index = 0; index < this.#words.count && end - start < mostWords; index += 1) {
      const [id, length] = this.#wordOrPhrase(index);
      const kind = length > 1 ? this.#phraseKind : (lexicon.kind[id] ?? 0);
      const from = this.#words.from[index] ?? 0;
      const size = (this.#words.to[index] ?? 0) - from;
      index += length - 1;
      const inAddress = length > 1 ? id : (lexicon.inAddress[id] ?? id);
      let group: number = addressClass.word;
      if (length === 1 && this.#isStreetNumber(index, kind, size)) {
        group = addressClass.word;
        words += 1;
        afterUnit = false;
      } else if ((kind & kinds.digits) !== 0) {
        const isPostal =
          (size >= 5 || (size === 4 && this.#isShortPostal(index, length))) &&
          size <= 7 &&
          this.#allDigits(from, size) &&
          !(numbers === 0 && words === 0 && index + 2 < this.#words.count);
        group = isPostal
          ? addressClass.postal
          : afterUnit
            ? addressClass.unit
            : addressClass.number;
        numbers += 1;
        afterUnit = false;
      } else if (afterUnit && size === 1) {
        group = addressClass.unit;
        afterUnit = false;
      } else if ((kind & kinds.addressFiller) !== 0 && size <= 6) continue;
      else if ((kind & kinds.unit) !== 0) {
        afterUnit = true;
        continue;
      } else if ((kind & kinds.street) !== 0) {
        afterUnit = false;
        continue;
      } else if ((kind & kinds.direction) !== 0 && !this.#isBeforeStreetWord(index)) {
        group = addressClass.direction;
        afterUnit = false;
      } else if ((kind & kinds.place) !== 0) {
        group = addressClass.place;
        words += 1;
      } else if ((kind & kinds.area) !== 0) {
        group = addressClass.area;
      } else {
        words += 1;
        afterUnit = false;
      }
      out[end] = inAddress | (group << classShift);
      end += 1;
    }
    return end;
  }

  /** "51st Street", "7042 sokak no 6", "Third St": the number is the street's name. */
  #isStreetNumber(index: number, kind: number, size: number): boolean {
    if ((kind & kinds.digits) === 0 || size > 5) return false;
    if (this.#words.ordinal[index] === 1) return true;
    const isSpelt = (this.#words.bytes[this.#words.from[index] ?? 0] ?? 0) >= 97 && size >= 5;
    if (index + 1 >= this.#words.count) return false;
    const next = this.#lexicon.kind[this.#intern(index + 1)] ?? 0;
    if ((next & kinds.street) === 0) return false;
    if (isSpelt) return true;
    // "95 Ave. A": what an address begins with is the door; "plot no. 21 st2": so is what follows such a word.
    if (index === 0) return false;
    const before = this.#lexicon.kind[this.#intern(index - 1)] ?? 0;
    if ((before & kinds.addressFiller) !== 0) return false;
    for (let other = 0; other < this.#words.count; other += 1)
      if (other !== index && (this.#words.bytes[this.#words.from[other] ?? 0] ?? 97) <= 57)
        return true;
    return false;
  }

  /** "Dhaka-1340", where codes have four digits: the last number, behind a word that does not ask for a number. */
  #isShortPostal(index: number, length: number): boolean {
    if (!shortPostal.has(this.out[at.country] ?? 0) || index === 0 || length > 1) return false;
    const before = this.#lexicon.kind[this.#intern(index - 1)] ?? 0;
    if ((before & (kinds.addressFiller | kinds.unit | kinds.street | kinds.digits)) !== 0)
      return false;
    for (let other = index + 1; other < this.#words.count; other += 1)
      if ((this.#words.bytes[this.#words.from[other] ?? 0] ?? 97) <= 57) return false;
    return true;
  }

  /** "North Ave": here the direction is the street's name. */
  #isBeforeStreetWord(index: number): boolean {
    if (index + 1 >= this.#words.count) return false;
    return ((this.#lexicon.kind[this.#intern(index + 1)] ?? 0) & kinds.street) !== 0;
  }

  #allDigits(from: number, size: number): boolean {
    for (let index = from; index < from + size; index += 1)
      if ((this.#words.bytes[index] ?? 0) > 57) return false;
    return true;
  }
}

/** Where the names of a record begin. */
export function namesStart(data: Int32Array, start: number): number {
  return start + at.header + 2 * (data[start + at.ids] ?? 0) + (data[start + at.addressWords] ?? 0);
}

/** Countries whose postal codes have four digits. */
const shortPostal: ReadonlySet<number> = new Set(
  "BD BG AT BE DK NO CH PH HU ZA AU NZ LU TN GE MK AL CY SI AM".split(" ").map(packCountry),
);
const textBytes = new Uint8Array(256);

/** A text's hash, of its first 256 characters. */
export function hashText(text: string): number {
  const size = Math.min(256, text.length);
  for (let index = 0; index < size; index += 1) textBytes[index] = text.charCodeAt(index);
  return hashBytes(textBytes, 0, size) | 0;
}

/** The two letters of a country as a number, 0 where there is none. */
export function packCountry(country: string | null | undefined): number {
  if (country == null || country.length !== 2) return 0;
  const upper = country.toUpperCase();
  return (upper.charCodeAt(0) << 8) | upper.charCodeAt(1);
}

/** The last seven digits: area and country codes are left out by many. */
function packPhone(phone: string | null | undefined): number {
  if (phone == null) return 0;
  const digits = phone.replaceAll(/\D/g, "");
  if (digits.length < 6) return 0;
  return mixHash(Number(digits.slice(-7)) + 1) | 0;
}
