/** Joins the request endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { draftContractRequest } from "./draft-request.ts";
import { recordAnswer } from "./record-answer.ts";
import { recordSent } from "./record-sent.ts";
import { saveRequest } from "./save-request.ts";

export const requestRoutes = {
  draft: api.requests.draft.handler(({ input, context }) =>
    act(context, "contract.read", (work) => draftContractRequest(work, input)),
  ),
  save: api.requests.save.handler(({ input, context }) =>
    act(context, "request.write", async (work) => ({
      requestId: await saveRequest(work, input),
    })),
  ),
  recordSent: api.requests.recordSent.handler(({ input, context }) =>
    act(context, "request.write", async (work) => {
      await recordSent(work, input);
      return { done: true } as const;
    }),
  ),
  recordAnswer: api.requests.recordAnswer.handler(({ input, context }) =>
    act(context, "request.write", async (work) => ({
      answerId: await recordAnswer(work, input),
    })),
  ),
};
