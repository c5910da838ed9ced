/** Two records that are more likely one site than not, by their place in the list, with the score in bits. */
export interface LinkedPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

const mostBits = 6;
/** Groups that fit less, in bits on the mean, stay apart. */
const leastFit = -1;
/** Above this many comparisons the rest of two large groups is taken to be like those looked at. */
const mostCompared = 64;

/**
 * Gathers linked records into groups. The likeliest pairs join first; two groups join only where their records fit together
 * on the whole: the mean of all scores between them, each cut to ±6 bits, is at least −1. So a chain of weak links does not
 * run together what differs. Ties are broken by `rank`, so the order of the list does not show.
 *
 * @returns `group`: for each record the first record (by rank) of its group; `contradicted`: pairs that are alike by themselves
 *   and whose groups do not fit, with that fit as their score
 */
export function clusterPairs(
  size: number,
  pairs: readonly LinkedPair[],
  scoreOf: (a: number, b: number) => number,
  rank: (record: number) => string,
): { readonly group: Int32Array; readonly contradicted: readonly LinkedPair[] } {
  const group = Int32Array.from({ length: size }, (_, index) => index);
  const members = new Map<number, number[]>();
  const byRank = (a: number, b: number): number => (rank(a) < rank(b) ? -1 : 1);
  const ordered = pairs
    .map(({ a, b, score }) => (byRank(a, b) < 0 ? { a, b, score } : { a: b, b: a, score }))
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        compare(rank(one.a), rank(other.a)) ||
        compare(rank(one.b), rank(other.b)),
    );
  const known = new Map<number, number>();
  for (const { a, b, score } of ordered) known.set(pairNumber(a, b, size), score);
  const between = (a: number, b: number): number => {
    const key = pairNumber(a, b, size);
    const found = known.get(key);
    if (found !== undefined) return found;
    const score = scoreOf(a, b);
    known.set(key, score);
    return score;
  };
  const fitBetween = (ofOne: readonly number[], ofOther: readonly number[]): number => {
    let sum = 0;
    let count = 0;
    for (const x of ofOne) {
      for (const y of ofOther) {
        if (count >= mostCompared) break;
        sum += Math.max(-mostBits, Math.min(mostBits, between(x, y)));
        count += 1;
      }
    }
    return sum / count;
  };
  for (const { a, b } of ordered) {
    const [one, other] = [group[a] ?? a, group[b] ?? b];
    if (one === other) continue;
    const ofOne = members.get(one) ?? [one];
    const ofOther = members.get(other) ?? [other];
    if (fitBetween(ofOne, ofOther) < leastFit) continue;
    const [kept, joined] = byRank(one, other) < 0 ? [one, other] : [other, one];
    const all = [...ofOne, ...ofOther].toSorted(byRank);
    members.set(kept, all);
    members.delete(joined);
    for (const record of all) group[record] = kept;
  }
  const contradicted: LinkedPair[] = [];
  for (const { a, b } of ordered) {
    const [one, other] = [group[a] ?? a, group[b] ?? b];
    if (one === other) continue;
    const score = fitBetween(members.get(one) ?? [one], members.get(other) ?? [other]);
    contradicted.push({ a: Math.min(a, b), b: Math.max(a, b), score });
  }
  return { group, contradicted };
}

function pairNumber(a: number, b: number, size: number): number {
  return a < b ? a * size + b : b * size + a;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
