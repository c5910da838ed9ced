/** Screening: the only door of the module. */
export { screenSitesNow } from "./screen-sites-now.ts";
export { screeningRoutes } from "./screening.routes.ts";
export { listHitsOfSite, listScreeningsOfSite, summariseScreenings } from "./show-screenings.ts";
