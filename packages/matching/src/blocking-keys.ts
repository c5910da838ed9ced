import { parseOsId } from "@throughline/domain";
import { readSiteFeatures, wordWeight } from "./read-site-features.ts";
import type { SiteRecord } from "./site-record.ts";

/** No record gets more keys than this, however long its name: each is a row in a table of millions. */
export const maximumKeys = 16;

/**
 * Keys under which a record is found again: store each as a row beside the site and look candidates up by equality,
 * then keep those whose country is equal or unknown. Two records that are one site share a key in nearly all cases
 * seen (README); most records that share one are not one site, which {@link compareSites} finds out.
 *
 * `o` OS ID · `n` the whole name, words sorted · `c` first letters without blanks · `k` consonants only ·
 * `w` pairs of words · `s` a lone telling word · `a` house number with a street word.
 *
 * @example blockingKeys({ id: "1", name: "Compal Information (Kunshan) Co., Ltd.", address: null, country: "CN" })
 */
export function blockingKeys(record: SiteRecord): readonly string[] {
  const keys = new Set<string>();
  const osId = record.osId ? parseOsId(record.osId) : null;
  if (osId?.ok === true) keys.add(`o:${osId.value}`);
  for (const key of nameKeys(record.name)) keys.add(key);
  for (const key of addressKeys(record)) keys.add(key);
  return [...keys].slice(0, maximumKeys);
}

/**
 * The keys that come from the name alone; screening against lists of names uses them too.
 *
 * @example nameKeys("Hefei Bitland Information Technology Co.,Ltd").includes("s:bitlan") // → true
 */
export function nameKeys(name: string): readonly string[] {
  const features = readSiteFeatures({ id: "", name, address: null, country: null });
  const keys: string[] = [];
  const words = features.words.map(({ word }) => word);
  if (words.length > 0) keys.push(`n:${words.toSorted().join("")}`);
  if (features.compact.length > 0) {
    keys.push(`c:${features.compact.slice(0, 8)}`);
    keys.push(`k:${skeleton(features.compact).slice(0, 7)}`);
  }
  if (features.broken) return keys;
  const telling = words.filter((word) => wordWeight(word) === 1);
  for (const word of telling.slice(0, 3)) keys.push(`s:${word.slice(0, 6)}`);
  const paired = [...new Set(words.map((word) => skeleton(word).slice(0, 4)))].slice(0, 4);
  for (const [index, left] of paired.entries()) {
    for (const right of paired.slice(index + 1))
      keys.push(`w:${left < right ? `${left} ${right}` : `${right} ${left}`}`);
  }
  return keys;
}

function addressKeys(record: SiteRecord): readonly string[] {
  const { houseNumbers, streetWords } = readSiteFeatures(record);
  const streets = streetWords
    .filter(({ word, weight }) => weight === 1 && word.length >= 4)
    .slice(0, 2)
    .map(({ word }) => skeleton(word).slice(0, 4));
  const keys: string[] = [];
  for (const number of [...houseNumbers].slice(0, 2))
    for (const street of streets) keys.push(`a:${number} ${street}`);
  return keys;
}

/** First letter and the consonants after it, doubled letters and weak n before a consonant dropped: Kushan and Kunshan fall together. */
function skeleton(word: string): string {
  const rest = word
    .slice(1)
    .replace(/[aeiouyhw]/gu, "")
    .replace(/(.)\1+/gu, "$1")
    .replace(/n(?=.)/gu, "");
  return (word.slice(0, 1) + rest).replace(/(.)\1+/gu, "$1");
}
