import { priorWeights } from "../../packages/matching/src/engine/comparisons.ts";
import { makeReadingTables } from "../../packages/matching/src/engine/read-features.ts";
import { SiteIndex, type WordFrequencies } from "../../packages/matching/src/engine/site-index.ts";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";

/** The background counts as so many records, however many it was counted on. */
const asMany = 2000;

/** How many of the records have each word, in names and in addresses; words of fewer than `least` are left out. */
export function countWords(records: readonly SiteToMatch[], least = 2): WordFrequencies {
  const index = new SiteIndex({
    reading: makeReadingTables(),
    model: { prior: 0, weights: priorWeights() },
    frequencies: { records: 0, names: {}, addresses: {} },
  });
  index.build(records);
  const scale = asMany / Math.max(1, records.length);
  const names: Record<string, number> = {};
  const addresses: Record<string, number> = {};
  const words = Array.from({ length: index.lexicon.size }, (_, id) => id)
    .map((id) => [index.lexicon.text(id), id] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [word, id] of words) {
    const inNames = index.nameCounts[id] ?? 0;
    const inAddresses = index.addressCounts[id] ?? 0;
    if (inNames >= least) names[word] = Math.round(inNames * scale * 10) / 10;
    if (inAddresses >= least) addresses[word] = Math.round(inAddresses * scale * 10) / 10;
  }
  return { records: asMany, names, addresses };
}
