/** Joins the endpoints of duties to their use cases. */
import { act, api, requireSession } from "../../platform/api.ts";
import { createFeed, listFeeds, revokeFeed } from "./calendar-feeds.ts";
import { listDuties, showMonth } from "./list-duties.ts";
import { recordEvents, setOwner, takeBackEvent } from "./record-events.ts";

export const dutyRoutes = {
  list: api.duties.list.handler(({ input, context }) =>
    act(context, "contract.read", (work) => listDuties(work, input)),
  ),
  month: api.duties.month.handler(({ input, context }) =>
    act(context, "contract.read", (work) => showMonth(work, input)),
  ),
  record: api.duties.record.handler(({ input, context }) =>
    act(context, "contract.write", (work) => recordEvents(work, input)),
  ),
  takeBack: api.duties.takeBack.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => {
      await takeBackEvent(work, input);
      return { done: true } as const;
    }),
  ),
  setOwner: api.duties.setOwner.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => {
      await setOwner(work, input);
      return { done: true } as const;
    }),
  ),
  listFeeds: api.duties.listFeeds.handler(({ context }) =>
    act(context, "contract.read", listFeeds),
  ),
  createFeed: api.duties.createFeed.handler(({ input, context }) => {
    // A token that made one would leave behind an address that outlives it.
    requireSession(context);
    return act(context, "contract.read", (work) => createFeed(work, input, context.publicUrl));
  }),
  revokeFeed: api.duties.revokeFeed.handler(({ input, context }) =>
    act(context, "contract.read", async (work) => {
      await revokeFeed(work, input);
      return { done: true } as const;
    }),
  ),
};
