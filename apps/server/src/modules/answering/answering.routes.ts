/** Joins the answering endpoints to their use cases. */
import { api } from "../../platform/api.ts";
import { actAsAnswerer, keepGuest } from "../../platform/guest.ts";
import { claimOpenedWorkspace } from "./claim-opened-workspace.ts";
import { getAsked } from "./get-asked.ts";
import { listAsked } from "./list-asked.ts";
import { openRequest } from "./open-request.ts";
import { draftPassOn, passOnRequest } from "./pass-on-request.ts";
import { setAskedProducts } from "./set-asked-products.ts";
import { takeOverRequest } from "./take-over-request.ts";

const group = api.answering;
const done = { done: true } as const;

export const answeringRoutes = {
  open: group.open.handler(({ input, context }) => openRequest(context, input)),
  leave: group.leave.handler(({ context }) => {
    keepGuest(context, null);
    return done;
  }),
  takeOver: group.takeOver.handler(({ input, context }) => takeOverRequest(context, input)),
  claim: group.claim.handler(({ input, context }) => claimOpenedWorkspace(context, input)),
  list: group.list.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => listAsked(work, input)),
  ),
  get: group.get.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => getAsked(work, input.deliveryId)),
  ),
  setProducts: group.setProducts.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", async (work) => {
      await setAskedProducts(work, input);
      return done;
    }),
  ),
  passOn: group.passOn.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => passOnRequest(work, input, context)),
  ),
  draftPassOn: group.draftPassOn.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => draftPassOn(work, input)),
  ),
};
