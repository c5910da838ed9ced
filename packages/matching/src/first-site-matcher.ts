import { compareFeatures, defaultThresholds } from "./compare-sites.ts";
import { readSiteFeatures, type SiteFeatures } from "./read-site-features.ts";
import type { MatchResult, MatchThresholds, SiteMatcher, SiteRecord } from "./site-record.ts";

/**
 * The first matcher: normalised name, address and country, three bands. A record never matches itself (equal id).
 * What is read out of a candidate is kept for as long as the caller keeps that object, so hand in the same objects again.
 *
 * @example createFirstSiteMatcher().match(record, candidatesFoundByBlockingKeys)
 */
export function createFirstSiteMatcher(
  thresholds: MatchThresholds = defaultThresholds,
): SiteMatcher {
  const read = new WeakMap<SiteRecord, SiteFeatures>();
  const featuresOf = (candidate: SiteRecord): SiteFeatures => {
    const known = read.get(candidate);
    if (known !== undefined) return known;
    const features = readSiteFeatures(candidate);
    read.set(candidate, features);
    return features;
  };
  return {
    engine: "first/1",
    match(record: SiteRecord, candidates: readonly SiteRecord[]): readonly MatchResult[] {
      const features = readSiteFeatures(record);
      return candidates
        .filter((candidate) => candidate.id !== record.id)
        .map((candidate) => ({
          candidateId: candidate.id,
          ...compareFeatures(features, featuresOf(candidate), thresholds),
        }))
        .filter(({ band }) => band !== "new")
        .toSorted(
          (a, b) => b.probability - a.probability || (a.candidateId < b.candidateId ? -1 : 1),
        );
    },
  };
}
