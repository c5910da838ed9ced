import { listCountries } from "../../texts/list-countries.ts";

const folded = (text: string): string => text.trim().toLowerCase();

/**
 * Countries as a person writes them: names or two-letter codes, separated by commas, semicolons or lines; codes alone
 * also by spaces. `unknown` is the first that is neither.
 *
 * @example readCountries("China, vn").codes // ["CN", "VN"]
 */
export function readCountries(text: string): {
  readonly codes: string[];
  readonly unknown: string | undefined;
} {
  const byName = new Map<string, string>();
  for (const { code, name } of listCountries())
    for (const word of [code, name]) byName.set(folded(word), code);
  const words = text
    .split(/[,;\n]/)
    .flatMap((part) => (/^\s*\w\w(\s+\w\w)*\s*$/.test(part) ? part.trim().split(/\s+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const unknown = words.find((word) => !byName.has(folded(word)));
  const codes = words.map((word) => byName.get(folded(word))).filter((code) => code !== undefined);
  return { codes: [...new Set(codes)], unknown };
}
