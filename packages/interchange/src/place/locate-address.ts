/** Places an address on the map without asking anyone: the centre of the town it names, from an offline list. */
import {
  citiesOf,
  cityKey,
  foldWords,
  type CitiesOfCountry,
  type City,
  type Region,
} from "./city-list.ts";
import {
  betweenWords,
  hanCityNames,
  notPlaces,
  placeWordsAfter,
  streetWordsAfter,
  streetWordsBefore,
  zoneWords,
} from "./place-names.ts";

/** Where a town or region lies. Degrees, WGS 84; never more exact than the middle of `place`. */
export interface LocatedAddress {
  readonly latitude: number;
  readonly longitude: number;
  /** Name of the town or region as the list has it. */
  readonly place: string;
  readonly precision: "locality" | "region";
}

/** A name of the list found in the address. */
interface Candidate {
  readonly cities: readonly City[];
  /** 0 at the beginning of the address, 1 at its end. */
  readonly position: number;
  readonly length: number;
  /** How sure it is that a place is meant. */
  readonly evidence: "segment" | "place_word" | "segment_end" | "zone" | "inside";
  /** It stands in the last part of the address that is not a region or a country. */
  readonly last: boolean;
}

const longestName = 5;
const largeEnough = 50_000;
/** A town in or beside the place named after it: "Gulin Town, Yinzhou, Ningbo". In kilometres. */
const nearby = 80;

/**
 * Finds the town an address names, within its country: the name near the end that is best attested (a part of the
 * address by itself, "… City"), then the longest, then the most populous; then a smaller town near it that the address
 * names as well. A name in a street's name is none. Where only a first-level division is named, the middle of its
 * towns. `null` when neither is named: never a guess, never 0, 0.
 *
 * @param country ISO 3166-1 alpha-2; without it nothing is looked for
 * @example locateAddress("No. 15, Third Avenue, Kunshan, Jiangsu, 215300, China", "CN")?.place // → "Kunshan"
 * @example locateAddress("Baltimore Road 4", "US") // → null
 */
export function locateAddress(
  address: string | null,
  country: string | null,
): LocatedAddress | null {
  if (address === null || country === null || !/\p{L}{2}/u.test(address)) return null;
  const list = citiesOf(country);
  if (list === null) return null;
  const text = address.normalize("NFKC");
  const segments = readSegments(text, country);
  const region = findRegion(segments, country, list.regions);
  const inRegion = (city: City): boolean => region === null || city.region === region.code;
  const candidates = [...findHan(text, country, list), ...findCandidates(segments, list)]
    .map((candidate) => ({ ...candidate, cities: candidate.cities.filter(inRegion) }))
    .filter(isCredible);
  const anchor = best(candidates, () => true);
  if (anchor === null) return region === null ? null : middleOf(region, list);
  const smaller = best(
    candidates.filter(
      ({ evidence, position }) => evidence !== "inside" && position <= anchor.position,
    ),
    (city) =>
      city.region === anchor.city.region &&
      city.population < anchor.city.population &&
      kilometres(city, anchor.city) <= nearby,
  );
  const { name, latitude, longitude } = (smaller ?? anchor).city;
  return { latitude, longitude, place: name, precision: "locality" };
}

/** Parts of the address as words, without postcodes, contact lines and what follows the country's name. */
function readSegments(text: string, country: string): string[][] {
  return text
    .replace(/\b(?:tel|phone|fax|e-?mail|mob)\b[.:].*$/iu, "")
    .split(/[,;、|()\n[\]/]+|\s[-–]\s|(?<=\p{L}{4})\.\s*(?=\p{L}|$)/u)
    .map((part) =>
      foldWords(part)
        .split(" ")
        .filter((word) => word !== "" && !/^\d+$/u.test(word)),
    )
    .map((words) => withoutCountry(words, country))
    .filter((words) => words.length > 0);
}

const englishNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

function withoutCountry(words: readonly string[], country: string): string[] {
  const name = foldWords(englishNames.of(country) ?? "");
  const text = words.join(" ");
  // A city state is its own town.
  if (text === name && words.length > 0 && country !== "SG" && country !== "HK") return [];
  for (const ending of [name, "p r china", "pr china", "prc", "p r o c", "usa", "u s a"])
    if (ending !== "" && text.endsWith(` ${ending}`))
      return text.slice(0, -ending.length - 1).split(" ");
  return [...words];
}

/** The first-level division named last, not as part of a street's name. */
function findRegion(
  segments: readonly (readonly string[])[],
  country: string,
  names: ReadonlyMap<string, Region>,
): Region | null {
  if (names.size === 0) return null;
  for (const [back, words] of segments.toReversed().entries()) {
    for (let end = words.length; end > 0; end -= 1) {
      for (let start = Math.max(0, end - 4); start < end; start += 1) {
        const found = names.get(words.slice(start, end).join(""));
        if (found !== undefined && !isStreet(words, start, end)) return found;
      }
    }
    const last = words.at(-1) ?? "";
    if (country === "US" && back < 3 && /^[a-z]{2}$/u.test(last)) {
      const state = [...names.values()].find(({ code }) => code.toLowerCase() === last);
      if (state !== undefined) return state;
    }
  }
  return null;
}

