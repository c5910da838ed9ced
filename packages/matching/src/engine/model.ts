import { comparisonNames, levelCount, offsets } from "./comparisons.ts";

/** What was learned: bits of every level and adjustment, and the bits before anything is compared. */
export interface MatchingModel {
  readonly prior: number;
  readonly weights: Float64Array;
}

const starts: readonly number[] = comparisonNames.map((name) => offsets[name]);

/** Bits for a pair whose levels and adjustments are given: prior plus the weight of each. */
export function scorePair(
  model: MatchingModel,
  levels: Int32Array,
  adjustments: Float64Array,
): number {
  const { weights } = model;
  let score = model.prior;
  for (let index = 0; index < starts.length; index += 1)
    score += weights[(starts[index] ?? 0) + (levels[index] ?? 0)] ?? 0;
  for (let index = 0; index < adjustments.length; index += 1)
    score += (weights[levelCount + index] ?? 0) * (adjustments[index] ?? 0);
  return score;
}

/** Probability of a score in bits: 1 / (1 + 2^−score). */
export function probabilityOf(score: number): number {
  return 1 / (1 + 2 ** -score);
}

/** The score in bits of a probability: log2(p / (1 − p)). */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
