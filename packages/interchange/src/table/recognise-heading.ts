/** Tells what a column holds from its heading, in any of the languages lists come in. */
import type { HeadingLanguage, ListField } from "@throughline/domain";
import { listFields } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";
import { headingWords, openSupplyHubHeadings } from "./heading-words.ts";

/** What a heading names. `rank`: lower is stronger. `languages`: all in which the heading is said so. */
export interface RecognisedHeading {
  readonly field: ListField;
  readonly rank: number;
  readonly languages: readonly HeadingLanguage[];
}

/** "l'usine" is two words in a heading, "Part #" is a part number and "# workers" a number of workers. */
function headingKey(text: string): string {
  return nameKey(
    text
      .replace(/['’`]/gu, " ")
      .replace(/(\p{L})\s*[#№]\s*$/u, "$1 number")
      .replace(/^\s*[#№]\s*(?=\p{L})/u, "number of "),
  );
}

const languages = ["en", "de", "fr", "es", "nl", "sv", "zh"] as const;

const byWord: ReadonlyMap<string, RecognisedHeading> = (() => {
  const map = new Map<string, { field: ListField; rank: number; languages: HeadingLanguage[] }>();
  for (const field of listFields) {
    for (const language of languages) {
      (headingWords[field][language] ?? "").split("|").forEach((word, rank) => {
        const key = headingKey(word);
        if (key === "") return;
        const known = map.get(key);
        // "art" is German for the kind; a word keeps the field that claimed it first.
        if (known === undefined) map.set(key, { field, rank, languages: [language] });
        else if (known.field === field && !known.languages.includes(language))
          known.languages.push(language);
      });
    }
  }
  return map;
})();

/** Words that may stand around a heading without changing it. */
const around =
  /\b(?:required|optional|mandatory|pflichtfeld|obligatoire|verplicht|obligatorisk|if known|english|en|in english|local language|of the|the)\b/gu;

/**
 * What a heading names, or `null`.
 *
 * @example recogniseHeading("Werksadresse (Pflichtfeld)")?.field; // "address"
 */
export function recogniseHeading(cell: string): RecognisedHeading | null {
  if (cell.length > 80 || /[:：]\s*\S/u.test(cell)) return null;
  const key = headingKey(cell.replace(/([a-z])([A-Z])/gu, "$1 $2"));
  const exact = byWord.get(key) ?? byWord.get(headingKey(cell));
  if (exact !== undefined) return exact;
  const bare = key.replace(around, " ").replace(/\s+/gu, " ").trim().replace(/ \d+$/u, "");
  const found = byWord.get(bare);
  if (found !== undefined) return { ...found, rank: found.rank + 100 };
  // Two languages in one heading: "工厂名称 Factory name", "Name / Nom", "Address (street, city)".
  for (const part of [
    ...cell.split(/[/|(){}\n,–-]+/u),
    ...(cell.match(/[\p{Script=Han}]+/gu) ?? []),
    cell.replace(/[\p{Script=Han}]+/gu, " "),
  ]) {
    const hit = byWord.get(headingKey(part));
    if (hit !== undefined) return { ...hit, rank: hit.rank + 200 };
  }
  return null;
}

/** True when the headings are those of the upload template of Open Supply Hub. */
export function isOpenSupplyHubTemplate(titles: readonly string[]): boolean {
  const keys = titles.map(headingKey).filter((key) => key !== "");
  return (
    ["country", "name", "address"].every((key) => keys.includes(key)) &&
    keys.some((key) => /^(?:sector product type|sector|lat)$/u.test(key)) &&
    keys.every((key) => openSupplyHubHeadings.has(key))
  );
}

/** The one language of each heading: of several, the one most other headings are in. */
export function settleLanguages(
  headings: readonly (RecognisedHeading | null)[],
): (HeadingLanguage | null)[] {
  const votes = new Map<HeadingLanguage, number>();
  for (const heading of headings)
    for (const language of heading?.languages ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1 / (heading?.languages.length ?? 1));
  return headings.map(
    (heading) =>
      heading?.languages.toSorted((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0))[0] ?? null,
  );
}
