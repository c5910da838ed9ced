/** Recognises a country as written in a country column. */
import { alpha2Codes, alpha3Codes, countryByName, nameKey } from "./country-names.ts";

const known = new Map<string, string | null>();

function lookUp(text: string): string | null {
  const key = nameKey(text);
  if (key === "") return null;
  const upper = key.toUpperCase();
  const named = countryByName.get(key);
  if (named !== undefined) return named;
  if (alpha2Codes.has(upper)) return upper;
  const three = alpha3Codes.get(upper);
  if (three !== undefined) return three;
  const bare = key
    .replace(/^(?:the|republic of|republique de|kingdom of) /u, "")
    .replace(/ (?:republic|rep)$/u, "");
  return bare === key ? null : (countryByName.get(bare) ?? null);
}

/**
 * ISO 3166-1 alpha-2 code of a country written as a code (alpha-2, alpha-3), as a name in one of 22 languages,
 * or as lists commonly write it; `null` when it is none of these. Never guesses from spelling distance.
 *
 * @example recognise("P.R.O.C."); // "CN"
 */
export function recogniseCountry(text: string): string | null {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  let found = lookUp(text);
  if (found === null) {
    // "China (CN)", "CN - China", "Taiwan / 台湾": every part that is recognised must agree.
    const parts = text
      .split(/[()[\]/|,;:–—-]+/u)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const codes = new Set(parts.map(lookUp));
    if (parts.length > 1) codes.delete(null);
    if (codes.size === 1) found = [...codes][0] ?? null;
  }
  if (known.size > 20_000) known.clear();
  known.set(text, found);
  return found;
}
