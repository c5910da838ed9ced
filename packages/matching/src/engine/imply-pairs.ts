import type { LinkedPair } from "./cluster-pairs.ts";
import { probabilityOf } from "./model.ts";

/** Groups larger than this are left as they were found. */
const mostMembers = 200;

/**
 * Pairs of one group that were not found to be alike by themselves, where a third record is: what is c's site and b's site with
 * c between them is at least as likely one site as P(a, c) + P(c, b) − 1 (Fréchet's bound). Never so likely as to be *same* by it:
 * a chain is for a person to look at. `mostBits` is where *same* begins.
 */
export function implyPairs(
  group: Int32Array,
  found: readonly LinkedPair[],
  mostBits: number,
): LinkedPair[] {
  const members = new Map<number, number[]>();
  group.forEach((of, record) => {
    const known = members.get(of);
    if (known === undefined) members.set(of, [record]);
    else known.push(record);
  });
  const size = group.length;
  const numberOf = (a: number, b: number): number => (a < b ? a * size + b : b * size + a);
  const scores = new Map(found.map(({ a, b, score }) => [numberOf(a, b), score]));
  const limit = probabilityOf(mostBits) - 0.0001;
  const implied: LinkedPair[] = [];
  for (const records of members.values()) {
    if (records.length < 3 || records.length > mostMembers) continue;
    for (const [place, a] of records.entries())
      for (const b of records.slice(place + 1)) {
        const own = scores.get(numberOf(a, b));
        if (own !== undefined && own > 0) continue;
        let best = 0;
        for (const c of records) {
          if (c === a || c === b) continue;
          const ac = scores.get(numberOf(a, c));
          const cb = scores.get(numberOf(c, b));
          if (ac === undefined || cb === undefined) continue;
          best = Math.max(best, probabilityOf(ac) + probabilityOf(cb) - 1);
        }
        if (best <= 0.5) continue;
        const probability = Math.min(best, limit);
        implied.push({ a, b, score: Math.log2(probability / (1 - probability)) });
      }
  }
  return implied;
}
