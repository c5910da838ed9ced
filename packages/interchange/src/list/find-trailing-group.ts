/**
 * Supplier lists in alphabetical order sometimes end with a second, short alphabetical run: typically companies
 * without factories of their own, listed by their head office. A guess, and said as one.
 */

const smallestList = 40;
const largestShare = 0.1;
const mostlySorted = 0.97;

/** Position at which the trailing run begins, or `null`. `keys`: the names as `nameKey` writes them, in order. */
export function findTrailingGroup(keys: readonly string[]): number | null {
  const count = keys.length;
  if (count < smallestList) return null;
  const at = (index: number): string => keys[index] ?? "";
  // The order must fall from the end of the alphabet back to its beginning.
  const early = at(Math.floor(count * 0.1));
  const late = at(Math.floor(count * 0.85));
  if (!(early < late)) return null;
  const rises = new Uint32Array(count);
  for (let index = 1; index < count; index += 1)
    rises[index] = (rises[index - 1] ?? 0) + (at(index) >= at(index - 1) ? 1 : 0);
  const first = Math.floor(count * (1 - largestShare));
  for (let start = count - 2; start >= first; start -= 1) {
    if (!(at(start) < early && at(start - 1) > late)) continue;
    const ascending = rises[start - 1] ?? 0;
    const after = count - 1 - start;
    const falls = after - ((rises[count - 1] ?? 0) - (rises[start] ?? 0));
    if (ascending / (start - 1) >= mostlySorted && falls <= 1) return start;
  }
  return null;
}
