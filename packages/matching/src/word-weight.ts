import { placeWords, romanNumbers, tradeWords } from "./word-lists.ts";

/** How much a word of a name says: 1 for a name of its own, less for trades and places. */
export function wordWeight(word: string): number {
  if (placeWords.has(word)) return 0.35;
  if (tradeWords.has(word)) return 0.35;
  return word.length <= 2 ? 0.5 : 1;
}

/** True for countries, provinces and cities of our list. */
export function isPlaceWord(word: string): boolean {
  return placeWords.has(word);
}

/** True for figures and Roman numbers: unit 14, factory II. Letters spaced apart ("pr i v ate") make Roman figures that are none. */
export function isNumberWord(word: string, broken: boolean): boolean {
  return /\d/.test(word) || (!broken && romanNumbers[word] !== undefined);
}
