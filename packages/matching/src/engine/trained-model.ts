import trained from "../data/trained-weights.json" with { type: "json" };
import frequencies from "../data/word-frequencies.json" with { type: "json" };
import {
  comparisonNames,
  comparisons,
  adjustments,
  levelCount,
  offsets,
  weightCount,
} from "./comparisons.ts";
import type { MatchingModel } from "./model.ts";
import type { WordFrequencies } from "./site-index.ts";

/** The weights that are committed, as `bench/matching/train.ts` wrote them. */
export function readTrainedModel(): MatchingModel {
  const weights = new Float64Array(weightCount);
  const table: Readonly<Record<string, Readonly<Record<string, number>>>> = trained.weights;
  for (const name of comparisonNames)
    comparisons[name].forEach(({ words }, level) => {
      weights[offsets[name] + level] = table[name]?.[words] ?? 0;
    });
  adjustments.forEach(({ words }, place) => {
    weights[levelCount + place] = table["rarity"]?.[words] ?? 0;
  });
  return { prior: trained.prior, weights };
}

/** How often words stand in names and addresses of sites, as counted on the training lists. */
export function readFrequencies(): WordFrequencies {
  return frequencies;
}
