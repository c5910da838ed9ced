/** What a search text asks for: one id, or words. */
import { parseOsId, parseSiteId } from "@throughline/domain";
import { searchPrefix } from "@throughline/matching";
import { beginningWith, typedRange, type TextRange } from "./site-keys.ts";

export type Search =
  | { readonly kind: "everything" }
  /** Signs only: nothing can be found by them. */
  | { readonly kind: "nothing" }
  | { readonly kind: "id"; readonly by: { readonly publicId: string } | { readonly osId: string } }
  /** One or two letters: names that begin so. Looking for every word that does would find too much to be of use. */
  | { readonly kind: "beginning"; readonly beginning: TextRange; readonly whole: TextRange }
  | {
      readonly kind: "words";
      /** What was typed as one beginning. */
      readonly whole: TextRange;
      /** Each word by itself; at most six are looked for. */
      readonly ranges: readonly [TextRange, ...TextRange[]];
    };

const mostWords = 6;

/** Reads a search text; blanks and case do not matter. */
export function readSearch(text: string | undefined): Search {
  if (text === undefined || text.trim() === "") return { kind: "everything" };
  const siteId = parseSiteId(text);
  if (siteId.ok) return { kind: "id", by: { publicId: siteId.value } };
  const osId = parseOsId(text);
  if (osId.ok) return { kind: "id", by: { osId: osId.value } };
  const folded = searchPrefix(text);
  if (folded === "") return { kind: "nothing" };
  const whole = typedRange(folded);
  if (/^[\p{Script=Latin}\d]{1,2}$/u.test(folded))
    return { kind: "beginning", beginning: beginningWith(folded), whole };
  const [first = folded, ...others] = folded.split(" ").slice(0, mostWords);
  return { kind: "words", whole, ranges: [typedRange(first), ...others.map(typedRange)] };
}
