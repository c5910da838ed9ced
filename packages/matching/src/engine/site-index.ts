import { decodeIds, encodeIds, type IndexArrays, indexFormat } from "./index-arrays.ts";
import { CandidateTally, mostCandidates } from "./tally-candidates.ts";
import { RecordComparer } from "./compare-records.ts";
import { Lexicon, mixHash } from "./lexicon.ts";
import type { MatchingModel } from "./model.ts";
import { mergePostings } from "./merge-postings.ts";
import { findKey, type PostingArrays, PostingBuilder } from "./postings.ts";
import {
  addressClass,
  at,
  classShift,
  FeatureReader,
  namesStart,
  type ReadingTables,
  wordMask,
} from "./read-features.ts";
import { KeyReader } from "./retrieval-keys.ts";
import type { SiteToMatch } from "./site-to-match.ts";

/** How often words stand in names and addresses of a background of so many records. */
export interface WordFrequencies {
  readonly records: number;
  readonly names: Readonly<Record<string, number>>;
  readonly addresses: Readonly<Record<string, number>>;
}

export interface IndexSettings {
  readonly reading: ReadingTables;
  readonly model: MatchingModel;
  readonly frequencies: WordFrequencies;
}

/** Keys with more records than this tell nothing apart. */
const mostPerKey = 600;
/** So many postings are looked at for one record, the rarest keys first. */
const mostPostings = 2500;
/** After so many in a row that are surely another site, the rest, whose keys weigh less, is not looked at. */
const patience = 12;
/** Surely another site: bits. */
const farBelow = -4;

const noPostings: PostingArrays = {
  keys: new Uint32Array(0),
  starts: new Uint32Array(1),
  records: new Uint32Array(0),
  prefixes: new Uint32Array(65_537),
};

/** Records, found again by their rare features and compared. Only the public functions of the engine use it directly. */
export class SiteIndex {
  readonly lexicon: Lexicon;
  readonly comparer: RecordComparer;
  readonly settings: IndexSettings;
  readonly ids: string[] = [];
  /** A number for each id that depends on the id only: breaks ties alike in every order and thread. */
  ranks: Float64Array = new Float64Array(1 << 10);
  data: Int32Array = new Int32Array(1 << 14);
  offsets: Float64Array = new Float64Array(1 << 10);
  removed: Uint8Array = new Uint8Array(1 << 10);
  size = 0;
  live = 0;
  nameCounts: Float32Array = new Float32Array(1 << 12);
  addressCounts: Float32Array = new Float32Array(1 << 12);
  readonly #reader: FeatureReader;
  readonly #keyReader: KeyReader;
  #postings: PostingArrays = noPostings;
  #fresh = new Map<number, number[]>();
  #gone = new Map<number, number>();
  #byId: Map<string, number> | null = null;
  readonly #tally = new CandidateTally();
  readonly #keySizes = new Float64Array(128);
  readonly #keySlots = new Int32Array(128);
  #end = 0;
  /** A record that is looked for, not kept. */
  readonly probe: Int32Array = new Int32Array(4096);
  /** What `findCandidates` found. */
  readonly candidates: Int32Array = new Int32Array(mostCandidates);
  /** How `compareCandidates` found them to compare. */
  readonly candidateBits: Float64Array = new Float64Array(mostCandidates);

  constructor(settings: IndexSettings, from?: IndexArrays) {
    this.settings = settings;
    this.lexicon = new Lexicon(settings.reading.tables, from?.lexicon);
    this.#reader = new FeatureReader(this.lexicon, settings.reading);
    this.#keyReader = new KeyReader(this.lexicon);
    this.comparer = new RecordComparer(
      this.lexicon,
      {
        name: (word) => this.#bits(word, this.nameCounts, this.#backgroundName, 14),
        address: (word) => this.#bits(word, this.addressCounts, this.#backgroundAddress, 12),
      },
      settings.model,
    );
    const { names, addresses } = settings.frequencies;
    for (const [word, count] of Object.entries(names)) {
      const id = this.lexicon.internText(word);
      this.#backgroundName = put(this.#backgroundName, id, count);
    }
    for (const [word, count] of Object.entries(addresses)) {
      const id = this.lexicon.internText(word);
      this.#backgroundAddress = put(this.#backgroundAddress, id, count);
    }
    if (from !== undefined) {
      this.data = from.data;
      this.offsets = from.offsets;
      this.removed = from.removed;
      this.ranks = from.ranks;
      this.nameCounts = from.nameCounts;
      this.addressCounts = from.addressCounts;
      this.size = from.size;
      this.live = from.live;
      this.#end = from.end;
      this.#postings = from.postings;
      for (const id of decodeIds(from)) this.ids.push(id);
    }
  }

