/**
 * Scores the engine on the labelled sets, each with weights learned without it. Thresholds are fixed: a pair is linked when it is
 * more likely one site than not (0.5), *same* from 0.95. The best threshold is given beside, marked, and never used.
 *
 * Run: `node bench/matching/evaluate.ts [--json FILE]` with `../shared` beside the project.
 */
import { writeFileSync } from "node:fs";
import { defaultBands } from "../../packages/matching/src/engine/band-of.ts";
import { probabilityOf } from "../../packages/matching/src/engine/model.ts";
import { at, flags } from "../../packages/matching/src/engine/read-features.ts";
import { dedupeIndex } from "../../packages/matching/src/engine/site-engine.ts";
import { type IndexSettings, SiteIndex } from "../../packages/matching/src/engine/site-index.ts";
import { type CollectedPairs, collectPairs, type LabelledPair, scoreOf } from "./collect-pairs.ts";
import { correctClusters, correctPairs } from "./correct-labels.ts";
import { type Agreement, agreement, agreementOf, wilson } from "./count-agreement.ts";
import { type FittedModel, fitModel } from "./fit-model.ts";
import {
  hasSets,
  type LabelledSet,
  pairKey,
  pairsOf,
  readChicago,
  readCrossScriptNames,
  readFurtherNames,
  readPeople,
  readRestaurants,
  readSitePairs,
} from "./read-sets.ts";
import { inventedSet } from "./make-training-sets.ts";
import { retrievedPairs, scoreRetrieval } from "./score-retrieval.ts";
import { scoreCalibration } from "./score-calibration.ts";
import { scoreNames } from "./score-names.ts";
import { collectTraining, fitWithout, spread, untrainedSettings } from "./training-run.ts";

if (!hasSets()) {
  process.stderr.write(
    "Not run: the labelled sets are not beside the project (../shared/matching).\n",
  );
  process.exit(2);
}

interface ScoredPair {
  readonly pair: LabelledPair;
  readonly bits: number;
}
const lines: string[] = [];
const figures: Record<string, unknown> = {};
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const share = (value: number): string => value.toFixed(4);
function report(what: string, found: Agreement, best?: number): void {
  figures[what] = best === undefined ? found : { ...found, bestF1: best };
  say(
    `${what.padEnd(58)} P ${share(found.precision)}  R ${share(found.recall)}  F1 ${share(found.f1)}${best === undefined ? "" : `  (best threshold, not used: ${share(best)})`}`,
  );
}

/** Only what retrieval found is answered, but for sets whose pairs are given. */
function answered({ set }: CollectedPairs, scored: readonly ScoredPair[]): readonly ScoredPair[] {
  return set.labelled === undefined ? scored.filter(({ pair }) => pair.found) : scored;
}
function underTruth(set: LabelledSet, scored: readonly ScoredPair[]): readonly ScoredPair[] {
  return scored
    .filter(({ pair }) => set.labelled?.has(pairKey(pair.a, pair.b)) ?? true)
    .map(({ pair, bits }) => ({
      bits,
      pair: { ...pair, same: set.same.has(pairKey(pair.a, pair.b)) },
    }));
}
function atThreshold(set: LabelledSet, scored: readonly ScoredPair[], least: number): Agreement {
  let right = 0;
  let wrong = 0;
  for (const { pair, bits } of scored)
    if (bits >= least) {
      if (pair.same) right += 1;
      else wrong += 1;
    }
  return agreement(right, wrong, set.same.size);
}
function bestF1(set: LabelledSet, scored: readonly ScoredPair[]): number {
  let right = 0;
  let wrong = 0;
  let best = 0;
  for (const { pair } of scored.toSorted((a, b) => b.bits - a.bits)) {
    if (pair.same) right += 1;
    else wrong += 1;
    best = Math.max(best, agreement(right, wrong, set.same.size).f1);
  }
  return best;
}
function oneToOne(scored: readonly ScoredPair[]): ScoredPair[] {
  const taken = new Set<string>();
  return scored
    .toSorted(
      (a, b) =>
        b.bits - a.bits || (pairKey(a.pair.a, a.pair.b) < pairKey(b.pair.a, b.pair.b) ? -1 : 1),
    )
    .filter(({ pair }) => {
      if (taken.has(pair.a) || taken.has(pair.b)) return false;
      taken.add(pair.a).add(pair.b);
      return true;
    });
}
const scoreWith = (pairs: readonly LabelledPair[], { prior, weights }: FittedModel): ScoredPair[] =>
  pairs.map((pair) => ({ pair, bits: scoreOf(pair, prior, weights) }));
