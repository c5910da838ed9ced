import { foldText, normaliseName } from "@throughline/matching";

/** An index entry may hold some 2,700 bytes; a name of ligatures grows when it is folded. */
const longestKey = 300;

function cut(text: string): string {
  return [...text].slice(0, longestKey).join("");
}

/** What sites are sorted by. */
export function nameKeyOf(name: string): string {
  return cut(normaliseName(name) || foldText(name) || name.toLowerCase());
}
