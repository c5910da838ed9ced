/**
 * Finding the same production site again.
 *
 * - **record**: one site as somebody named it; a site with several names is several records.
 * - **engine**: records that can be found again by what is rare about them, and compared; `src/engine`.
 * - **band**: `same` (may be joined), `review` (a person decides), `new`.
 * - **bits**: what a comparison weighs; all of them sum to the score, which gives the probability.
 * - **placing**: deciding for each place of a list which site it is, in order, the rows of the list among themselves too.
 * - **reason**: a comparison, or a rule that came before it, kept with a decision so that a person can read why.
 */
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
export { WordReader } from "./search/read-words.ts";
export { markText } from "./search/mark-text.ts";
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
export { decidePlacement } from "./decide-placement.ts";
export { fillSiteGaps, type FilledGaps } from "./fill-site-gaps.ts";
export { type MatchReason, reasonsOf, ruleReason } from "./match-reason.ts";
export { nameKeys } from "./name-keys.ts";
export { compactName, foldText, looksBroken, nameTokens, normaliseName } from "./normalise-name.ts";
export {
  createSitePlacer,
  type FoundSite,
  type PlacedPair,
  type Placement,
  placeToMatch,
  type SitePlacer,
  writtenPlace,
} from "./place-sites.ts";
export type { NamedPlace, PlacedSite } from "./placed-site.ts";
export { isPlaceWord, wordWeight } from "./word-weight.ts";
