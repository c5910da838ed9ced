import { compareFeatures, defaultThresholds } from "./compare-sites.ts";
import { readSiteFeatures } from "./read-site-features.ts";
import type { MatchResult, MatchThresholds, SiteMatcher, SiteRecord } from "./site-record.ts";

/**
 * The first matcher: normalised name, address and country, three bands. A record never matches itself (equal id).
 *
 * @example createFirstSiteMatcher().match(record, candidatesFoundByBlockingKeys)
 */
export function createFirstSiteMatcher(
  thresholds: MatchThresholds = defaultThresholds,
): SiteMatcher {
  return {
    engine: "first/1",
    match(record: SiteRecord, candidates: readonly SiteRecord[]): readonly MatchResult[] {
      const features = readSiteFeatures(record);
      return candidates
        .filter((candidate) => candidate.id !== record.id)
        .map((candidate) => ({
          candidateId: candidate.id,
          ...compareFeatures(features, readSiteFeatures(candidate), thresholds),
        }))
        .filter(({ band }) => band !== "new")
        .toSorted(
          (a, b) => b.probability - a.probability || (a.candidateId < b.candidateId ? -1 : 1),
        );
    },
  };
}
