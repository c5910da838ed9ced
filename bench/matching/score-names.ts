import { defaultBands } from "../../packages/matching/src/engine/band-of.ts";
import { makeReadingTables } from "../../packages/matching/src/engine/read-features.ts";
import { candidatesOf } from "../../packages/matching/src/engine/site-engine.ts";
import { type IndexSettings, SiteIndex } from "../../packages/matching/src/engine/site-index.ts";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import { generateSites } from "./generate-sites.ts";
import { type CrossScriptName, readChicago, readSiteLists, readSitePairs } from "./read-sets.ts";

export interface NamesFound {
  readonly table: "with known equivalents" | "without";
  readonly direction: "own script → Latin" | "Latin → own script";
  readonly pool: number;
  readonly names: number;
  readonly first: number;
  readonly retrieved: number;
}

/** Other names, each once: real ones of the development lists and invented ones; countries as they are. */
function poolOfNames(): SiteToMatch[] {
  const seen = new Set<string>();
  const records = [
    ...readSiteLists(),
    ...readSitePairs().records,
    ...readChicago().records,
    ...generateSites({ count: 30_000, seed: 99 }).records,
  ];
  return records.flatMap(({ name, country }, index) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    // American names stand in for names in Latin letters anywhere.
    return [{ id: `o${index}`, name, country: country === "US" ? null : (country ?? null) }];
  });
}

/** How often the right name comes first among all others, without address, both ways, with the table of equivalents and without. */
export function scoreNames(
  names: readonly CrossScriptName[],
  settings: IndexSettings,
): readonly NamesFound[] {
  const pool = poolOfNames();
  const results: NamesFound[] = [];
  for (const withoutKnown of [false, true])
    for (const toLatin of [true, false]) {
      const index = new SiteIndex({ ...settings, reading: makeReadingTables({ withoutKnown }) });
      index.build([
        ...pool,
        ...names.map(({ local, latin, country }, at) => ({
          id: `x${at}`,
          name: toLatin ? latin : local,
          country,
        })),
      ]);
      let first = 0;
      let retrieved = 0;
      names.forEach(({ local, latin, country }, at) => {
        index.readProbe({ id: "q", name: toLatin ? local : latin, country });
        const found = candidatesOf(index, index.probe, 0, -1, defaultBands, true);
        const place = found.findIndex(({ id }) => id === `x${at}`);
        if (place === 0) first += 1;
        if (place !== -1) retrieved += 1;
      });
      results.push({
        table: withoutKnown ? "without" : "with known equivalents",
        direction: toLatin ? "own script → Latin" : "Latin → own script",
        pool: pool.length,
        names: names.length,
        first,
        retrieved,
      });
    }
  return results;
}
