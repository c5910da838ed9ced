/**
 * Finding the same production site again.
 *
 * - **record**: one site as somebody named it; **candidate**: a record that shares a blocking key with it.
 * - **blocking key**: a short string stored in a table; records of one site nearly always share one.
 * - **band**: `same` (may be joined), `review` (a person decides), `new`.
 * - **placing**: deciding for each place of a list which site it is, in order, the rows of the list among themselves too.
 * - **weight**: natural log-odds one field adds; the sum over the prior gives the probability.
 */
export { blockingKeys, maximumKeys, nameKeys } from "./blocking-keys.ts";
export { compareSites, defaultThresholds } from "./compare-sites.ts";
export { editSimilarity, sharedWords, type WeightedWord } from "./compare-words.ts";
export { defaultBands } from "./engine/band-of.ts";
export { type IndexArrays, indexFormat } from "./engine/index-arrays.ts";
export { buildIndex, engineName, openIndex, type SiteEngine } from "./engine/site-engine.ts";
export { buildIndexInThread } from "./workers/build-in-thread.ts";
export { buildSearchIndexInThread } from "./workers/build-search-in-thread.ts";
export {
  findSites,
  type SearchAnswer,
  type SearchHit,
  type SearchWanted,
} from "./search/find-sites.ts";
export type { Rank } from "./search/rank-page.ts";
export {
  type SearchArrays,
  searchFormat,
  type SearchIndex,
  type SiteToFind,
} from "./search/search-index.ts";
export { buildSearchIndex, openSearchIndex, suggestSites } from "./search/site-search.ts";
export { dedupeInWorkers, linkInWorkers } from "./workers/compare-in-workers.ts";
export type {
  BandThresholds,
  CandidateMatch,
  PairExplanation,
  SiteToMatch,
} from "./engine/site-to-match.ts";
export { decidePlacement, type KnownSite, type PlacementDecision } from "./decide-placement.ts";
export { fillSiteGaps, type FilledGaps } from "./fill-site-gaps.ts";
export { createFirstSiteMatcher } from "./first-site-matcher.ts";
export { compactName, foldText, looksBroken, nameTokens, normaliseName } from "./normalise-name.ts";
export {
  createSitePlacer,
  mostSitesPerKey,
  type Placement,
  type PlacementChanges,
  type SitePlacer,
} from "./place-sites.ts";
export type { NamedPlace, PlacedSite } from "./placed-site.ts";
export { isPlaceWord, wordWeight } from "./read-site-features.ts";
export { searchKeys, searchPrefix } from "./search-keys.ts";
export type * from "./site-record.ts";
