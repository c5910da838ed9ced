import { hashBytes } from "../engine/lexicon.ts";
import type { SiteToMatch } from "../engine/site-to-match.ts";
import { IdentifierTable, type IdentifierArrays } from "./identifier-table.ts";
import { WordReader } from "./read-words.ts";
import { asciiBytes, grown, WordList, type WordListArrays } from "./word-list.ts";

/** Where a word stands in a record; the lower bits of a packed word. */
export const field = { nameBegins: 0, name: 1, alias: 2, address: 3 } as const;
export const fieldBits = 2;
export const fields = 1 << fieldBits;

/** Number of the way the arrays are laid out; others are not opened. */
export const searchFormat = 2;

const mostWords = 60;
const mostAliases = 12;
/** So many records, and this share of the others, may wait outside the postings; they are looked at one by one. */
const fewWaiting = 200;
const shareWaiting = 0.03;

/** A site as it is looked for. */
export interface SiteToFind extends SiteToMatch {
  /** Addresses that go with the aliases. */
  readonly otherAddresses?: readonly string[] | null;
  /** It may stand in another index that is searched together with this one: then it is told once. */
  readonly shared?: boolean;
  /** Only names for a site of another index: it is no site of this one's own. */
  readonly foreign?: boolean;
}

const flag = { shared: 1, foreign: 2 } as const;

/** An index as it is written down: typed arrays only. */
export interface SearchArrays {
  readonly format: number;
  readonly size: number;
  readonly words: WordListArrays;
  readonly data: Uint32Array;
  readonly offsets: Uint32Array;
  readonly removed: Uint8Array;
  readonly nameWords: Uint8Array;
  readonly countries: Uint16Array;
  readonly flags: Uint8Array;
  readonly ties: Uint32Array;
  readonly idBytes: Uint8Array;
  readonly idStarts: Uint32Array;
  readonly identifiers: IdentifierArrays;
  readonly live: number;
  readonly counts: Int32Array;
  readonly postings: Uint32Array;
  readonly starts: Uint32Array;
  readonly sortedWords: Uint32Array;
  /** How many records stand in the postings, and how many words are sorted. */
  readonly settled: number;
  readonly settledWords: number;
}

/**
 * Sites, found by what somebody types. Each record's words lie in one array (`data`), in the order name, aliases, address; the
 * postings (which records have a word in which field) are made from them, and made anew when many records were added.
 */
export class SearchIndex {
  readonly words: WordList;
  data: Uint32Array;
  offsets: Uint32Array;
  removed: Uint8Array;
  nameWords: Uint8Array;
  countries: Uint16Array;
  #flags: Uint8Array;
  /** A number for each id that depends on the id only: breaks ties alike in every order. */
  ties: Uint32Array;
  size = 0;
  live = 0;
  /** How many live records have a word in a field: `counts[word * fields + field]`. */
  counts: Int32Array = new Int32Array(1 << 12);
  /** Records of a word and field, of those before `settled`. */
  postings: Uint32Array = new Uint32Array(0);
  starts: Uint32Array = new Uint32Array(1);
  /** Words before `settledWords` in the order of their bytes; later ones are looked at one by one. */
  sortedWords: Uint32Array = new Uint32Array(0);
  settled = 0;
  settledWords = 0;
  /** Settled records by the first word of their name, in the order of the sorted words: those that begin alike lie side by side. */
  byFirstWord: Uint32Array = new Uint32Array(0);
  firstWordStarts: Uint32Array = new Uint32Array(1);
  readonly #identifiers: IdentifierTable;
  readonly #reader: WordReader;
  #idBytes: Uint8Array;
  #idStarts: Uint32Array;
  /** Other forms of a word by the form they are compared in: "electronics" and "dianzi" by "electronic". */
  readonly #forms = new Map<string, number[]>();
  #formsRead = 0;
  /** Packed classes of records during one search; all zero between searches. */
  #classes = new Uint32Array(0);
  #touched = new Int32Array(0);
  #orders = new Float64Array(0);
  #marks = new Uint8Array(0);

  /** The arrays given are the index's own from then on. */
  constructor(reader: WordReader = new WordReader(), from?: SearchArrays) {
    this.#reader = reader;
    this.words = new WordList(from?.words);
    this.data = from?.data ?? new Uint32Array(1 << 14);
    this.offsets = from?.offsets ?? new Uint32Array(1 << 10);
    this.removed = from?.removed ?? new Uint8Array(1 << 10);
    this.nameWords = from?.nameWords ?? new Uint8Array(1 << 10);
    this.countries = from?.countries ?? new Uint16Array(1 << 10);
    this.#flags = from?.flags ?? new Uint8Array(1 << 10);
    this.ties = from?.ties ?? new Uint32Array(1 << 10);
    this.#idBytes = from?.idBytes ?? new Uint8Array(1 << 14);
    this.#idStarts = from?.idStarts ?? new Uint32Array(1 << 10);
    this.#identifiers = new IdentifierTable(from?.identifiers);
    if (from === undefined) return;
    this.size = from.size;
    this.live = from.live;
    this.counts = from.counts;
    this.postings = from.postings;
    this.starts = from.starts;
    this.sortedWords = from.sortedWords;
    this.settled = from.settled;
    this.settledWords = from.settledWords;
    this.#sortByFirstWord();
  }

