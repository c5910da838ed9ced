/** Sites: the only door of the module. */
export { lockSites, placeSites, type NamedPlace, type Placement } from "./place-sites.ts";
export { recordSiteValues, type SaidOfSite } from "./record-site-values.ts";
export { siteRoutes } from "./sites.routes.ts";
