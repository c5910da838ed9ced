/** Bits a word is worth in a name or an address: the rarer the more. Numbers are those of the lexicon. */
export interface WordBits {
  name(word: number): number;
  address(word: number): number;
}

/** `value`, but at least and at most so much. */
export function clamp(value: number, least: number, greatest: number): number {
  return value < least ? least : value > greatest ? greatest : value;
}
