/** Decisions about sites that need no database: which site a disclosed place is, what may be learnt, what may be undone. */
import type { RowFlag } from "@throughline/domain";
import {
  foldText,
  type FieldComparison,
  type MatchResult,
  type SiteRecord,
} from "@throughline/matching";

/** A site as matching needs it, with whose it is. */
export interface KnownSite extends SiteRecord {
  readonly osId: string | null;
  /** Held by the acting organisation. */
  readonly own: boolean;
  readonly published: boolean;
}

/** What was found out about one disclosed place. */
export type MatchDecision =
  | {
      readonly band: "same";
      readonly siteId: string;
      readonly probability: number;
      readonly explanation: readonly FieldComparison[];
      readonly perhaps: readonly string[];
    }
  | {
      readonly band: "review";
      readonly probability: number;
      readonly explanation: readonly FieldComparison[];
      readonly perhaps: readonly string[];
    }
  | { readonly band: "new" };

/** No place is offered for review against more sites than this, likeliest first: nobody decides forty pairs. */
const mostOffered = 5;

/** One text for places that are written alike but for case, accents and signs. */
export function writtenAlike(place: Omit<SiteRecord, "id">): string {
  return [
    foldText(place.name),
    foldText(place.address ?? ""),
    place.country ?? "",
    place.osId ?? "",
  ].join("|");
}

function identical(place: SiteRecord, known: KnownSite): boolean {
  const noConflict = !place.osId || !known.osId || place.osId === known.osId;
  return (
    known.own &&
    noConflict &&
    writtenAlike({ ...place, osId: null }) === writtenAlike({ ...known, osId: null })
  );
}

/**
 * Decides which site a place is, from the matcher's results. A place written exactly like one the organisation already
 * holds is that one even where the matcher would ask (a list sent twice must not double what has no address). Among
 * equals the organisation's own site comes first.
 */
export function decideMatch(
  place: SiteRecord,
  candidates: readonly KnownSite[],
  results: readonly MatchResult[],
): MatchDecision {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const others = (chosen: string | null): string[] =>
    results
      .map(({ candidateId }) => candidateId)
      .filter((id) => id !== chosen)
      .slice(0, mostOffered);
  const twin = candidates.find((candidate) => identical(place, candidate));
  const same = results.filter(({ band }) => band === "same");
  if (twin !== undefined && !same.some(({ candidateId }) => byId.get(candidateId)?.own === true)) {
    return {
      band: "same",
      siteId: twin.id,
      probability: 1,
      explanation: [
        {
          field: "rule",
          outcome: "agree",
          weight: 9,
          words:
            place.address === null
              ? "Name and country are written alike, and neither source gives an address."
              : "Name, address and country are written alike.",
        },
      ],
      perhaps: others(twin.id),
    };
  }
  const [best] = same.toSorted(
    (a, b) =>
      Number(byId.get(b.candidateId)?.own ?? false) -
        Number(byId.get(a.candidateId)?.own ?? false) || b.probability - a.probability,
  );
  if (best !== undefined) {
    return {
      band: "same",
      siteId: best.candidateId,
      probability: best.probability,
      explanation: best.explanation,
      perhaps: others(best.candidateId),
    };
  }
  const [likeliest] = results;
  if (likeliest === undefined) return { band: "new" };
  return {
    band: "review",
    probability: likeliest.probability,
    explanation: likeliest.explanation,
    perhaps: others(null),
  };
}

const aboutThePlace: ReadonlySet<RowFlag> = new Set<RowFlag>([
  "head_office",
  "warehouse",
  "not_manufacturing",
  "po_box",
  "country_contradicts_address",
  "territory_filed_under_china",
  "short_address",
  "short_name",
  "address_missing",
  "country_missing",
  "address_cut_off",
]);

/** Flags of a row that speak about the place and not about the list it stands in. */
export function flagsOfPlace(flags: readonly RowFlag[]): RowFlag[] {
  return flags.filter((flag) => aboutThePlace.has(flag));
}

/** What a decision on a review pair means, given the one that stands. */
export type ReviewOutcome =
  | { readonly kind: "record" }
  | { readonly kind: "take_back" }
  | { readonly kind: "nothing_to_do" }
  | { readonly kind: "refused"; readonly code: "verdict_already_given" };

type Decision = "same" | "different" | "unsure" | null;

/** A decided pair is not decided over: it is taken back first. "Unsure" may become a decision at any time. */
export function decideReviewOutcome(standing: Decision, wanted: Decision): ReviewOutcome {
  if (standing === wanted) return { kind: "nothing_to_do" };
  if (wanted === null) return { kind: "take_back" };
  if (standing === null || standing === "unsure") return { kind: "record" };
  return { kind: "refused", code: "verdict_already_given" };
}