const settingsWith = ({ prior, weights }: FittedModel): IndexSettings => ({
  ...untrainedSettings(),
  model: { prior, weights },
});

const training = collectTraining();
const sameBits = Math.log2(defaultBands.same / (1 - defaultBands.same));
const reviewBits = Math.log2(defaultBands.review / (1 - defaultBands.review));
/** Held-out answers under the corrected truth, for the pooled figures. */
const pooled: { readonly set: LabelledSet; readonly scored: readonly ScoredPair[] }[] = [];
say("Linked when likelier one site than not; weights learned without the set under test.\n");

// Site pairs: without any of them, and by cross-validation.
{
  const set = readSitePairs();
  const corrected = correctPairs(set);
  const model = fitWithout(training, ["site pairs"]);
  const collected = collectPairs(set, settingsWith(model));
  const scored = scoreWith(collected.pairs, model);
  report("site pairs, learned without them", atThreshold(set, scored, 0), bestF1(set, scored));
  const without = underTruth(corrected, scored);
  report(
    "site pairs, learned without them, disputed labels left out",
    atThreshold(corrected, without, 0),
    bestF1(corrected, without),
  );
  const folds = 5;
  const crossed = Array.from({ length: folds }, (_, fold) => {
    const isHeld = (pair: LabelledPair): boolean => Number(pair.a.slice(1, 4)) % folds === fold;
    const fitted = fitModel(
      training.map(({ collected: { pairs, set: of }, weight }) => ({
        pairs: of.name.startsWith("site pairs") ? pairs.filter((pair) => !isHeld(pair)) : pairs,
        weight,
      })),
      spread,
    );
    return scoreWith(collected.pairs.filter(isHeld), fitted);
  }).flat();
  report(
    "site pairs, five-fold cross-validation",
    atThreshold(set, crossed, 0),
    bestF1(set, crossed),
  );
  const crossedWithout = underTruth(corrected, crossed);
  report(
    "site pairs, cross-validation, disputed labels left out",
    atThreshold(corrected, crossedWithout, 0),
    bestF1(corrected, crossedWithout),
  );
  pooled.push({ set: corrected, scored: without });
  // Retrieval: every record against all others of both sides.
  const spaced = [...set.same].filter((key) => {
    const ordinals = key.split("|").map((id) => collected.index.ordinalOf(id) ?? 0);
    return ordinals.some(
      (ordinal) =>
        ((collected.index.data[(collected.index.offsets[ordinal] ?? 0) + at.flags] ?? 0) &
          flags.brokenSpacing) !==
        0,
    );
  });
  const found = new Set(
    collected.pairs.filter((pair) => pair.found).map((pair) => pairKey(pair.a, pair.b)),
  );
  const foundSpaced = spaced.filter((key) => found.has(key)).length;
  const foundAll = [...set.same].filter((key) => found.has(key)).length;
  say(
    `  blocking recall ${foundAll} of ${set.same.size}; letter-spaced records apart: ${foundSpaced} of ${spaced.length}`,
  );
  figures["site pairs, blocking recall"] = {
    found: foundAll,
    of: set.same.size,
    spaced: foundSpaced,
    ofSpaced: spaced.length,
  };
}

