/** Which site a disclosed place is: a known one, perhaps a known one, or a new one. */
import { foldText } from "./normalise-name.ts";
import type { FieldComparison, MatchResult, SiteRecord } from "./site-record.ts";

/** A site as placing needs it, with whose it is. */
export interface KnownSite extends SiteRecord {
  readonly osId: string | null;
  /** Held by whoever places. */
  readonly own: boolean;
  readonly published: boolean;
}

/** What was found out about one place. `perhaps` are other sites to offer for review, likeliest first. */
export type PlacementDecision =
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

/**
 * One text for places that are written alike but for case, accents and signs.
 *
 * @example writtenAlike(place) === writtenAlike({ ...place, name: place.name.toUpperCase() }) // true
 */
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
 * Decides which site a place is, from the matcher's results. A place written exactly like one that is already held
 * is that one even where the matcher would ask (a list sent twice must not double what has no address). Among
 * equals the own site comes first.
 *
 * @example decidePlacement(place, candidates, matcher.match(place, candidates)).band // "same", "review" or "new"
 */
export function decidePlacement(
  place: SiteRecord,
  candidates: readonly KnownSite[],
  results: readonly MatchResult[],
): PlacementDecision {
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
