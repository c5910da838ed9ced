/** Groups items by a key, keeping their order; groups come in the order of their keys. */
import { compareText } from "./compare-text.ts";

/** @example groupByKey([1, 2, 3], (n) => (n % 2 ? "odd" : "even")) // [["even", [2]], ["odd", [1, 3]]] */
export function groupByKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): [string, [T, ...T[]]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].sort((a, b) => compareText(a[0], b[0]));
}