// Restaurants without phone.
{
  const set = readRestaurants(false);
  const corrected = correctPairs(set);
  const model = fitWithout(training, ["restaurants"]);
  const collected = collectPairs(set, settingsWith(model));
  const scored = answered(collected, scoreWith(collected.pairs, model));
  report("Fodors-Zagats without phone, raw", atThreshold(set, scored, 0), bestF1(set, scored));
  const once = oneToOne(scored);
  report("Fodors-Zagats without phone, one-to-one", atThreshold(set, once, 0), bestF1(set, once));
  const onceCorrected = underTruth(corrected, once);
  report(
    "Fodors-Zagats without phone, one-to-one, corrected",
    atThreshold(corrected, onceCorrected, 0),
    bestF1(corrected, onceCorrected),
  );
  pooled.push({ set: corrected, scored: underTruth(corrected, scored) });
  const found = collected.pairs.filter((pair) => pair.same && pair.found).length;
  say(`  blocking recall ${found} of ${set.same.size}`);
  figures["Fodors-Zagats, blocking recall"] = { found, of: set.same.size };
}

// Chicago: edges and clusters, both truths.
{
  const set = readChicago();
  const corrected = correctClusters(set, set.clusterOf);
  const model = fitWithout(training, ["Chicago"]);
  const settings = settingsWith(model);
  const collected = collectPairs(set, settings);
  const scored = answered(collected, scoreWith(collected.pairs, model));
  report("Chicago, edges, each pair by itself", atThreshold(set, scored, 0), bestF1(set, scored));
  const scoredCorrected = underTruth(corrected, scored);
  report(
    "Chicago, edges, each pair by itself, corrected",
    atThreshold(corrected, scoredCorrected, 0),
    bestF1(corrected, scoredCorrected),
  );
  const index = new SiteIndex(settings);
  index.build(set.records);
  const { clusters, pairs: edges } = dedupeIndex(index, defaultBands);
  const linked = edges
    .filter(({ probability }) => probability > 0.5)
    .map(({ a, b }) => pairKey(a, b));
  report("Chicago, edges as dedupe answers", agreementOf(linked, set.same));
  report("Chicago, edges as dedupe answers, corrected", agreementOf(linked, corrected.same));
  const groups = new Map<string, string[]>();
  for (const { id, cluster } of clusters) groups.set(cluster, [...(groups.get(cluster) ?? []), id]);
  const pairs = pairsOf(groups.values());
  report("Chicago, clusters", agreementOf(pairs, set.same));
  report("Chicago, clusters, corrected", agreementOf(pairs, corrected.same));
  pooled.push({ set: corrected, scored: scoredCorrected });
  const found = scored.filter(({ pair }) => pair.same).length;
  const foundCorrected = scoredCorrected.filter(({ pair }) => pair.same).length;
  say(
    `  blocking recall ${found} of ${set.same.size}; corrected ${foundCorrected} of ${corrected.same.size}`,
  );
  figures["Chicago, blocking recall"] = {
    found,
    of: set.same.size,
    foundCorrected,
    ofCorrected: corrected.same.size,
  };
}

// Names across scripts.
{
  say("\nNames across scripts, without address, against other names; right answer first:");
  const settings = settingsWith(fitWithout(training, []));
  const found = (
    [
      ["", readCrossScriptNames()],
      ["further makers (looked at), ", readFurtherNames()],
    ] as const
  ).flatMap(([which, names]) =>
    scoreNames(names, settings).map((score) => ({ ...score, table: `${which}${score.table}` })),
  );
  for (const { table, direction, pool, first, retrieved, names: count } of found)
    say(
      `${`${table}, ${direction}`.padEnd(74)} ${first} of ${count} (${share(first / count)}), retrieved ${retrieved}; pool ${pool}`,
    );
  figures["names across scripts"] = found;
}

// Retrieval apart, on invented sites nothing was learned from.
{
  say("\nRetrieval of true pairs of 40,000 invented sites (another seed than those learned from):");
  const set = inventedSet(40_000, 21);
  const found = scoreRetrieval(set, settingsWith(fitWithout(training, [])));
  for (const { of, pairs, found: hits } of found)
    say(`  ${of.padEnd(46)} ${hits} of ${pairs} (${share(hits / Math.max(1, pairs))})`);
  figures["retrieval, invented sites"] = found;
}