  /** The index as arrays of its own, everything added or removed worked in. */
  arrays(): IndexArrays {
    const views = this.views();
    return {
      ...views,
      data: views.data.slice(),
      offsets: views.offsets.slice(),
      removed: views.removed.slice(),
      ranks: views.ranks.slice(),
      nameCounts: views.nameCounts.slice(),
      addressCounts: views.addressCounts.slice(),
    };
  }

  /** The same without copies: good until the index is changed. */
  views(): IndexArrays {
    this.settle();
    return {
      format: indexFormat,
      size: this.size,
      live: this.live,
      end: this.#end,
      data: this.data.subarray(0, this.#end),
      offsets: this.offsets.subarray(0, this.size + 1),
      removed: this.removed.subarray(0, this.size + 1),
      ranks: this.ranks.subarray(0, this.size + 1),
      nameCounts: this.nameCounts.subarray(0, this.lexicon.size),
      addressCounts: this.addressCounts.subarray(0, this.lexicon.size),
      lexicon: this.lexicon.arrays(),
      postings: this.#postings,
      ...encodeIds(this.ids),
    };
  }

  /** Sorts in the keys of what was added, and leaves out what was removed. */
  settle(): void {
    if (this.#fresh.size === 0 && this.#gone.size === 0) return;
    this.#postings = mergePostings(this.#postings, this.#fresh, this.removed);
    this.#fresh.clear();
    this.#gone.clear();
  }

  #backgroundName = new Float32Array(1 << 12);
  #backgroundAddress = new Float32Array(1 << 12);

  /** Bits of a word: −log2 of its share among the records here and those of the background. */
  #bits(word: number, counts: Float32Array, background: Float32Array, mostBits: number): number {
    const count = (counts[word] ?? 0) + (background[word] ?? 0) + 0.5;
    const bits = Math.log2((this.live + this.settings.frequencies.records + 1) / count);
    return bits > mostBits ? mostBits : bits < 0.5 ? 0.5 : bits;
  }

  /** Reads records and sorts their keys; replaces what was here. */
  build(records: Iterable<SiteToMatch>): void {
    const builder = new PostingBuilder();
    for (const record of records) {
      const ordinal = this.#append(record);
      for (let index = 0; index < this.#keyReader.count; index += 1)
        builder.add(this.#keyReader.keys[index] ?? 0, ordinal);
    }
    this.#postings = builder.build();
    this.#takeOutRepeated();
  }

  /** Of two records with one id the later stands. Equal ids have equal ranks, which are quickly sorted. */
  #takeOutRepeated(): void {
    const sorted = this.ranks.slice(0, this.size).sort();
    const repeated = new Set<number>();
    for (let place = 1; place < sorted.length; place += 1)
      if (sorted[place] === sorted[place - 1]) repeated.add(sorted[place] ?? 0);
    if (repeated.size === 0) return;
    const later = new Map<string, number>();
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      if (!repeated.has(this.ranks[ordinal] ?? 0)) continue;
      const id = this.ids[ordinal] ?? "";
      const earlier = later.get(id);
      if (earlier !== undefined) this.#takeOut(earlier);
      later.set(id, ordinal);
    }
  }

  #append(record: SiteToMatch): number {
    this.#reader.read(record);
    const { out, length } = this.#reader;
    const ordinal = this.size;
    if (this.#end + length > this.data.length) this.data = enlarge(this.data, this.#end + length);
    this.data.set(out.subarray(0, length), this.#end);
    if (ordinal + 1 >= this.offsets.length) {
      this.offsets = enlarge(this.offsets, ordinal + 2);
      this.removed = enlarge(this.removed, ordinal + 2);
      this.ranks = enlarge(this.ranks, ordinal + 2);
    }
    this.offsets[ordinal] = this.#end;
    this.ids.push(record.id);
    this.ranks[ordinal] = rankOf(record.id);
    this.#byId?.set(record.id, ordinal);
    this.size += 1;
    this.live += 1;
    this.#count(this.#end, 1);
    this.#keyReader.read(this.data, this.#end);
    this.#end += length;
    return ordinal;
  }

  /** Counts a record's words in (1) or out (−1). Each word counts once a record. */
  #count(start: number, step: number): void {
    const { data } = this;
    const size = this.lexicon.size;
    if (size > this.nameCounts.length) {
      this.nameCounts = enlarge(this.nameCounts, size);
      this.addressCounts = enlarge(this.addressCounts, size);
    }
    const firstName = namesStart(data, start);
    const end = firstName + 1 + (data[firstName] ?? 0);
    for (let index = firstName + 1; index < end; index += 1) {
      const word = (data[index] ?? 0) & wordMask;
      let repeated = false;
      for (let before = firstName + 1; before < index; before += 1)
        if (((data[before] ?? 0) & wordMask) === word) repeated = true;
      if (!repeated) this.nameCounts[word] = (this.nameCounts[word] ?? 0) + step;
    }
    const from = start + at.header + 2 * (data[start + at.ids] ?? 0);
    for (let index = from; index < firstName; index += 1) {
      const packed = data[index] ?? 0;
      if (packed >>> classShift > addressClass.place) continue;
      const word = packed & wordMask;
      let repeated = false;
      for (let before = from; before < index; before += 1)
        if (((data[before] ?? 0) & wordMask) === word) repeated = true;
      if (!repeated) this.addressCounts[word] = (this.addressCounts[word] ?? 0) + step;
    }
  }

  ordinalOf(id: string): number | undefined {
    if (this.#byId === null) {
      this.#byId = new Map();
      for (let ordinal = 0; ordinal < this.size; ordinal += 1)
        if (this.removed[ordinal] === 0) this.#byId.set(this.ids[ordinal] ?? "", ordinal);
    }
    return this.#byId.get(id);
  }

  /** Like `ordinalOf`, but asks nothing of an index whose ids nobody looked up yet. */
  ordinalIfKnown(id: string): number {
    return this.ordinalOf(id) ?? -1;
  }

  add(record: SiteToMatch): void {
    this.remove(record.id);
    const ordinal = this.#append(record);
    for (let index = 0; index < this.#keyReader.count; index += 1) {
      const key = this.#keyReader.keys[index] ?? 0;
      const list = this.#fresh.get(key);
      if (list === undefined) this.#fresh.set(key, [ordinal]);
      else list.push(ordinal);
    }
  }

  remove(id: string): boolean {
    const ordinal = this.ordinalOf(id);
    if (ordinal === undefined) return false;
    this.#byId?.delete(id);
    this.#takeOut(ordinal);
    return true;
  }

  #takeOut(ordinal: number): void {
    this.removed[ordinal] = 1;
    this.live -= 1;
    const start = this.offsets[ordinal] ?? 0;
    this.#count(start, -1);
    this.#keyReader.read(this.data, start);
    for (let index = 0; index < this.#keyReader.count; index += 1) {
      const key = this.#keyReader.keys[index] ?? 0;
      this.#gone.set(key, (this.#gone.get(key) ?? 0) + 1);
    }
  }

