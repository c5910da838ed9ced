/** Numbers for ids: 50,000 links name a few thousand sites, and a number is cheaper to carry and to look up than a text of 36. */
export interface NumberedIds {
  /** The number of an id; the next one when it is met for the first time. */
  numberOf(id: string): number;
  /** The ids by their number. */
  readonly ids: readonly string[];
}

/** Starts a numbering from 0. */
export function numberIds(): NumberedIds {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  return {
    ids,
    numberOf(id) {
      let number = numbers.get(id);
      if (number === undefined) {
        number = ids.length;
        numbers.set(id, number);
        ids.push(id);
      }
      return number;
    },
  };
}
