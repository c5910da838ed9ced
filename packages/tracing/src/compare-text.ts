/**
 * Orders text by code unit: the same on every machine, unlike a locale's order. Output order must not depend
 * on where or in which order the facts were gathered.
 *
 * @example ["b", "a"].sort(compareText) // ["a", "b"]
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders by a date first (`null` last), then by id. */
export function compareDated(
  a: { readonly date: string | null; readonly id: string },
  b: { readonly date: string | null; readonly id: string },
): number {
  if (a.date !== b.date) {
    if (a.date === null) return 1;
    if (b.date === null) return -1;
    return compareText(a.date, b.date);
  }
  return compareText(a.id, b.id);
}

/** The distinct texts, in order. */
export function distinctSorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(compareText);
}
