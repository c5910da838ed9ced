import { priorWeights } from "../../packages/matching/src/engine/comparisons.ts";
import { makeReadingTables } from "../../packages/matching/src/engine/read-features.ts";
import type { IndexSettings } from "../../packages/matching/src/engine/site-index.ts";
import { type CollectedPairs, collectPairs } from "./collect-pairs.ts";
import { correctClusters, correctPairs } from "./correct-labels.ts";
import { countWords } from "./count-words.ts";
import { type FittedModel, fitModel } from "./fit-model.ts";
import { changedListSet, inventedSet } from "./make-training-sets.ts";
import { readChicago, readRestaurants, readSiteLists, readSitePairs } from "./read-sets.ts";

/** A set to learn from; its pairs weigh as if it had about `strength` true ones. */
export interface TrainingSet {
  readonly collected: CollectedPairs;
  readonly weight: number;
}

/** Standard deviation, in bits, of a weight about its prior. Chosen while the scores on the visible sets were looked at. */
export const spread = 0.8;

/** Settings before anything is learned; word frequencies are those of the unlabelled site lists. */
export function untrainedSettings(): IndexSettings {
  return {
    reading: makeReadingTables(),
    model: { prior: -3, weights: priorWeights() },
    frequencies: countWords(readSiteLists()),
  };
}

/** The sets learned from, with reviewed corrections, each with its weight. */
export function collectTraining(): readonly TrainingSet[] {
  const settings = untrainedSettings();
  const chicago = readChicago();
  const sets = [
    [correctPairs(readSitePairs()), 100],
    [correctPairs(readRestaurants(false)), 112],
    [correctClusters(chicago, chicago.clusterOf), 300],
    [inventedSet(6000, 11), 250],
    [changedListSet(5), 200],
  ] as const;
  return sets.map(([set, strength]) => {
    const collected = collectPairs(set, settings);
    const same = collected.pairs.filter((pair) => pair.same).length;
    return { collected, weight: strength / Math.max(1, same) };
  });
}

/** Learns from all sets but those whose names begin with one of `without`. */
export function fitWithout(
  training: readonly TrainingSet[],
  without: readonly string[],
): FittedModel {
  return fitModel(
    training
      .filter(({ collected }) => !without.some((name) => collected.set.name.startsWith(name)))
      .map(({ collected, weight }) => ({ pairs: collected.pairs, weight })),
    spread,
  );
}
