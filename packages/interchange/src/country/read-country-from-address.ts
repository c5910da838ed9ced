/** Reads the country out of an address: at its end in Latin scripts, at its start or end in scripts without blanks. */
import { alpha2Codes, alpha3Codes, countryByName, nameKey } from "./country-names.ts";
import { isChineseProvince } from "./chinese-provinces.ts";

/** Codes that are also states of the United States or provinces of Canada: too risky at the end of an address. */
const stateCodes = new Set(
  "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|YT".split(
    "|",
  ),
);
/** Also cities, states or ordinary words; at the end of an address they prove nothing. */
const ambiguous = new Set(["georgia", "granada", "jersey", "america", "dubai", "roc"]);
const shortNames = new Set(["usa", "uk", "uae", "prc", "u s a", "u k", "rok", "us", "hk"]);
/** Places that lie in a territory often filed under China. */
const territoryPlaces: Readonly<Record<string, string>> = {
  kowloon: "HK",
  "new territories": "HK",
  "kwun tong": "HK",
  "tsuen wan": "HK",
  "kwai chung": "HK",
  wanchai: "HK",
  taipa: "MO",
  coloane: "MO",
  taipei: "TW",
  "new taipei": "TW",
  "taipei city": "TW",
  "new taipei city": "TW",
  hsinchu: "TW",
  "hsinchu city": "TW",
  "hsinchu county": "TW",
  kaohsiung: "TW",
  "kaohsiung city": "TW",
  taichung: "TW",
  "taichung city": "TW",
  "taoyuan hsien": "TW",
  "taoyuan city": "TW",
  "tainan city": "TW",
  tainan: "TW",
};
const territories = new Set(["HK", "MO", "TW"]);
const continuous =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const hanTerritories: readonly (readonly [RegExp, string])[] = [
  [/^(?:中[国國])?香港/u, "HK"],
  [/^(?:中[国國])?澳[门門]/u, "MO"],
  [/^(?:中[国國]|中華民國)?(?:台湾|台灣|臺灣)/u, "TW"],
  [/^(?:台北|臺北|新北|桃園|桃园|新竹|台中|臺中|台南|臺南|高雄)[市縣县]/u, "TW"],
];
const continuousNames: readonly (readonly [string, string])[] = [...countryByName]
  .filter(([name]) => continuous.test(name) && name.length >= 2 && !/^[a-z0-9 ]+$/u.test(name))
  .toSorted(([a], [b]) => b.length - a.length);

/** A country found in an address. `place` is what it was read from. */
export interface FoundCountry {
  readonly country: string;
  readonly place: string;
  /** `name` is proof; `code` and `region` are good reasons. */
  readonly by: "name" | "code" | "region";
}

const cache = new Map<string, FoundCountry | null>();

function fromContinuousScript(address: string): FoundCountry | null {
  const text = address.replace(/[\s,，。.;；]+$/u, "").trim();
  for (const [pattern, country] of hanTerritories) {
    const hit = pattern.exec(text);
    if (hit) return { country, place: hit[0], by: "name" };
  }
  for (const [name, country] of continuousNames) {
    if (text.startsWith(name) || text.endsWith(name)) return { country, place: name, by: "name" };
  }
  return null;
}

function isPostcode(word: string): boolean {
  return /\d/u.test(word) || /^[a-z]$/u.test(word);
}

function fromTail(segment: string): FoundCountry | null {
  const words = nameKey(segment)
    .split(" ")
    .filter((word) => word !== "");
  for (let drop = 0; drop <= 3 && drop < words.length; drop += 1) {
    if (drop > 0 && !isPostcode(words[words.length - drop] ?? "")) break;
    const end = words.length - drop;
    for (let length = Math.min(6, end); length >= 1; length -= 1) {
      const name = words.slice(end - length, end).join(" ");
      if (ambiguous.has(name) || (name.length < 4 && !shortNames.has(name))) continue;
      const country = countryByName.get(name);
      if (country !== undefined) return { country, place: name, by: "name" };
    }
  }
  return null;
}

function fromCode(segment: string): FoundCountry | null {
  const code = segment.trim().replace(/\.$/u, "");
  if (/^[A-Z]{3}$/u.test(code)) {
    const country = alpha3Codes.get(code);
    return country === undefined ? null : { country, place: code, by: "code" };
  }
  if (!/^[A-Z]{2}$/u.test(code) || stateCodes.has(code) || !alpha2Codes.has(code)) return null;
  return { country: code, place: code, by: "code" };
}

function isPrecededByTerritory(country: string, segments: readonly string[]): FoundCountry | null {
  if (country !== "CN") return null;
  for (const segment of segments.slice(-4)) {
    const key = nameKey(segment)
      .replace(/(?:^| )\d[\d ]*$/u, "")
      .trim();
    const named = countryByName.get(key) ?? territoryPlaces[key];
    if (named !== undefined && territories.has(named))
      return { country: named, place: segment.trim(), by: "name" };
  }
  return null;
}

function read(address: string): FoundCountry | null {
  if (continuous.test(address)) {
    const found = fromContinuousScript(address);
    if (found !== null) return found;
    if (isChineseProvince(address))
      return { country: "CN", place: address.trim().slice(0, 3), by: "region" };
  }
  const plain = address
    .replace(/\b(?:tel|phone|fax|e-?mail|mob)\b[.:].*$/iu, "")
    .replace(/[()（）[\]]/gu, ",");
  const segments = plain
    .split(/[,;，；\n]+|\s-\s|\s–\s/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  // Postcodes and "Tel." may stand after the country, so the last three segments are looked at.
  for (let index = segments.length - 1; index >= Math.max(0, segments.length - 3); index -= 1) {
    const segment = segments[index] ?? "";
    const found = fromTail(segment) ?? (segments.length > 1 ? fromCode(segment) : null);
    if (found !== null) {
      // "Hong Kong, China" and "Shatin Hong Kong China" lie in the territory.
      const before = nameKey(segment).split(" ").slice(0, -1);
      const within = found.country === "CN" ? fromTail(before.join(" ")) : null;
      if (within !== null && territories.has(within.country)) return within;
      return isPrecededByTerritory(found.country, segments.slice(0, index)) ?? found;
    }
    if (!/^[\d\s-]*$/u.test(segment) && index < segments.length - 1) break;
  }
  for (const segment of segments.slice(-3).toReversed()) {
    const key = nameKey(segment).replace(/ \d+$/u, "");
    const territory = territoryPlaces[key];
    if (territory !== undefined) return { country: territory, place: segment, by: "region" };
    if (isChineseProvince(key)) return { country: "CN", place: segment, by: "region" };
    const last =
      key
        .split(" ")
        .filter((word) => !isPostcode(word))
        .at(-1) ?? "";
    if (isChineseProvince(last)) return { country: "CN", place: last, by: "region" };
  }
  return null;
}

/**
 * Country named in an address, or `null`. Looks only where a country stands (not at "Taiwan Road"), so that it
 * stays silent rather than wrong; a first-level division of China counts as naming China.
 *
 * @example readCountryFromAddress("577 Keumeui-ri, Hwaseong, Gyeonggi-Do, Korea")?.country; // "KR"
 */
export function readCountryFromAddress(address: string): FoundCountry | null {
  const cached = cache.get(address);
  if (cached !== undefined) return cached;
  const found = read(address);
  if (cache.size > 50_000) cache.clear();
  cache.set(address, found);
  return found;
}