  /** Reads a record into `probe`. */
  readProbe(record: SiteToMatch): void {
    this.#reader.read(record);
    this.probe.set(this.#reader.out.subarray(0, this.#reader.length));
  }

  /**
   * Finds candidates of the record at `start` of `data` (or `probe`) into `candidates`, best shared keys first; `self` is left
   * out. Ties are broken by id, keys are taken rarest first, so neither order nor thread shows.
   */
  findCandidates(data: Int32Array, start: number, self: number): number {
    const keyReader = this.#keyReader;
    keyReader.read(data, start);
    const sizes = this.#keySizes;
    const slots = this.#keySlots;
    const used = this.#sortKeys(keyReader);
    const { removed } = this;
    const { starts, records } = this.#postings;
    const hasRemoved = this.live < this.size;
    const tally = this.#tally;
    const most = this.live + 2;
    let looked = 0;
    let rest = 0;
    let last = 0;
    for (; last < used; last += 1) {
      const size = Math.floor((sizes[last] ?? 0) / 4_294_967_296);
      looked += size;
      if (looked > mostPostings) break;
      rest += Math.log2(most / size);
    }
    for (let index = 0; index < last; index += 1) {
      const packed = sizes[index] ?? 0;
      const size = Math.floor(packed / 4_294_967_296);
      const weight = Math.log2(most / size);
      tally.closeBelow(rest);
      rest -= weight;
      const slot = slots[index] ?? 0;
      if (slot !== -1) {
        const end = starts[slot + 1] ?? 0;
        for (let place = starts[slot] ?? 0; place < end; place += 1) {
          const ordinal = records[place] ?? 0;
          if (ordinal === self || (hasRemoved && removed[ordinal] === 1)) continue;
          tally.add(ordinal, weight);
        }
      }
      if (this.#fresh.size > 0)
        for (const ordinal of this.#fresh.get(packed - size * 4_294_967_296) ?? []) {
          if (removed[ordinal] === 1 || ordinal === self) continue;
          tally.add(ordinal, weight);
        }
    }
    const kept = tally.takeBest(this.candidates, this.ranks);
    tally.clear();
    return kept;
  }

  /** The keys read that tell something, rarest first, with their place among the postings; how many there are. */
  #sortKeys({ keys, count }: KeyReader): number {
    const sizes = this.#keySizes;
    const slots = this.#keySlots;
    const postings = this.#postings;
    let used = 0;
    for (let index = 0; index < count; index += 1) {
      const key = keys[index] ?? 0;
      const slot = findKey(postings, key);
      const own = slot === -1 ? 0 : (postings.starts[slot + 1] ?? 0) - (postings.starts[slot] ?? 0);
      const size =
        own +
        (this.#fresh.size === 0 ? 0 : (this.#fresh.get(key)?.length ?? 0)) -
        (this.#gone.size === 0 ? 0 : (this.#gone.get(key) ?? 0));
      if (size <= 0 || size > mostPerKey) continue;
      // One number that sorts by size, then by key.
      const packed = size * 4_294_967_296 + key;
      let place = used;
      while (place > 0 && (sizes[place - 1] ?? 0) > packed) {
        sizes[place] = sizes[place - 1] ?? 0;
        slots[place] = slots[place - 1] ?? 0;
        place -= 1;
      }
      sizes[place] = packed;
      slots[place] = slot;
      used += 1;
    }
    return used;
  }

  /**
   * Finds candidates as `findCandidates` does and compares them, into `candidates` and `candidateBits`; ends where those that share
   * the rarest keys are followed by a row of others that are surely no match. How many were compared. Bits are exact from `least`
   * on; of a pair that is below, they need only be below.
   */
  compareCandidates(
    data: Int32Array,
    start: number,
    self: number,
    least: number = Number.NEGATIVE_INFINITY,
  ): number {
    const count = this.findCandidates(data, start, self);
    // A hair lower: what stands on a threshold is exact.
    const exactFrom = Math.min(least, farBelow) - 1e-6;
    let hopeless = 0;
    let place = 0;
    while (place < count && hopeless < patience) {
      const other = this.offsets[this.candidates[place] ?? 0] ?? 0;
      const bits = this.comparer.compareAbove(data, start, this.data, other, exactFrom);
      this.candidateBits[place] = bits;
      hopeless = bits < farBelow ? hopeless + 1 : 0;
      place += 1;
    }
    return place;
  }

  /** Score in bits of the record at `start` of `data` against a kept one; the levels stay in `comparer`. */
  score(data: Int32Array, start: number, ordinal: number): number {
    return this.comparer.compare(data, start, this.data, this.offsets[ordinal] ?? 0);
  }
}

/** 53 bits of an id. */
function rankOf(id: string): number {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let place = 0; place < id.length; place += 1) {
    const code = id.charCodeAt(place);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (mixHash(high) & 0x1fffff) * 4_294_967_296 + mixHash(low);
}

function put(
  array: Float32Array<ArrayBuffer>,
  at: number,
  value: number,
): Float32Array<ArrayBuffer> {
  const large = at < array.length ? array : enlarge(array, at + 1);
  large[at] = value;
  return large;
}

function enlarge<Arrays extends Float32Array | Float64Array | Int32Array | Uint8Array>(
  array: Arrays,
  least: number,
): Arrays {
  const Maker = array.constructor as new (length: number) => Arrays; // an array of the same kind
  const larger = new Maker(Math.max(least, Math.ceil(array.length * 1.6)));
  larger.set(array);
  return larger;
}
