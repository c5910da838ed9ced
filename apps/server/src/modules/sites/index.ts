/** Sites: the only door of the module. */
export { lockSites, placeSites } from "./place-sites.ts";
export { completeKnownSites, removePendingSites, showPendingSites } from "./keep-pending-sites.ts";
export { keepMaskedSites } from "./keep-masked-sites.ts";
export { locateSites } from "./locate-sites.ts";
export { recordSiteValues } from "./record-site-values.ts";
export { siteRoutes } from "./sites.routes.ts";
export { seePendingSites } from "./sites.store.ts";
