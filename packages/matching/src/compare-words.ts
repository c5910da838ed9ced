/** Similarity of words and texts, each 0..1 and symmetric. */

/** One minus the edit distance over the longer length; 1 for two empty texts. Cost: product of the lengths. */
export function editSimilarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  if (a === b) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution));
    }
    previous = current;
  }
  return 1 - (previous[b.length] ?? longer) / longer;
}

/** A word and how much it says. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/**
 * Weighted share of the words two names have in common, small spelling differences allowed (edit similarity from 0.75
 * on for words of four letters and more). Words pair off once each, best pairs first.
 */
export function sharedWords(
  a: readonly WeightedWord[],
  b: readonly WeightedWord[],
): { readonly score: number; readonly pairs: readonly (readonly [string, string])[] } {
  const possible: { i: number; j: number; similarity: number; key: string; weight: number }[] = [];
  for (const [i, left] of a.entries()) {
    for (const [j, right] of b.entries()) {
      const similarity = left.word === right.word ? 1 : wordSimilarity(left.word, right.word);
      if (similarity === 0) continue;
      const key =
        left.word < right.word ? `${left.word} ${right.word}` : `${right.word} ${left.word}`;
      possible.push({ i, j, similarity, key, weight: left.weight + right.weight });
    }
  }
  // The order must not depend on which name came first, else the comparison would not be symmetric.
  possible.sort(
    (x, y) =>
      y.similarity - x.similarity ||
      y.weight - x.weight ||
      (x.key < y.key ? -1 : x.key > y.key ? 1 : 0),
  );
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: (readonly [string, string])[] = [];
  let shared = 0;
  for (const { i, j, similarity, weight } of possible) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    shared += weight * similarity;
    pairs.push([a[i]?.word ?? "", b[j]?.word ?? ""]);
  }
  const total = sum(a) + sum(b);
  return { score: total === 0 ? 0 : Math.min(1, shared / total), pairs };
}

function wordSimilarity(a: string, b: string): number {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 3) return 0;
  const similarity = editSimilarity(a, b);
  return similarity >= 0.75 ? similarity : 0;
}

/** Sums in an order of its own, so that the same words in another order weigh exactly the same. */
function sum(weighted: readonly WeightedWord[]): number {
  return weighted
    .map(({ weight }) => weight)
    .toSorted((x, y) => x - y)
    .reduce((total, weight) => total + weight, 0);
}
