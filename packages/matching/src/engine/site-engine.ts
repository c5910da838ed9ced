import type { MatchBand } from "@throughline/domain";
import { bandOf, defaultBands } from "./band-of.ts";
import { clusterPairs, type LinkedPair } from "./cluster-pairs.ts";
import { explainFeatures, explainPair } from "./explain-pair.ts";
import { type IndexArrays, indexFormat } from "./index-arrays.ts";
import { implyPairs } from "./imply-pairs.ts";
import { bitsOf, probabilityOf } from "./model.ts";
import { at, makeReadingTables } from "./read-features.ts";
import { type IndexSettings, SiteIndex } from "./site-index.ts";
import type {
  BandThresholds,
  CandidateMatch,
  PairExplanation,
  SiteToMatch,
} from "./site-to-match.ts";
import { readFrequencies, readTrainedModel } from "./trained-model.ts";

export interface EngineOptions {
  readonly thresholds?: BandThresholds;
  /** Groups of names of one maker, beside the known ones; the first of a group is the form compared. */
  readonly equivalents?: readonly (readonly string[])[];
}

/** Records that can be found again. All answers depend on the records only, not on their order. */
export interface SiteEngine {
  readonly engine: string;
  readonly thresholds: BandThresholds;
  /** How many records there are. */
  readonly size: number;
  /** Adds a record, or replaces the one with its id. It is found by the very next `match`. */
  addRecord(record: SiteToMatch): void;
  /** Takes a record out; false when there was none. It is never answered again. */
  removeRecord(id: string): boolean;
  /** Sorts in what was added and removed since it was built: answers stay, memory and time are saved after thousands of changes. */
  settle(): void;
  /** Candidates from the band *review* on, likeliest first; with `all`, also those that are *new*. */
  match(record: SiteToMatch, options?: { readonly all?: boolean }): readonly CandidateMatch[];
  /** How two records compare, whether they are here or not. */
  explain(a: SiteToMatch, b: SiteToMatch): PairExplanation;
  /** Everything as plain arrays, to be written down and reopened by `openIndex`. */
  arrays(): IndexArrays;
  /** How a record compares with the one that has this id; undefined when there is none. */
  explainWith(record: SiteToMatch, id: string): PairExplanation | undefined;
}

/** Name and version of the engine, kept with every decision made on its advice. */
export const engineName = "sites/1";

/** What the public functions share: settings with the trained weights. */
export function engineSettings(options: EngineOptions = {}): IndexSettings {
  return {
    reading: makeReadingTables(
      options.equivalents === undefined ? {} : { equivalents: options.equivalents },
    ),
    model: readTrainedModel(),
    frequencies: readFrequencies(),
  };
}

/**
 * Builds an index of records. Ids must differ; of two records with one id the later stands.
 *
 * @example
 * const engine = buildIndex([{ id: "1", name: "Foo Electronics (Kunshan) Co., Ltd.", country: "CN" }]);
 * engine.match({ id: "x", name: "昆山富电子有限公司", country: "CN" });
 */
export function buildIndex(
  records: Iterable<SiteToMatch>,
  options: EngineOptions = {},
): SiteEngine {
  const index = new SiteIndex(engineSettings(options));
  index.build(records);
  return engineOf(index, options.thresholds ?? defaultBands);
}

/**
 * Opens an index that was taken down by `arrays`, with the same equivalents.
 *
 * @throws RangeError when it was written by a build that kept indexes otherwise: build it anew
 * @example openIndex(buildIndex(records).arrays())
 */
export function openIndex(arrays: IndexArrays, options: EngineOptions = {}): SiteEngine {
  if (arrays.format !== indexFormat)
    throw new RangeError(`This index is of the format '${String(arrays.format)}'; build it anew.`);
  return engineOf(
    new SiteIndex(engineSettings(options), arrays),
    options.thresholds ?? defaultBands,
  );
}

const indexes = new WeakMap<SiteEngine, SiteIndex>();

/** The index behind an engine, for the threads beside it. */
export function indexOf(engine: SiteEngine): SiteIndex {
  const index = indexes.get(engine);
  if (index === undefined)
    throw new TypeError("This engine was not made by buildIndex or openIndex.");
  return index;
}

