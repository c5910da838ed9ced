import { act, api } from "../../platform/api.ts";
import { giveVerdict } from "./give-verdict.ts";
import { listDatasets } from "./list-datasets.ts";
import { listHits } from "./list-hits.ts";
import { runScreening } from "./run-screening.ts";

export const screeningRoutes = {
  run: api.screening.run.handler(({ input, context }) =>
    act(context, "site.write", (work) => runScreening(work, input)),
  ),
  listHits: api.screening.listHits.handler(({ input, context }) =>
    act(context, "site.read", (work) => listHits(work, input)),
  ),
  decide: api.screening.decide.handler(({ input, context }) =>
    act(context, "screening.decide", async (work) => {
      await giveVerdict(work, input);
      return { done: true } as const;
    }),
  ),
  lists: api.screening.lists.handler(({ context }) =>
    act(context, "site.read", async () => ({ items: listDatasets() })),
  ),
};
