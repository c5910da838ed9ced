import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import { corruptRecord } from "./corrupt-record.ts";
import { Draw } from "./draw-random.ts";
import { generateSites } from "./generate-sites.ts";
import { type LabelledSet, pairsOf, readSiteLists } from "./read-sets.ts";

/** Invented sites with their truth, as a labelled set. */
export function inventedSet(count: number, seed: number): LabelledSet {
  const { records, truth } = generateSites({ count, seed });
  const groups = new Map<string, string[]>();
  records.forEach((record, index) => {
    const key = truth[index] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), record.id]);
  });
  return { name: "invented sites", records, same: pairsOf(groups.values()) };
}

/**
 * Real records of the site lists, each once, with copies changed as other lists would have them. Sampled non-matches: a copy of a
 * record under another's name at the same address, a neighbour in the list under the same name, a plant with another number.
 */
export function changedListSet(seed: number): LabelledSet {
  const draw = new Draw(seed);
  const once = new Map<string, SiteToMatch>();
  for (const record of readSiteLists()) {
    const name = record.name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/gu, "")
      .slice(0, 12);
    if (!once.has(name)) once.set(name, record);
  }
  const originals = [...once.values()];
  const records: SiteToMatch[] = [];
  const groups: string[][] = [];
  originals.forEach((record, index) => {
    const neighbour = originals[(index * 7 + 13) % originals.length] ?? record;
    const group = [`${record.id}`];
    records.push(record);
    const copies = 1 + draw.below(2);
    for (let copy = 0; copy < copies; copy += 1) {
      const id = `${record.id}c${copy}`;
      records.push(corruptRecord(record, id, draw, 1));
      group.push(id);
    }
    groups.push(group);
    if (draw.chance(0.25))
      records.push(corruptRecord({ ...record, name: neighbour.name }, `${record.id}n`, draw, 0.5));
    if (draw.chance(0.25) && neighbour.country === record.country)
      records.push(corruptRecord({ ...neighbour, name: record.name }, `${record.id}a`, draw, 0.5));
    if (draw.chance(0.2) && /\d/u.test(record.address ?? ""))
      records.push(
        corruptRecord(
          {
            ...record,
            name: `${record.name} Unit ${2 + draw.below(8)}`,
            address: (record.address ?? "").replace(/\d+/u, String(1 + draw.below(400))),
          },
          `${record.id}u`,
          draw,
          0.5,
        ),
      );
  });
  return { name: "changed lists", records, same: pairsOf(groups) };
}
