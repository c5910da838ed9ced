/**
 * Learns the weights and writes them to `packages/matching/src/data/trained-weights.json`, with the date and the sets used, and
 * the word frequencies beside them. Run: `node bench/matching/train.ts DATE` with `../shared` beside the project.
 */
import { writeFileSync } from "node:fs";
import {
  adjustments,
  comparisonNames,
  comparisons,
  levelCount,
  offsets,
} from "../../packages/matching/src/engine/comparisons.ts";
import { countWords } from "./count-words.ts";
import { readSiteLists } from "./read-sets.ts";
import { collectTraining, fitWithout } from "./training-run.ts";

const date = process.argv[2];
if (date === undefined || !/^\d{4}-\d\d-\d\d$/u.test(date))
  throw new Error("Say the date: node bench/matching/train.ts 2026-11-20");
const data = new URL("../../packages/matching/src/data/", import.meta.url);
const round = (value: number): number => Math.round(value * 1000) / 1000;
const training = collectTraining();
const { prior, weights } = fitWithout(training, []);
const table = Object.fromEntries<Record<string, number>>(
  comparisonNames.map((name) => [
    name,
    Object.fromEntries(
      comparisons[name].map(({ words }, level) => [
        words,
        round(weights[offsets[name] + level] ?? 0),
      ]),
    ),
  ]),
);
table["rarity"] = Object.fromEntries(
  adjustments.map(({ words }, place) => [words, round(weights[levelCount + place] ?? 0)]),
);
const trained = {
  trained: date,
  sets: training.map(({ collected, weight }) => ({
    name: collected.set.name,
    records: collected.set.records.length,
    pairs: collected.pairs.length,
    same: collected.pairs.filter(({ same }) => same).length,
    weight: round(weight),
  })),
  unit: "bits",
  prior: round(prior),
  weights: table,
};
writeFileSync(new URL("trained-weights.json", data), `${JSON.stringify(trained, null, 2)}\n`);
const frequencies = countWords(readSiteLists());
writeFileSync(
  new URL("word-frequencies.json", data),
  `${JSON.stringify({ origin: "counted on lists of production sites of Open Supply Hub (MIT)", edition: date, ...frequencies }, null, 2)}\n`,
);
process.stdout.write(
  `Trained on ${String(trained.sets.length)} sets; prior ${String(trained.prior)} bits.\n`,
);