function engineOf(index: SiteIndex, thresholds: BandThresholds): SiteEngine {
  const engine: SiteEngine = {
    engine: engineName,
    thresholds,
    get size() {
      return index.live;
    },
    arrays: () => index.arrays(),
    addRecord: (record) => index.add(record),
    removeRecord: (id) => index.remove(id),
    settle: () => index.settle(),
    match(record, { all = false } = {}) {
      index.readProbe(record);
      const self = index.ordinalIfKnown(record.id);
      return candidatesOf(index, index.probe, 0, self, thresholds, all);
    },
    explain: (a, b) => explainPair(index, a, b, thresholds),
    explainWith(record, id) {
      const ordinal = index.ordinalOf(id);
      if (ordinal === undefined) return undefined;
      index.readProbe(record);
      const data = index.probe.slice(0, index.probe[at.length]);
      return explainFeatures(index, data, 0, index.data, index.offsets[ordinal] ?? 0, thresholds);
    },
  };
  indexes.set(engine, index);
  return engine;
}

/** Candidates of the record at `start` of `data`, likeliest first, ties by id. */
export function candidatesOf(
  index: SiteIndex,
  data: Int32Array,
  start: number,
  self: number,
  thresholds: BandThresholds,
  all: boolean,
): CandidateMatch[] {
  const least = all ? Number.NEGATIVE_INFINITY : bitsOf(thresholds.review);
  const count = index.compareCandidates(data, start, self, least);
  const found: { id: string; score: number }[] = [];
  for (let place = 0; place < count; place += 1) {
    const ordinal = index.candidates[place] ?? 0;
    found.push({ id: index.ids[ordinal] ?? "", score: index.candidateBits[place] ?? 0 });
  }
  return found
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => {
      const probability = probabilityOf(score);
      return { id, probability, band: bandOf(probability, thresholds) };
    })
    .filter(({ band }) => all || band !== "new");
}

/** What a record of the left list is in the right one. */
export interface LinkedRecord {
  readonly left: string;
  /** `null`: new, no record of the right list comes near. */
  readonly best: CandidateMatch | null;
  readonly others: readonly CandidateMatch[];
}

/**
 * Links two lists: for every record of the left one the likeliest of the right one.
 * With `oneToOne` no record of the right list is taken twice; the likelier pair has it.
 *
 * @example linkLists(left, right).filter(({ best }) => best?.band === "same")
 */
export function linkLists(
  left: readonly SiteToMatch[],
  right: readonly SiteToMatch[],
  options: EngineOptions & {
    readonly oneToOne?: boolean;
    readonly onProgress?: (done: number) => void;
  } = {},
): readonly LinkedRecord[] {
  const index = new SiteIndex(engineSettings(options));
  index.build(right);
  const linked = linkToIndex(left, index, options.thresholds ?? defaultBands, options.onProgress);
  return options.oneToOne === true ? takeEachOnce(linked) : linked;
}

/** Finds every record of a list in an index. */
export function linkToIndex(
  left: readonly SiteToMatch[],
  index: SiteIndex,
  thresholds: BandThresholds,
  onProgress?: (done: number) => void,
): readonly LinkedRecord[] {
  return left.map((record, place) => {
    onProgress?.(place);
    index.readProbe(record);
    const [best = null, ...others] = candidatesOf(index, index.probe, 0, -1, thresholds, false);
    return { left: record.id, best, others };
  });
}

/** Gives every record of the right list to the likeliest of those that claim it; the others take their next. */
export function takeEachOnce(linked: readonly LinkedRecord[]): readonly LinkedRecord[] {
  const claims = linked
    .flatMap(({ left, best, others }) =>
      best === null ? [] : [best, ...others].map((claim) => ({ left, claim })),
    )
    .toSorted(
      (a, b) =>
        b.claim.probability - a.claim.probability ||
        compare(a.left, b.left) ||
        compare(a.claim.id, b.claim.id),
    );
  const givenTo = new Map<string, CandidateMatch>();
  const taken = new Set<string>();
  for (const { left, claim } of claims) {
    if (givenTo.has(left) || taken.has(claim.id)) continue;
    givenTo.set(left, claim);
    taken.add(claim.id);
  }
  return linked.map(({ left, best, others }) => {
    const given = givenTo.get(left) ?? null;
    const all = best === null ? [] : [best, ...others];
    return { left, best: given, others: all.filter(({ id }) => id !== given?.id) };
  });
}

