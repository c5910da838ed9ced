/** A stretch of a station's facts: in a long line nobody reads them all at once. */

/** From the `from`th on, at most `most`. A station with no more than `most` has them all, wherever the stretch begins. */
export interface FactStretch {
  readonly from: number;
  readonly most: number;
}

/** Every fact. */
export const wholeStretch: FactStretch = { from: 0, most: Number.POSITIVE_INFINITY };

/** @example takeStretch(["a", "b", "c"], { from: 1, most: 2 }) // ["b", "c"] */
export function takeStretch<T>(items: readonly T[], { from, most }: FactStretch): T[] {
  return items.length <= most ? [...items] : items.slice(from, from + most);
}
