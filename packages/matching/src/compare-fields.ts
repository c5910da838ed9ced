/** Compares two sites field by field; each answer carries its weight and says it in words. All symmetric. */
import { containment, editSimilarity, sharedWords, type WeightedWord } from "./compare-words.ts";
import type { SiteFeatures } from "./read-site-features.ts";
import type { FieldComparison } from "./site-record.ts";

/** Where a similarity in the left column weighs as much as the right column says; between them the weight runs straight. */
type Curve = readonly (readonly [similarity: number, weight: number])[];
const nameCurve: Curve = [
  [0, -6],
  [0.4, -5],
  [0.6, -2],
  [0.75, 1.5],
  [0.88, 3.6],
  [1, 4.5],
];
const addressCurve: Curve = [
  [0, -3],
  [0.25, -2],
  [0.5, 0],
  [0.7, 1.5],
  [0.9, 2.8],
  [1, 3],
];

/** Fewer three-letter pieces than this name no street: a short address stands inside every long one. */
const fewestStreetPieces = 4;
/** The names: their words, or all their letters where these were spaced apart. */
export function compareNames(a: SiteFeatures, b: SiteFeatures): FieldComparison {
  // A word of the name that also stands in one of the addresses is a place: it tells sites apart, not companies.
  const reweigh = (weighted: readonly WeightedWord[]): readonly WeightedWord[] =>
    weighted.map(({ word, weight }) =>
      word.length >= 4 && (a.addressText.includes(word) || b.addressText.includes(word))
        ? { word, weight: Math.min(weight, 0.35) }
        : { word, weight },
    );
  const wordsOfA = reweigh(a.words);
  const wordsOfB = reweigh(b.words);
  const words = sharedWords(wordsOfA, wordsOfB).score;
  const compact = a.compact === "" || b.compact === "" ? 0 : editSimilarity(a.compact, b.compact);
  // The compact form only counts when nearly equal: trades and places alone make unlike names of one city fairly alike.
  const nearlyEqual = a.broken === b.broken ? 0.93 : 0.9;
  const similarity = Math.max(
    words,
    compact >= nearlyEqual ? compact : 0,
    a.broken === b.broken
      ? 0
      : a.broken
        ? spacedApart(wordsOfB, a.compact)
        : spacedApart(wordsOfA, b.compact),
  );
  const both = `"${a.name}" and "${b.name}"`;
  const weight = round(read(nameCurve, similarity));
  if (similarity >= 0.88)
    return { field: "name", outcome: "agree", weight, words: `The names agree: ${both}.` };
  if (similarity >= 0.6)
    return { field: "name", outcome: "similar", weight, words: `The names are alike: ${both}.` };
  return { field: "name", outcome: "differ", weight, words: `The names differ: ${both}.` };
}