// People: no sites; an outsider's view.
{
  say("\nInvented people, name and address only; no sites, nothing learned from them:");
  const settings = settingsWith(fitWithout(training, []));
  for (const which of [1, 2, 3] as const) {
    const set = readPeople(which);
    const index = new SiteIndex(settings);
    index.build(set.records);
    const { clusters, pairs } = dedupeIndex(index, defaultBands);
    const linked = pairs.filter(({ probability }) => probability > 0.5);
    report(
      `${set.name}, pairs`,
      agreementOf(
        linked.map(({ a, b }) => pairKey(a, b)),
        set.same,
      ),
    );
    const groups = Map.groupBy(clusters, ({ cluster }) => cluster);
    report(
      `${set.name}, clusters`,
      agreementOf(
        pairsOf([...groups.values()].map((group) => group.map(({ id }) => id))),
        set.same,
      ),
    );
    const found = retrievedPairs(index);
    const hits = [...set.same].filter((key) => found.has(key)).length;
    say(`  blocking recall ${hits} of ${set.same.size}`);
    figures[`${set.name}, blocking recall`] = { found: hits, of: set.same.size };
  }
}

// Bands and calibration, pooled over the sets held out.
{
  let right = 0;
  let accepted = 0;
  let truth = 0;
  let reached = 0;
  for (const { set, scored } of pooled) {
    truth += set.same.size;
    for (const { pair, bits } of scored) {
      if (bits >= sameBits) {
        accepted += 1;
        if (pair.same) right += 1;
      }
      if (bits >= reviewBits && pair.same) reached += 1;
    }
  }
  const [low, high] = wilson(right, accepted);
  say(
    `\nBand same (${defaultBands.same}), pooled, corrected: precision ${share(right / accepted)} (${right} of ${accepted}; Wilson 95 %: ${share(low)} to ${share(high)}), recall ${share(right / truth)}; same or review: recall ${share(reached / truth)}`,
  );
  for (const { set, scored } of pooled) {
    const of = scored.filter(({ bits }) => bits >= sameBits);
    const ok = of.filter(({ pair }) => pair.same).length;
    say(
      `  ${set.name.padEnd(46)} ${ok} of ${of.length} right, recall ${share(ok / set.same.size)}`,
    );
  }
  figures["band same"] = {
    precision: right / accepted,
    right,
    accepted,
    wilson: [low, high],
    recall: right / truth,
    reviewRecall: reached / truth,
  };
  say("\nReliability, pooled, corrected: said, how many, were one site");
  const edges = [0, 0.01, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 0.999, 1.000001];
  const table = edges.slice(0, -1).map((from, place) => {
    const to = edges[place + 1] ?? 1;
    const inside = pooled.flatMap(({ scored }) =>
      scored.filter(({ bits }) => {
        const probability = probabilityOf(bits);
        return probability >= from && probability < to;
      }),
    );
    const same = inside.filter(({ pair }) => pair.same).length;
    const mean =
      inside.reduce((sum, { bits }) => sum + probabilityOf(bits), 0) / Math.max(1, inside.length);
    say(
      `  ${from.toFixed(3)} to ${Math.min(1, to).toFixed(3)}   ${String(inside.length).padStart(6)}   said ${share(mean)}   were ${share(same / Math.max(1, inside.length))}`,
    );
    return {
      from,
      to: Math.min(1, to),
      pairs: inside.length,
      said: mean,
      were: same / Math.max(1, inside.length),
    };
  });
  figures["reliability"] = table;
  say("\nCalibration by set, and with a scaling learned on the others (tried, not used):");
  const calibration = scoreCalibration(training);
  for (const { set, pairs, error, middle, middlePairs, errorScaled, middleScaled } of calibration)
    say(
      `  ${set.padEnd(40)} ${String(pairs).padStart(6)} pairs, error ${share(error)} (scaled ${share(errorScaled)}); said 0.2 to 0.8: ${middlePairs}, were more often by ${middle.toFixed(2)} (scaled ${middleScaled.toFixed(2)})`,
    );
  figures["calibration"] = calibration;
}

const wanted = process.argv.indexOf("--json");
const file = wanted === -1 ? undefined : process.argv[wanted + 1];
if (file !== undefined) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