/** Two records of one list that may be one site. */
export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  readonly band: MatchBand;
}

export interface Deduplicated {
  /** From the band *review* on, likeliest first. */
  readonly pairs: readonly DuplicatePair[];
  /** For every record its group, named by the group's first id; a record of its own is its own group. */
  readonly clusters: readonly { readonly id: string; readonly cluster: string }[];
}

/**
 * Finds records of one list that are one site, and gathers them into groups of those that are more likely one than not.
 *
 * @example dedupe(records).pairs.filter(({ band }) => band === "same")
 */
export function dedupe(
  records: readonly SiteToMatch[],
  options: EngineOptions & { readonly onProgress?: (done: number) => void } = {},
): Deduplicated {
  const index = new SiteIndex(engineSettings(options));
  index.build(records);
  return dedupeIndex(index, options.thresholds ?? defaultBands, options.onProgress);
}

/** Finds what is one site among the records of an index. */
export function dedupeIndex(
  index: SiteIndex,
  thresholds: BandThresholds,
  onProgress?: (done: number) => void,
): Deduplicated {
  const least = bitsOf(thresholds.review);
  const found = new Map<number, LinkedPair>();
  for (let one = 0; one < index.size; one += 1) {
    onProgress?.(one);
    if (index.removed[one] === 1) continue;
    const start = index.offsets[one] ?? 0;
    const count = index.compareCandidates(index.data, start, one, least);
    for (let place = 0; place < count; place += 1) {
      const other = index.candidates[place] ?? 0;
      const [a, b] = one < other ? [one, other] : [other, one];
      const key = a * index.size + b;
      if (found.has(key)) continue;
      const score = index.candidateBits[place] ?? 0;
      if (score >= least) found.set(key, { a, b, score });
    }
  }
  return gatherDuplicates(index, [...found.values()], thresholds);
}

/** Pairs as they are answered, and the groups. */
export function gatherDuplicates(
  index: SiteIndex,
  found: readonly LinkedPair[],
  thresholds: BandThresholds,
): Deduplicated {
  const idOf = (ordinal: number): string => index.ids[ordinal] ?? "";
  const { group, contradicted } = clusterPairs(
    index.size,
    found.filter(({ score }) => score > 0),
    (a, b) => index.score(index.data, index.offsets[a] ?? 0, b),
    idOf,
  );
  const implied = implyPairs(group, found, bitsOf(thresholds.same));
  // Two alike whose groups are not: a person looks, whatever the two say by themselves.
  const least = bitsOf(thresholds.review);
  const doubted = contradicted.map(({ a, b, score }) => ({
    a,
    b,
    score: Math.max(least, Math.min(0, score)),
  }));
  const settled = new Set([...implied, ...doubted].map(({ a, b }) => a * index.size + b));
  const pairs = [
    ...found.filter(({ a, b }) => !settled.has(a * index.size + b)),
    ...implied,
    ...doubted,
  ]
    .map(({ a, b, score }) => {
      const probability = probabilityOf(score);
      const [first, second] = idOf(a) < idOf(b) ? [a, b] : [b, a];
      return {
        a: idOf(first),
        b: idOf(second),
        probability,
        band: bandOf(probability, thresholds),
        score,
      };
    })
    .toSorted(
      (one, other) => other.score - one.score || compare(one.a, other.a) || compare(one.b, other.b),
    )
    .map(({ a, b, probability, band }) => ({ a, b, probability, band }));
  const clusters = index.ids.flatMap((id, ordinal) =>
    index.removed[ordinal] === 1 ? [] : [{ id, cluster: idOf(group[ordinal] ?? ordinal) }],
  );
  return { pairs, clusters };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
