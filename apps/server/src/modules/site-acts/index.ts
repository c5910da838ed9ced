/** The life of sites: the only door of the module. */
export { decideMatchReview } from "./decide-match-review.ts";
export { siteActRoutes } from "./site-acts.routes.ts";
