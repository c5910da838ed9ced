import {
  compareAddresses,
  compareHouseNumbers,
  compareNames,
  comparePostalCodes,
  compareUnits,
} from "./compare-fields.ts";
import { nameCountry } from "./name-country.ts";
import { readSiteFeatures, type SiteFeatures } from "./read-site-features.ts";
import type {
  FieldComparison,
  MatchThresholds,
  SiteComparison,
  SiteRecord,
} from "./site-record.ts";

/** Chosen on the development pairs (README): no distinct pair above `same`, few matching pairs below `review`. */
export const defaultThresholds: MatchThresholds = { same: 0.9, review: 0.4 };

/** From here on the words of a street and quarter alone, without a number, can show that a place is the same. */
const fullStreetPieces = 12;

/** Log-odds that two sites found under one blocking key are one site, before anything is compared. */
const prior = -3;

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
          words: `One is in ${nameCountry(a.country)}, the other in ${nameCountry(b.country)}.`,
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
      : {
          field: "country",
          outcome: "agree",
          weight: 0,
          words: `Both are in ${nameCountry(a.country)}.`,
        };
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
  const bar = barToSame({
    name,
    units,
    address,
    house,
    differentOsIds: osIds.length > 0,
    sameText: a.address === b.address,
    shorterStreet: Math.min(a.streetPieces.size, b.streetPieces.size),
  });
  return decide([country, name, units, address, house, postal, ...osIds], thresholds, bar);
}

/** Why a person must look even if the sum is high; `null` when nothing stands against `same`. */
function barToSame(fields: {
  readonly name: FieldComparison;
  readonly units: FieldComparison;
  readonly address: FieldComparison;
  readonly house: FieldComparison;
  readonly differentOsIds: boolean;
  /** The addresses are the same text: a row that was sent again. */
  readonly sameText: boolean;
  /** Three-letter pieces of the shorter street. */
  readonly shorterStreet: number;
}): string | null {
  if (fields.differentOsIds)
    return "Two different OS IDs are never joined without a person's decision.";
  if (fields.address.outcome === "missing")
    return "Without two addresses nothing is joined without a person's decision.";
  if (fields.address.outcome === "differ" || fields.house.outcome === "differ") {
    return "The addresses differ, and one company at two addresses is two sites: a person decides.";
  }
  const fullStreet =
    fields.address.outcome === "agree" &&
    (fields.sameText || fields.shorterStreet >= fullStreetPieces);
  if (fields.house.outcome !== "agree" && !fullStreet) {
    return "Neither the house number nor a full street is seen to agree: a person decides.";
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
