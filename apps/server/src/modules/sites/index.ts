/** Sites: the only door of the module. */
export { findStandingSite } from "./find-standing-site.ts";
export { getSite } from "./get-site.ts";
export { listMatchReviews } from "./list-match-reviews.ts";
export { listSites } from "./list-sites.ts";
export { matchSite } from "./match-site.ts";
export { publishSite } from "./publish-site.ts";
export { suggestSites } from "./suggest-sites.ts";
export { lockSites, placeSites } from "./place-sites.ts";
export { completeKnownSites, removePendingSites, showPendingSites } from "./keep-pending-sites.ts";
export { keepMaskedSites } from "./keep-masked-sites.ts";
export { locateSites } from "./locate-sites.ts";
export { makeSite } from "./make-site.ts";
export {
  findPairOf,
  findPairs,
  findReviewForUpdate,
  settlePairs,
  unsettlePairs,
  wasDecidedDifferent,
  writeDecision,
} from "./match-reviews.store.ts";
export { recordSiteValues } from "./record-site-values.ts";
export { keepScopeFilesIn } from "./scope-index/open-scope.ts";
export { findGroups, findSurvivors } from "./site-groups.store.ts";
export { findStates } from "./site-life.store.ts";
export { siteRoutes } from "./sites.routes.ts";
export { registerSitePage } from "./site-page.ts";
export { lockOrganisationSites, seePendingSites } from "./sites.store.ts";
