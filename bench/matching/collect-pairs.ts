import {
  comparisonNames,
  levelCount,
  offsets,
} from "../../packages/matching/src/engine/comparisons.ts";
import { SiteIndex } from "../../packages/matching/src/engine/site-index.ts";
import type { IndexSettings } from "../../packages/matching/src/engine/site-index.ts";
import { type LabelledSet, pairKey } from "./read-sets.ts";

/** One compared pair: which weights count, how much, and what is true of it. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  /** Indices of the levels met. */
  readonly levels: Int32Array;
  readonly adjustments: Float64Array;
  readonly same: boolean;
  /** Found by retrieval, or only known from the labels. */
  readonly found: boolean;
}

export interface CollectedPairs {
  readonly set: LabelledSet;
  readonly pairs: readonly LabelledPair[];
  readonly index: SiteIndex;
}

/** Compares what retrieval finds in a set, and the labelled pairs it does not find. */
export function collectPairs(set: LabelledSet, settings: IndexSettings): CollectedPairs {
  const index = new SiteIndex(settings);
  index.build(set.records);
  const pairs: LabelledPair[] = [];
  const seen = new Set<string>();
  const ordinals = new Map(set.records.map((record, at) => [record.id, at]));
  const starts = comparisonNames.map((name) => offsets[name]);
  const compare = (one: number, other: number, found: boolean): void => {
    const a = set.records[one]?.id ?? "";
    const b = set.records[other]?.id ?? "";
    const key = pairKey(a, b);
    if (seen.has(key) || (set.labelled !== undefined && !set.labelled.has(key))) return;
    if (set.side !== undefined && set.side.get(a) === set.side.get(b)) return;
    seen.add(key);
    index.score(index.data, index.offsets[one] ?? 0, other);
    pairs.push({
      a,
      b,
      levels: index.comparer.levels.map((level, at) => (starts[at] ?? 0) + level),
      adjustments: index.comparer.adjustments.slice(),
      same: set.same.has(key),
      found,
    });
  };
  for (let one = 0; one < set.records.length; one += 1) {
    const count = index.compareCandidates(index.data, index.offsets[one] ?? 0, one);
    const candidates = index.candidates.slice(0, count);
    for (const other of candidates) compare(one, other, true);
  }
  for (const key of set.labelled ?? set.same) {
    const [a = "", b = ""] = key.split("|");
    const [one, other] = [ordinals.get(a), ordinals.get(b)];
    if (one !== undefined && other !== undefined) compare(one, other, false);
  }
  return { set, pairs, index };
}

/** Bits of a pair under given weights. */
export function scoreOf(pair: LabelledPair, prior: number, weights: Float64Array): number {
  let score = prior;
  for (const level of pair.levels) score += weights[level] ?? 0;
  pair.adjustments.forEach((value, at) => {
    score += value * (weights[levelCount + at] ?? 0);
  });
  return score;
}