  get reader(): WordReader {
    return this.#reader;
  }

  /** A copy of the index as arrays. */
  arrays(): SearchArrays {
    this.settle();
    const { size } = this;
    return {
      format: searchFormat,
      size,
      words: this.words.arrays(),
      data: this.data.slice(0, this.offsets[size]),
      offsets: this.offsets.slice(0, size + 1),
      removed: this.removed.slice(0, size),
      nameWords: this.nameWords.slice(0, size),
      countries: this.countries.slice(0, size),
      flags: this.#flags.slice(0, size),
      ties: this.ties.slice(0, size),
      idBytes: this.#idBytes.slice(0, this.#idStarts[size]),
      idStarts: this.#idStarts.slice(0, size + 1),
      identifiers: this.#identifiers.arrays(),
      live: this.live,
      counts: this.counts.slice(0, this.words.size * fields),
      postings: this.postings.slice(),
      starts: this.starts.slice(),
      sortedWords: this.sortedWords.slice(),
      settled: this.settled,
      settledWords: this.settledWords,
    };
  }

  /** Bytes that are held. */
  get bytes(): number {
    const kept = [this.data, this.offsets, this.removed, this.nameWords, this.countries, this.ties];
    const made = [this.counts, this.postings, this.starts, this.sortedWords, this.#idBytes];
    const first = [this.byFirstWord, this.firstWordStarts];
    const scratch = [this.#idStarts, this.#classes, this.#touched, this.#orders, this.#marks];
    const held = this.words.byteLength + this.#identifiers.bytes;
    return [kept, made, first, scratch].flat().reduce((sum, array) => sum + array.byteLength, held);
  }

  /** Puts a site in; one with the same id is replaced. Any text is taken. */
  add(site: SiteToFind): void {
    this.remove(site.id);
    this.#append(site, -1);
  }

  /** Gives a site further names and addresses; one that is not here is put in. */
  extend(site: SiteToFind): void {
    const before = this.ordinalOf(site.id);
    if (before === -1) {
      this.#append(site, -1);
      return;
    }
    this.remove(site.id);
    this.#append(site, before);
  }

  #append(site: SiteToFind, before: number): void {
    const ordinal = this.size;
    if (ordinal + 2 > this.offsets.length) this.#enlarge(ordinal + 2);
    if (before === -1) {
      this.countries[ordinal] = packCountry(site.country);
      this.#flags[ordinal] =
        (site.shared === true ? flag.shared : 0) + (site.foreign === true ? flag.foreign : 0);
    } else {
      this.countries[ordinal] = this.countries[before] ?? 0;
      this.#flags[ordinal] = this.#flags[before] ?? 0;
    }
    this.offsets[ordinal + 1] = this.#readSite(site, ordinal, before);
    const id = asciiBytes(encodeURIComponent(site.id));
    const idStart = this.#idStarts[ordinal] ?? 0;
    if (idStart + id.length > this.#idBytes.length)
      this.#idBytes = grown(this.#idBytes, idStart + id.length);
    this.#idBytes.set(id, idStart);
    this.#idStarts[ordinal + 1] = idStart + id.length;
    this.ties[ordinal] = hashBytes(id, 0, id.length);
    this.#identifiers.add(ownId(site.id), ordinal);
    for (const value of Object.values(site.identifiers ?? {})) {
      const plain = plainIdentifier(value ?? "");
      if (plain !== "") this.#identifiers.add(plain, ordinal);
    }
    this.removed[ordinal] = 0;
    this.size += 1;
    this.live += 1;
    this.#count(ordinal, 1);
  }

  #enlarge(least: number): void {
    this.offsets = grown(this.offsets, least);
    this.removed = grown(this.removed, least);
    this.nameWords = grown(this.nameWords, least);
    this.countries = grown(this.countries, least);
    this.#flags = grown(this.#flags, least);
    this.ties = grown(this.ties, least);
    this.#idStarts = grown(this.#idStarts, least);
  }

  /** True when the site may stand in another index too. */
  isShared(ordinal: number): boolean {
    return ((this.#flags[ordinal] ?? 0) & flag.shared) !== 0;
  }

  /** True when only names for the site stand here. */
  isForeign(ordinal: number): boolean {
    return ((this.#flags[ordinal] ?? 0) & flag.foreign) !== 0;
  }

  /** Takes a record out; false when it was not there. */
  remove(id: string): boolean {
    const ordinal = this.ordinalOf(id);
    if (ordinal === -1) return false;
    this.removed[ordinal] = 1;
    this.live -= 1;
    this.#count(ordinal, -1);
    return true;
  }

  ordinalOf(id: string): number {
    return this.#identifiers.find(ownId(id)).find((ordinal) => this.removed[ordinal] === 0) ?? -1;
  }

  /** Records that carry this identifier, of whatever scheme. */
  ordinalsOf(identifier: string): number[] {
    const plain = plainIdentifier(identifier);
    if (plain === "") return [];
    return this.#identifiers.find(plain).filter((ordinal) => this.removed[ordinal] === 0);
  }

  idOf(ordinal: number): string {
    let id = "";
    const end = this.#idStarts[ordinal + 1] ?? 0;
    for (let at = this.#idStarts[ordinal] ?? 0; at < end; at += 1)
      id += String.fromCharCode(this.#idBytes[at] ?? 0);
    return decodeURIComponent(id);
  }

  /** Sorts words and postings anew when many records wait. Done before a search; a caller may do it at a quiet moment. */
  settle(): void {
    const waiting = this.size - this.settled;
    const wasted = this.size - this.live;
    if (waiting <= fewWaiting + this.settled * shareWaiting && wasted <= fewWaiting + this.live / 4)
      return;
    this.#dropRemoved();
    this.#sortPostings();
    this.sortedWords = this.words.sorted();
    this.settled = this.size;
    this.settledWords = this.words.size;
    this.#sortByFirstWord();
  }

  #sortByFirstWord(): void {
    const { sortedWords, starts, postings } = this;
    const firstWordStarts = new Uint32Array(sortedWords.length + 1);
    const byFirstWord = new Uint32Array(this.settled);
    let end = 0;
    for (let at = 0; at < sortedWords.length; at += 1) {
      const key = (sortedWords[at] ?? 0) * fields + field.nameBegins;
      for (let place = starts[key] ?? 0; place < (starts[key + 1] ?? 0); place += 1)
        byFirstWord[end++] = postings[place] ?? 0;
      firstWordStarts[at + 1] = end;
    }
    this.byFirstWord = byFirstWord;
    this.firstWordStarts = firstWordStarts;
  }

  /** The arrays a search writes to, as large as they must be. */
  scratch(): {
    readonly classes: Uint32Array;
    readonly touched: Int32Array;
    readonly marks: Uint8Array;
    readonly orders: Float64Array;
  } {
    if (this.#classes.length < this.size) {
      this.#classes = new Uint32Array(Math.ceil(this.size * 1.1));
      this.#touched = new Int32Array(this.#classes.length);
      this.#orders = new Float64Array(this.#classes.length);
    }
    if (this.#marks.length < this.words.size)
      this.#marks = new Uint8Array(Math.ceil(this.words.size * 1.1));
    return {
      classes: this.#classes,
      touched: this.#touched,
      marks: this.#marks,
      orders: this.#orders,
    };
  }

  /** Words that are compared as the same word: other spellings, languages and abbreviations of a trade, place or street. */
  formsOf(word: string): readonly number[] {
    const { tables } = this.#reader;
    for (; this.#formsRead < this.words.size; this.#formsRead += 1) {
      const text = this.words.text(this.#formsRead);
      const facts = tables.word(text);
      for (const form of new Set([facts.inName, facts.inAddress])) {
        if (form === text || /\d/.test(text)) continue;
        const forms = this.#forms.get(form);
        if (forms === undefined) this.#forms.set(form, [this.#formsRead]);
        else forms.push(this.#formsRead);
      }
    }
    if (/\d/.test(word)) return [];
    const facts = tables.word(word);
    const found: number[] = [];
    for (const form of new Set([word, facts.inName, facts.inAddress])) {
      found.push(...(this.#forms.get(form) ?? []));
      const itself = form === word ? -1 : this.words.findText(form);
      if (itself !== -1) found.push(itself);
    }
    return found;
  }

  /** Reads a site's words, behind those of the record `before` where there is one; where they end. */
  #readSite(site: SiteToFind, ordinal: number, before: number): number {
    const start = this.offsets[ordinal] ?? 0;
    const japanese = site.country === "JP" || site.country === "jp";
    let end = start;
    if (before !== -1) {
      const [from, to] = [this.offsets[before] ?? 0, this.offsets[before + 1] ?? 0];
      end += to - from;
      if (end > this.data.length) this.data = grown(this.data, end);
      this.data.copyWithin(start, from, to);
      this.nameWords[ordinal] = this.nameWords[before] ?? 0;
    }
    const put = (text: string | null | undefined, where: number): void => {
      if (text == null || text === "") return;
      const from = end;
      let isFirst = where === field.name;
      for (const reading of this.#reader.read(text, japanese))
        for (const [at, word] of reading.entries()) {
          if (end - from >= mostWords) break;
          const number = this.words.internText(word);
          const packed = number * fields + (isFirst && at === 0 ? field.nameBegins : where);
          isFirst &&= at > 0;
          if (this.#stands(number, where, where < field.alias ? from : start, end)) continue;
          if (end >= this.data.length) this.data = grown(this.data, end + 1);
          this.data[end] = packed;
          end += 1;
        }
    };
    if (before === -1) {
      put(site.name, field.name);
      this.nameWords[ordinal] = Math.min(63, end - start);
    }
    let aliases = 0;
    for (const alias of [...(site.aliases ?? []), site.parent]) {
      if (alias == null || alias === "" || alias === site.name) continue;
      aliases += 1;
      if (aliases <= mostAliases) put(alias, field.alias);
    }
    const addresses = [
      site.address,
      site.locality,
      site.postalCode,
      ...(site.otherAddresses ?? []),
    ];
    for (const address of addresses.slice(0, mostAliases)) put(address, field.address);
    return end;
  }

  /** True when the word stands among the record's words from `from` on in the same kind of field. */
  #stands(word: number, where: number, from: number, end: number): boolean {
    for (let at = from; at < end; at += 1) {
      const packed = this.data[at] ?? 0;
      const inField = packed % fields;
      if (
        Math.floor(packed / fields) === word &&
        (inField === where || (inField === field.nameBegins && where === field.name))
      )
        return true;
    }
    return false;
  }

  #count(ordinal: number, step: number): void {
    const keys = this.words.size * fields;
    if (this.counts.length < keys) this.counts = grown(this.counts, keys);
    for (let at = this.offsets[ordinal] ?? 0; at < (this.offsets[ordinal + 1] ?? 0); at += 1) {
      const key = this.data[at] ?? 0;
      this.counts[key] = (this.counts[key] ?? 0) + step;
    }
  }

  /** Closes the gaps that removed records left. Words that nobody has any more stay; they cost little. */
  #dropRemoved(): void {
    if (this.live === this.size) return;
    let kept = 0;
    let end = 0;
    let idEnd = 0;
    const places = new Int32Array(this.size).fill(-1);
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      if (this.removed[ordinal] === 1) continue;
      const [from, to] = [this.offsets[ordinal] ?? 0, this.offsets[ordinal + 1] ?? 0];
      const [idFrom, idTo] = [this.#idStarts[ordinal] ?? 0, this.#idStarts[ordinal + 1] ?? 0];
      this.data.copyWithin(end, from, to);
      this.#idBytes.copyWithin(idEnd, idFrom, idTo);
      end += to - from;
      idEnd += idTo - idFrom;
      places[ordinal] = kept;
      this.nameWords[kept] = this.nameWords[ordinal] ?? 0;
      this.countries[kept] = this.countries[ordinal] ?? 0;
      this.#flags[kept] = this.#flags[ordinal] ?? 0;
      this.ties[kept] = this.ties[ordinal] ?? 0;
      kept += 1;
      this.offsets[kept] = end;
      this.#idStarts[kept] = idEnd;
    }
    this.#identifiers.moveTo(places);
    this.removed.fill(0);
    this.size = kept;
  }

  #sortPostings(): void {
    const keys = this.words.size * fields;
    const starts = new Uint32Array(keys + 1);
    const total = this.offsets[this.size] ?? 0;
    for (let at = 0; at < total; at += 1) {
      const key = (this.data[at] ?? 0) + 1;
      starts[key] = (starts[key] ?? 0) + 1;
    }
    for (let key = 0; key < keys; key += 1)
      starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    const next = starts.slice(0, keys);
    const postings = new Uint32Array(total);
    for (let ordinal = 0; ordinal < this.size; ordinal += 1)
      for (let at = this.offsets[ordinal] ?? 0; at < (this.offsets[ordinal + 1] ?? 0); at += 1) {
        const key = this.data[at] ?? 0;
        postings[next[key] ?? 0] = ordinal;
        next[key] = (next[key] ?? 0) + 1;
      }
    this.starts = starts;
    this.postings = postings;
  }
}

/** Letters and digits in capitals; nothing for what is too short to be an identifier. */
export function plainIdentifier(value: string): string {
  const plain = value.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return plain.length < 4 ? "" : plain;
}

/** Keeps a record's own id apart from the identifiers it carries. */
function ownId(id: string): string {
  return `#${id}`;
}

/** Two letters as one number; 0 for none. */
export function packCountry(country: string | null | undefined): number {
  if (country == null || !/^[a-z]{2}$/i.test(country)) return 0;
  const upper = country.toUpperCase();
  return upper.charCodeAt(0) * 256 + upper.charCodeAt(1);
}
