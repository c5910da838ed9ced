import { boundScores, type ScoreBounds } from "./bound-score.ts";
import { AddressComparer } from "./compare-addresses.ts";
import { NameComparer } from "./compare-names.ts";
import { comparisonIndex, comparisonNames } from "./comparisons.ts";
import type { Lexicon } from "./lexicon.ts";
import { type MatchingModel, scorePair } from "./model.ts";
import { at, nothing } from "./read-features.ts";
import type { WordBits } from "./word-bits.ts";

const countryPlaces: Readonly<Record<string, string>> = {
  CN: "china",
  HK: "hongkong",
  TW: "taiwan",
  MO: "macau",
  KR: "korea",
  JP: "japan",
  VN: "vietnam",
  TH: "thailand",
  MY: "malaysia",
  ID: "indonesia",
  PH: "philippines",
  IN: "india",
  BD: "bangladesh",
  PK: "pakistan",
  LK: "srilanka",
  NP: "nepal",
  KH: "cambodia",
  MM: "myanmar",
  LA: "laos",
  SG: "singapore",
  TR: "turkey",
  EG: "egypt",
  MA: "morocco",
  TN: "tunisia",
  JO: "jordan",
  MX: "mexico",
  GT: "guatemala",
  SV: "salvador",
  HN: "honduras",
  NI: "nicaragua",
  BR: "brazil",
  CO: "colombia",
  PE: "peru",
  PT: "portugal",
  ES: "spain",
  IT: "italy",
  FR: "france",
  DE: "germany",
  RO: "romania",
  BG: "bulgaria",
  RS: "serbia",
  PL: "poland",
  CZ: "czech",
  HU: "hungary",
  UA: "ukraine",
  RU: "russia",
  US: "usa",
  GB: "uk",
};

/**
 * Compares two records read into features. After `compare` the levels met are in `levels`, the adjustments in `adjustments`.
 * The same for (a, b) and (b, a): the two are put into an order of their content first.
 */
export class RecordComparer {
  readonly levels: Int32Array = new Int32Array(comparisonNames.length);
  readonly adjustments: Float64Array = new Float64Array(3);
  readonly names: NameComparer;
  readonly addresses: AddressComparer;
  /** True when the two were exchanged to be in order. */
  swapped = false;
  readonly #model: MatchingModel;
  readonly #bounds: ScoreBounds;
  readonly #countries: ReadonlyMap<number, number>;

  constructor(lexicon: Lexicon, bits: WordBits, model: MatchingModel) {
    this.names = new NameComparer(lexicon, bits);
    this.addresses = new AddressComparer(lexicon, bits);
    this.#model = model;
    this.#bounds = boundScores(model);
    this.#countries = new Map(
      Object.entries(countryPlaces).map(([code, word]) => [
        (code.charCodeAt(0) << 8) | code.charCodeAt(1),
        lexicon.internText(word),
      ]),
    );
  }

  /** Fills all levels and adjustments; the score in bits. */
  compare(dataA: Int32Array, a: number, dataB: Int32Array, b: number): number {
    return this.compareAbove(dataA, a, dataB, b, Number.NEGATIVE_INFINITY);
  }

  /**
   * The score where it is at least `least`; else it or any other number below `least`. What is read off quickly comes first, and
   * words are aligned only while the score can still be reached, so a hopeless pair costs a fraction.
   */
  compareAbove(dataA: Int32Array, a: number, dataB: Int32Array, b: number, least: number): number {
    const swap = (dataA[a + at.content] ?? 0) > (dataB[b + at.content] ?? 0);
    this.swapped = swap;
    return swap
      ? this.#compare(dataB, b, dataA, a, least)
      : this.#compare(dataA, a, dataB, b, least);
  }

  #compare(A: Int32Array, a: number, B: Int32Array, b: number, least: number): number {
    const { levels, adjustments } = this;
    const bounds = this.#bounds;
    const home = this.#homeOf(A, a, B, b);
    this.#comparePhones(A[a + at.phone] ?? 0, B[b + at.phone] ?? 0);
    this.#comparePoints(A, a, B, b);
    this.#compareIdentifiers(A, a, B, b);
    const countryA = A[a + at.country] ?? 0;
    const countryB = B[b + at.country] ?? 0;
    levels[comparisonIndex.country] =
      countryA === 0 || countryB === 0 ? 0 : sameCountry(countryA, countryB) ? 1 : 2;
    this.addresses.compareParts(A, a, B, b, home, levels, adjustments);
    let most = bounds.ofParts(levels, adjustments);
    if (most + bounds.bestWords < least) return most + bounds.bestWords;
    const strength = this.names.compare(A, a, B, b, home, levels, adjustments);
    most += bounds.ofNames(levels, adjustments) + (bounds.bestStreet[strength] ?? 0);
    if (most < least) return most;
    const street = this.addresses.compareStreets(A, a, B, b, home, levels, adjustments);
    levels[comparisonIndex["name and address together"]] = strength * 6 + street;
    return scorePair(this.#model, levels, adjustments);
  }

  /** The word that names the country of both: in an address it says nothing that the country does not. */
  #homeOf(A: Int32Array, a: number, B: Int32Array, b: number): number {
    return this.#countries.get((A[a + at.country] ?? 0) || (B[b + at.country] ?? 0)) ?? -1;
  }

  #comparePhones(a: number, b: number): void {
    this.levels[comparisonIndex.phone] = a === 0 || b === 0 ? 0 : a === b ? 1 : 2;
  }

  #comparePoints(A: Int32Array, a: number, B: Int32Array, b: number): void {
    const latitudeA = A[a + at.latitude] ?? nothing;
    const latitudeB = B[b + at.latitude] ?? nothing;
    let level = 0;
    if (latitudeA !== nothing && latitudeB !== nothing) {
      const degree = 1.11195; // metres in 1e-5 degrees
      const north = (latitudeA - latitudeB) * degree;
      const east =
        ((A[a + at.longitude] ?? 0) - (B[b + at.longitude] ?? 0)) *
        degree *
        Math.cos((((latitudeA + latitudeB) / 2) * 1e-5 * Math.PI) / 180);
      const metres = Math.sqrt(north * north + east * east);
      const unsure = (A[a + at.metres] ?? 0) + (B[b + at.metres] ?? 0);
      level =
        metres <= Math.min(unsure, 500)
          ? 1
          : metres <= Math.max(1000, unsure)
            ? 2
            : metres <= 10_000 + unsure
              ? 3
              : metres <= 100_000 + unsure
                ? 4
                : 5;
    }
    this.levels[comparisonIndex.coordinates] = level;
  }

  #compareIdentifiers(A: Int32Array, a: number, B: Int32Array, b: number): void {
    let level = 0;
    const endA = a + at.header + 2 * (A[a + at.ids] ?? 0);
    const endB = b + at.header + 2 * (B[b + at.ids] ?? 0);
    for (let i = a + at.header; i < endA; i += 2)
      for (let j = b + at.header; j < endB; j += 2) {
        if (A[i] !== B[j]) continue;
        if (A[i + 1] === B[j + 1]) level = 1;
        else if (level === 0) level = 2;
      }
    this.levels[comparisonIndex.identifier] = level;
  }
}

const greaterChina = new Set(
  ["CN", "HK", "MO", "TW"].map((code) => (code.charCodeAt(0) << 8) | code.charCodeAt(1)),
);

/** Lists file Hong Kong, Macao and Taiwan under China and the other way round. */
function sameCountry(a: number, b: number): boolean {
  return a === b || (greaterChina.has(a) && greaterChina.has(b));
}
