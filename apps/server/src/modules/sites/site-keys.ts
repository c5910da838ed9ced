/** The keys a site is found by when it is typed (prefix `t:`), and what sites are sorted by. */
import { foldText, normaliseName, searchKeys } from "@throughline/matching";

/** An index entry may hold some 2,700 bytes; a name of ligatures grows when it is folded. */
const longestKey = 300;

function cut(text: string): string {
  return [...text].slice(0, longestKey).join("");
}

/** Keys for type-ahead, as they are stored. */
export function typedKeysOf(name: string): string[] {
  return [...new Set(searchKeys(name).map((key) => `t:${cut(key)}`))];
}

/** What sites are sorted by. */
export function nameKeyOf(name: string): string {
  return cut(normaliseName(name) || foldText(name) || name.toLowerCase());
}

/** Bounds of everything that begins with a text, in byte order. */
export interface TextRange {
  readonly from: string;
  readonly to: string;
}

/** The keys that begin with what was typed. */
export function typedRange(folded: string): TextRange {
  return beginningWith(`t:${cut(folded)}`);
}

/** The texts that begin with `text`. */
export function beginningWith(text: string): TextRange {
  // The highest code point sorts behind everything that follows the prefix in byte order.
  return { from: text, to: `${text}\u{10FFFF}` };
}