function findCandidates(
  segments: readonly (readonly string[])[],
  { byName, regions }: CitiesOfCountry,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [index, words] of segments.entries()) {
    const last = segments.slice(index + 1).every((later) => regions.has(later.join("")));
    for (let start = 0; start < words.length; start += 1) {
      for (let length = Math.min(longestName, words.length - start); length > 0; length -= 1) {
        const end = start + length;
        const name = words.slice(start, end).join("");
        const cities = byName.get(name);
        if (cities === undefined || name.length < 3 || regions.has(name)) continue;
        if (length === 1 && notPlaces.has(name)) continue;
        if (isStreet(words, start, end)) continue;
        found.push({
          cities,
          position:
            segments.length === 1
              ? end / words.length
              : (index + end / words.length) / segments.length,
          length: name.length,
          evidence: evidenceOf(words, start, end, regions),
          last,
        });
      }
    }
  }
  return found;
}

function evidenceOf(
  words: readonly string[],
  start: number,
  end: number,
  regions: ReadonlyMap<string, Region>,
): Candidate["evidence"] {
  const after = words.slice(end);
  const rest = after.filter((word) => !placeWordsAfter.has(word));
  const regionFollows = regions.has(rest.join(""));
  if (start === 0 && (rest.length === 0 || regionFollows)) return "segment";
  if (placeWordsAfter.has(after[0] ?? "")) return "place_word";
  if (rest.length === 0 || regionFollows) return "segment_end";
  return zoneWords.has(after[0] ?? "") ? "zone" : "inside";
}

function isStreet(words: readonly string[], start: number, end: number): boolean {
  let after = end;
  while (after < words.length - 1 && betweenWords.has(words[after] ?? "")) after += 1;
  if (streetWordsAfter.has(words[after] ?? "")) return true;
  let before = start - 1;
  while (before > 0 && betweenWords.has(words[before] ?? "")) before -= 1;
  return streetWordsBefore.has(words[before] ?? "");
}

/** Names in Chinese script: large before small, so the last one is the most exact. */
function findHan(text: string, country: string, list: CitiesOfCountry): Candidate[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  return hanCityNames(country).flatMap(([name, listed]) => {
    const at = text.lastIndexOf(name);
    const cities = list.byName.get(cityKey(listed));
    if (at === -1 || cities === undefined) return [];
    const after = text.slice(at + name.length);
    if (/^[东南西北中東]?[一二三四五]?(?:路|街|道|大道|巷)/u.test(after)) return [];
    const largest = cities.toSorted((a, b) => b.population - a.population).slice(0, 1);
    return [
      {
        cities: largest,
        position: at / text.length,
        length: 2 * name.length,
        evidence: "place_word",
        last: true,
      },
    ];
  });
}

/** Inside running words only a larger town counts, at the end or before the zone named after it: small ones share their names with everything. */
function isCredible({ cities, evidence, length, last }: Candidate): boolean {
  if (cities.length === 0) return false;
  if (evidence === "segment" || evidence === "place_word") return true;
  if (length < 4 || (evidence === "segment_end" && length < 5 && !last)) return false;
  if (evidence === "segment_end") return true;
  return (
    (evidence === "zone" || last) &&
    cities.some((city) => city.population >= largeEnough || city.seat === 1)
  );
}

const weightOf = { segment: 3, place_word: 3, segment_end: 1.5, zone: 0.5, inside: 0 } as const;

function best(
  candidates: readonly Candidate[],
  allowed: (city: City) => boolean,
): { readonly city: City; readonly position: number } | null {
  let chosen: { city: City; position: number; score: number } | null = null;
  for (const { cities, position, length, evidence } of candidates) {
    const fitting = cities.filter(allowed);
    // The list knows a village with the people of the city of its name: a seat comes before any number.
    const seated = fitting.filter(({ seat }) => seat !== null && seat <= 2);
    for (const city of seated.length > 0 ? seated : fitting) {
      const score =
        weightOf[evidence] +
        2 * position +
        0.15 * length +
        (city.seat === null ? 0 : (5 - city.seat) / 3) +
        Math.log10(Math.max(city.population, 1000)) / 1.5;
      if (chosen === null || score > chosen.score) chosen = { city, position, score };
    }
  }
  return chosen;
}

/** Middle of a region's towns, each weighed by its people: where in it the site lies is not known. */
function middleOf(region: Region, list: CitiesOfCountry): LocatedAddress | null {
  const towns = list.all.filter((city) => city.region === region.code);
  if (towns.length === 0) return null;
  let [people, latitude, longitude] = [0, 0, 0];
  for (const town of towns) {
    const weight = Math.max(town.population, 1000);
    people += weight;
    latitude += town.latitude * weight;
    longitude += town.longitude * weight;
  }
  const round = (value: number): number => Math.round((value / people) * 100) / 100;
  return {
    latitude: round(latitude),
    longitude: round(longitude),
    place: region.name.replace(/ (?:Province|State)$/u, ""),
    precision: "region",
  };
}

function kilometres(a: City, b: City): number {
  const radians = Math.PI / 180;
  const east =
    (a.longitude - b.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return 6371 * Math.hypot(east, (a.latitude - b.latitude) * radians);
}
