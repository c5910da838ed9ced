import { act, api } from "../../platform/api.ts";
import { moveTo } from "../../platform/permanent-redirect.ts";
import { findSiteDetail } from "./get-site.ts";
import { listMatchReviews } from "./list-match-reviews.ts";
import { listSites } from "./list-sites.ts";
import { matchSite } from "./match-site.ts";
import { publishSite } from "./publish-site.ts";
import { suggestSites } from "./suggest-sites.ts";

const done = { done: true } as const;

export const siteRoutes = {
  list: api.sites.list.handler(({ input, context }) =>
    act(context, "site.read", (work) => listSites(work, input)),
  ),
  get: api.sites.get.handler(({ input, context }) =>
    act(context, "site.read", async (work) => {
      const { site, moved } = await findSiteDetail(work, input.id);
      // The answer leaves as 308; who does not follow it has the site all the same.
      if (moved) moveTo(context, `/api/sites/${site.id}`);
      return site;
    }),
  ),
  suggest: api.sites.suggest.handler(({ input, context }) =>
    act(context, "site.read", async (work) => ({ items: await suggestSites(work, input.text) })),
  ),
  match: api.sites.match.handler(({ input, context }) =>
    act(context, "site.read", (work) => matchSite(work, input)),
  ),
  publish: api.sites.publish.handler(({ input, context }) =>
    act(context, "site.publish", async (work) => {
      await publishSite(work, input);
      return done;
    }),
  ),
  listReviews: api.sites.listReviews.handler(({ input, context }) =>
    act(context, "site.read", (work) => listMatchReviews(work, input)),
  ),
};
