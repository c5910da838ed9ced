import { containment, editSimilarity, sharedWords, type WeightedWord } from "./compare-words.ts";
import { readSiteFeatures, type SiteFeatures } from "./read-site-features.ts";
import type {
  FieldComparison,
  MatchThresholds,
  SiteComparison,
  SiteRecord,
} from "./site-record.ts";

/** Chosen on the development pairs (README): no distinct pair above `same`, few matching pairs below `review`. */
export const defaultThresholds: MatchThresholds = { same: 0.9, review: 0.45 };

/** Log-odds that two sites found under one blocking key are one site, before anything is compared. */
const prior = -3;

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

/**
 * Compares two site records and explains itself. Symmetric. Hard rules, each shown as such: equal OS IDs are the same
 * site; different countries are different sites; nothing is `same` without an agreeing address, because one company at
 * two addresses is two sites; nothing is `same` when both carry different unit numbers or different OS IDs.
 *
 * @example
 * compareSites(
 *   { id: "1", name: "Atel Tekstil A.S.", address: "5. Cadde No 9 Istanbul", country: "TR" },
 *   { id: "2", name: "ATEL TEKSTIL", address: "5.cd. no 9, Istanbul", country: "TR" },
 * ).band // → "same"
 */
export function compareSites(
  a: SiteRecord,
  b: SiteRecord,
  thresholds: MatchThresholds = defaultThresholds,
): SiteComparison {
  return compareFeatures(readSiteFeatures(a), readSiteFeatures(b), thresholds);
}

/** {@link compareSites} on features already read, for one record against many candidates. */
export function compareFeatures(
  a: SiteFeatures,
  b: SiteFeatures,
  thresholds: MatchThresholds,
): SiteComparison {
  if (a.osId !== null && a.osId === b.osId) {
    return decide(
      [{ field: "os_id", outcome: "agree", weight: 9, words: `Both carry the OS ID ${a.osId}.` }],
      thresholds,
      null,
    );
  }
  if (a.country !== null && b.country !== null && a.country !== b.country) {
    return decide(
      [
        {
          field: "country",
          outcome: "differ",
          weight: -9,
          words: `One is in ${a.country}, the other in ${b.country}.`,
        },
      ],
      thresholds,
      null,
    );
  }
  const country: FieldComparison =
    a.country === null || b.country === null
      ? {
          field: "country",
          outcome: "missing",
          weight: 0,
          words: "The country of at least one of them is not known.",
        }
      : { field: "country", outcome: "agree", weight: 0, words: `Both are in ${a.country}.` };
  const name = compareNames(a, b);
  const units = compareUnits(a.unitNumbers, b.unitNumbers);
  const address = compareAddresses(a, b);
  const house = compareHouseNumbers(a, b);
  const postal = comparePostalCodes(a.postalCodes, b.postalCodes);
  const osIds: FieldComparison[] =
    a.osId !== null && b.osId !== null
      ? [
          {
            field: "os_id",
            outcome: "differ",
            weight: -1.5,
            words: `They carry different OS IDs, ${a.osId} and ${b.osId}.`,
          },
        ]
      : [];
  const bar = barToSame({ name, units, address, house, differentOsIds: osIds.length > 0 });
  return decide([country, name, units, address, house, postal, ...osIds], thresholds, bar);
}

/** Why a person must look even if the sum is high; `null` when nothing stands against `same`. */
function barToSame(fields: {
  readonly name: FieldComparison;
  readonly units: FieldComparison;
  readonly address: FieldComparison;
  readonly house: FieldComparison;
  readonly differentOsIds: boolean;
}): string | null {
  if (fields.differentOsIds)
    return "Two different OS IDs are never joined without a person's decision.";
  if (fields.address.outcome === "missing")
    return "Without two addresses nothing is joined without a person's decision.";
  if (fields.address.outcome === "differ" || fields.house.outcome === "differ") {
    return "The addresses differ, and one company at two addresses is two sites: a person decides.";
  }
  if (fields.units.outcome === "differ")
    return "The names carry different unit numbers: a person decides.";
  if (fields.name.outcome === "differ")
    return "The names differ, and two companies at one address are two sites: a person decides.";
  return null;
}

function decide(
  fields: readonly FieldComparison[],
  thresholds: MatchThresholds,
  bar: string | null,
): SiteComparison {
  const logOdds = fields.reduce((total, field) => total + field.weight, prior);
  const raw = 1 / (1 + Math.exp(-logOdds));
  const highestForReview = Math.max(thresholds.review, thresholds.same - 0.01);
  const barred = bar !== null && raw >= thresholds.same;
  const probability = Math.round((barred ? highestForReview : raw) * 10_000) / 10_000;
  const band =
    !barred && raw >= thresholds.same ? "same" : raw >= thresholds.review ? "review" : "new";
  const explanation =
    bar !== null && barred
      ? [...fields, { field: "rule", outcome: "differ", weight: 0, words: bar } as const]
      : fields;
  return { probability, band, explanation };
}

function compareNames(a: SiteFeatures, b: SiteFeatures): FieldComparison {
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

function compareUnits(a: ReadonlySet<string>, b: ReadonlySet<string>): FieldComparison {
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

function compareAddresses(a: SiteFeatures, b: SiteFeatures): FieldComparison {
  if (!a.hasAddress || !b.hasAddress)
    return {
      field: "address",
      outcome: "missing",
      weight: 0,
      words: "At least one of them has no address.",
    };
  if (a.addressPieces.size === 0 || b.addressPieces.size === 0) {
    return {
      field: "address",
      outcome: "missing",
      weight: 0,
      words: "At least one address names no street or place.",
    };
  }
  const similarity = Math.max(
    containment(a.addressPieces, b.addressPieces),
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

function compareHouseNumbers(
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

function comparePostalCodes(a: ReadonlySet<string>, b: ReadonlySet<string>): FieldComparison {
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
