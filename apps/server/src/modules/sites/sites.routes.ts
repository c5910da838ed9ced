import { act, api } from "../../platform/api.ts";
import { decideMatchReview } from "./decide-match-review.ts";
import { getSite } from "./get-site.ts";
import { listMatchReviews } from "./list-match-reviews.ts";
import { listSites } from "./list-sites.ts";
import { publishSite } from "./publish-site.ts";
import { suggestSites } from "./suggest-sites.ts";

const done = { done: true } as const;

export const siteRoutes = {
  list: api.sites.list.handler(({ input, context }) =>
    act(context, "site.read", (work) => listSites(work, input)),
  ),
  get: api.sites.get.handler(({ input, context }) =>
    act(context, "site.read", (work) => getSite(work, input.id)),
  ),
  suggest: api.sites.suggest.handler(({ input, context }) =>
    act(context, "site.read", async (work) => ({ items: await suggestSites(work, input.text) })),
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
  decideReview: api.sites.decideReview.handler(({ input, context }) =>
    act(context, "site.write", async (work) => {
      await decideMatchReview(work, input);
      return done;
    }),
  ),
};
