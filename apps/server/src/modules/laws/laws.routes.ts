/** Joins the endpoints of laws to their use cases. */
import { act, api } from "../../platform/api.ts";
import { listLaws, showApplicable, showBeyondLaw } from "./apply-laws.ts";
import { listFacts, recordFacts, takeBackFact } from "./company-facts.ts";

export const lawRoutes = {
  list: api.laws.list.handler(({ context }) =>
    act(context, "requirement.read", () => Promise.resolve(listLaws())),
  ),
  facts: api.laws.facts.handler(({ input, context }) =>
    act(context, "supplier.read", (work) => listFacts(work, input)),
  ),
  recordFacts: api.laws.recordFacts.handler(({ input, context }) =>
    act(context, "supplier.write", (work) => recordFacts(work, input)),
  ),
  takeBackFact: api.laws.takeBackFact.handler(({ input, context }) =>
    act(context, "supplier.write", async (work) => {
      await takeBackFact(work, input);
      return { done: true } as const;
    }),
  ),
  applicable: api.laws.applicable.handler(({ input, context }) =>
    act(context, "supplier.read", (work) => showApplicable(work, input)),
  ),
  beyondLaw: api.laws.beyondLaw.handler(({ input, context }) =>
    act(context, "contract.read", (work) => showBeyondLaw(work, input)),
  ),
};