/** Weighted share of one name's words found in the other, whose letters are spaced apart. */
function spacedApart(words: readonly WeightedWord[], broken: string): number {
  let found = 0;
  let total = 0;
  for (const { word, weight } of words) {
    total += weight;
    if (word.length >= 3 && broken.includes(word)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

/** Numbers in the names: unit 14, factory 2. */
export function compareUnits(a: ReadonlySet<string>, b: ReadonlySet<string>): FieldComparison {
  if (a.size === 0 && b.size === 0)
    return {
      field: "unit_number",
      outcome: "missing",
      weight: 0,
      words: "Neither name carries a unit number.",
    };
  if (a.size === 0 || b.size === 0) {
    return {
      field: "unit_number",
      outcome: "missing",
      weight: -0.5,
      words: `Only one name carries a number (${list(a, b)}).`,
    };
  }
  if ([...a].some((number) => b.has(number))) {
    return {
      field: "unit_number",
      outcome: "agree",
      weight: 0.5,
      words: `The numbers in the names agree (${list(a)}).`,
    };
  }
  return {
    field: "unit_number",
    outcome: "differ",
    weight: -3,
    words: `The numbers in the names differ (${list(a)} and ${list(b)}).`,
  };
}

/** Words of the addresses, blanks not counted. */
export function compareAddresses(a: SiteFeatures, b: SiteFeatures): FieldComparison {
  if (!a.hasAddress || !b.hasAddress)
    return {
      field: "address",
      outcome: "missing",
      weight: 0,
      words: "At least one of them has no address.",
    };
  if (Math.min(a.streetPieces.size, b.streetPieces.size) < fewestStreetPieces)
    return comparePlaces(a, b);
  const similarity = Math.max(
    containment(a.streetPieces, b.streetPieces),
    sharedWords(a.streetWords, b.streetWords).score,
  );
  const weight = round(read(addressCurve, similarity));
  const percent = Math.round(similarity * 100);
  if (similarity >= 0.75)
    return {
      field: "address",
      outcome: "agree",
      weight,
      words: `The words of the addresses agree (${percent} of 100).`,
    };
  if (similarity >= 0.45)
    return {
      field: "address",
      outcome: "similar",
      weight,
      words: `The words of the addresses agree in part (${percent} of 100).`,
    };
  return {
    field: "address",
    outcome: "differ",
    weight,
    words: `The words of the addresses differ (${percent} of 100 agree).`,
  };
}

/** An address that names no street, only towns and provinces, can be near but never shown to be the same place. */
function comparePlaces(a: SiteFeatures, b: SiteFeatures): FieldComparison {
  const sharedNumbers = [...a.houseNumbers].filter((number) => b.houseNumbers.has(number)).length;
  // "1711 W 35th St": a grid address is all numbers, and two that agree are a street and a door.
  if (sharedNumbers >= 2)
    return {
      field: "address",
      outcome: "agree",
      weight: 2,
      words: "The street and the door, both numbers, agree.",
    };
  if (a.placePieces.size === 0 || b.placePieces.size === 0) {
    return {
      field: "address",
      outcome: "missing",
      weight: 0,
      words: "At least one address names no street or place.",
    };
  }
  const similarity = containment(a.placePieces, b.placePieces);
  if (similarity >= 0.5) {
    return {
      field: "address",
      outcome: "similar",
      weight: 0.8,
      words: "At least one address names no street by name; the towns or provinces agree.",
    };
  }
  return {
    field: "address",
    outcome: "differ",
    weight: -2,
    words: "At least one address names no street by name; the towns or provinces differ.",
  };
}

/** Numbers of the addresses other than postal codes. */
export function compareHouseNumbers(
  { houseNumbers: a, firstNumber: firstOfA }: SiteFeatures,
  { houseNumbers: b, firstNumber: firstOfB }: SiteFeatures,
): FieldComparison {
  if (firstOfA === null || firstOfB === null)
    return {
      field: "house_number",
      outcome: "missing",
      weight: 0,
      words: "At least one address has no house number.",
    };
  const shared = [...a].filter((number) => b.has(number)).length;
  const smaller = Math.min(a.size, b.size);
  if (shared === smaller)
    return {
      field: "house_number",
      outcome: "agree",
      weight: 1.5,
      words: `The numbers in the addresses agree (${list(a, b)}).`,
    };
  const words = `(${list(a)} and ${list(b)})`;
  if (shared === 0)
    return {
      field: "house_number",
      outcome: "differ",
      weight: -1.5,
      words: `The numbers in the addresses differ ${words}.`,
    };
  // 1711 West 35th Street and 1723 West 35th Street are neighbours.
  if (!b.has(firstOfA) && !a.has(firstOfB))
    return {
      field: "house_number",
      outcome: "differ",
      weight: -0.7,
      words: `The first numbers of the addresses differ ${words}.`,
    };
  return {
    field: "house_number",
    outcome: "similar",
    weight: 0.3,
    words: `Some numbers in the addresses agree ${words}.`,
  };
}

/** Numbers of five to seven digits. */
export function comparePostalCodes(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): FieldComparison {
  if (a.size === 0 || b.size === 0)
    return {
      field: "postal_code",
      outcome: "missing",
      weight: 0,
      words: "At least one address has no postal code.",
    };
  if ([...a].some((code) => b.has(code)))
    return {
      field: "postal_code",
      outcome: "agree",
      weight: 0.7,
      words: `The postal codes agree (${list(a)}).`,
    };
  return {
    field: "postal_code",
    outcome: "differ",
    weight: -0.5,
    words: `The postal codes differ (${list(a)} and ${list(b)}).`,
  };
}

function list(...sets: readonly ReadonlySet<string>[]): string {
  return [...new Set(sets.flatMap((set) => [...set]))].toSorted().join(", ");
}

function read(curve: Curve, similarity: number): number {
  for (let index = 1; index < curve.length; index += 1) {
    const [fromX, fromY] = curve[index - 1] ?? [0, 0];
    const [toX, toY] = curve[index] ?? [1, 0];
    if (similarity <= toX) return fromY + ((similarity - fromX) / (toX - fromX)) * (toY - fromY);
  }
  return curve.at(-1)?.[1] ?? 0;
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
