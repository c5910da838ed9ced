/** What a search text asks for: one id, or words. */
import { parseOsId, parseSiteId } from "@throughline/domain";
import { searchPrefix } from "@throughline/matching";
import { typedRange } from "./site-keys.ts";

export type Search =
  | { readonly kind: "everything" }
  /** Signs only: nothing can be found by them. */
  | { readonly kind: "nothing" }
  | { readonly kind: "id"; readonly by: { readonly publicId: string } | { readonly osId: string } }
  | {
      readonly kind: "words";
      /** What was typed as one beginning. */
      readonly whole: { readonly from: string; readonly to: string };
      /** Each word by itself; at most six are looked for. */
      readonly ranges: readonly { readonly from: string; readonly to: string }[];
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
  const whole = typedRange(folded);
  if (whole === null) return { kind: "nothing" };
  const words = folded.split(" ").slice(0, mostWords);
  return { kind: "words", whole, ranges: words.flatMap((word) => typedRange(word) ?? []) };
}
