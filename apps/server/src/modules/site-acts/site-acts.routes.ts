import { act, api } from "../../platform/api.ts";
import { acceptPairs } from "./accept-pairs.ts";
import { changeState } from "./change-state.ts";
import { decideMatchReview } from "./decide-match-review.ts";
import { listActs, listRecords } from "./list-acts.ts";
import { mergeSites } from "./merge-sites.ts";
import { moveRecords } from "./move-records.ts";
import { relocateSite } from "./relocate-site.ts";
import { findBulks } from "./site-acts.store.ts";
import { splitSite } from "./split-site.ts";
import { undoAccepted } from "./undo-accepted.ts";
import { undoAct } from "./undo-act.ts";

const done = { done: true } as const;

export const siteActRoutes = {
  listActs: api.sites.listActs.handler(({ input, context }) =>
    act(context, "site.read", (work) => listActs(work, input.id)),
  ),
  listRecords: api.sites.listRecords.handler(({ input, context }) =>
    act(context, "site.read", (work) => listRecords(work, input.id)),
  ),
  merge: api.sites.merge.handler(({ input, context }) =>
    act(context, "site.write", (work) => mergeSites(work, input)),
  ),
  split: api.sites.split.handler(({ input, context }) =>
    act(context, "site.write", (work) => splitSite(work, input)),
  ),
  moveRecords: api.sites.moveRecords.handler(({ input, context }) =>
    act(context, "site.write", (work) => moveRecords(work, input)),
  ),
  relocate: api.sites.relocate.handler(({ input, context }) =>
    act(context, "site.write", (work) => relocateSite(work, input)),
  ),
  close: api.sites.close.handler(({ input, context }) =>
    act(context, "site.write", (work) => changeState(work, "close", input)),
  ),
  reopen: api.sites.reopen.handler(({ input, context }) =>
    act(context, "site.write", (work) => changeState(work, "reopen", input)),
  ),
  undoAct: api.sites.undoAct.handler(({ input, context }) =>
    act(context, "site.write", async (work) => {
      await undoAct(work, input.actId);
      return done;
    }),
  ),
  decideReview: api.sites.decideReview.handler(({ input, context }) =>
    act(context, "site.write", async (work) => {
      await decideMatchReview(work, input);
      return done;
    }),
  ),
  acceptPairs: api.sites.acceptPairs.handler(({ input, context }) =>
    act(context, "site.write", (work) => acceptPairs(work, input)),
  ),
  listAccepted: api.sites.listAccepted.handler(({ context }) =>
    act(context, "site.read", async (work) => ({ items: await findBulks(work) })),
  ),
  undoAccepted: api.sites.undoAccepted.handler(({ input, context }) =>
    act(context, "site.write", async (work) => ({
      undone: await undoAccepted(work, input.bulkId),
    })),
  ),
};
