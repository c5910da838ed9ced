import {
  adjustments as adjustmentTable,
  comparisonIndex,
  type ComparisonName,
  comparisons,
  levelCount,
  offsets,
} from "./comparisons.ts";
import type { MatchingModel } from "./model.ts";

/** What can be said of a score while a part of the comparisons is not made yet. */
export interface ScoreBounds {
  /** The most that names and streets can add to what was read off quickly. */
  readonly bestWords: number;
  /** The most that the street can add, by how far the names agree (0…3). */
  readonly bestStreet: readonly number[];
  /** Prior and what is read off quickly; where it hangs on the street, the more favourable of both. */
  ofParts(levels: Int32Array, adjustments: Float64Array): number;
  /** What the names weigh. */
  ofNames(levels: Int32Array, adjustments: Float64Array): number;
}

const quick = [
  "unit",
  "direction",
  "place in address",
  "postal code",
  "phone",
  "coordinates",
  "identifier",
  "country",
] as const satisfies readonly ComparisonName[];
const ofNames = [
  "name",
  "trade",
  "place in name",
  "number in name",
] as const satisfies readonly ComparisonName[];
/** Sums are made in another order than the score's: a bound may not be too low by a rounding. */
const rounding = 1e-6;
/** An adjustment is a number between these. */
const leastAdjustment = -1;
const mostAdjustment = 1.5;

/** Upper bounds of the score under a model. */
export function boundScores({ prior, weights }: MatchingModel): ScoreBounds {
  const weightOf = (name: ComparisonName, level: number): number =>
    weights[offsets[name] + level] ?? 0;
  const best = (name: ComparisonName): number =>
    Math.max(...comparisons[name].map((_, level) => weightOf(name, level)));
  const bestAdjustment = (place: number): number => {
    const weight = weights[levelCount + place] ?? 0;
    return Math.max(0, weight * leastAdjustment, weight * mostAdjustment);
  };
  const bestStreet = [0, 1, 2, 3].map(
    (strength) =>
      best("address") +
      bestAdjustment(1) +
      Math.max(
        ...[0, 1, 2, 3, 4, 5].map((street) =>
          weightOf("name and address together", strength * 6 + street),
        ),
      ),
  );
  const places = (names: readonly ComparisonName[]): readonly (readonly [number, number])[] =>
    names.map((name) => [comparisonIndex[name], offsets[name]]);
  const quickPlaces = places(quick);
  const namePlaces = places(ofNames);
  const sum = (from: readonly (readonly [number, number])[], levels: Int32Array): number => {
    let bits = 0;
    for (const [index, offset] of from) bits += weights[offset + (levels[index] ?? 0)] ?? 0;
    return bits;
  };
  // Numbers much alike (7) or different (8): in one street neighbours are alike, which is not known yet.
  const doubtful = Math.max(weightOf("house number", 7), weightOf("house number", 8));
  const adjustmentWeights = adjustmentTable.map((_, place) => weights[levelCount + place] ?? 0);
  return {
    bestWords:
      ofNames.reduce((bits, name) => bits + best(name), 0) +
      bestAdjustment(0) +
      Math.max(...bestStreet),
    bestStreet,
    ofParts(levels, adjustments) {
      const house = levels[comparisonIndex["house number"]] ?? 0;
      return (
        prior +
        rounding +
        sum(quickPlaces, levels) +
        (house >= 7 ? doubtful : weightOf("house number", house)) +
        (adjustmentWeights[2] ?? 0) * (adjustments[2] ?? 0)
      );
    },
    ofNames: (levels, adjustments) =>
      sum(namePlaces, levels) + (adjustmentWeights[0] ?? 0) * (adjustments[0] ?? 0),
  };
}
