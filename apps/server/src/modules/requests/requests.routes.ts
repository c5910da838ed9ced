/** Joins the request endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { draftForMany } from "./draft-for-many.ts";
import { draftContractRequest } from "./draft-request.ts";
import { extendRequest } from "./extend-request.ts";
import { getRequest } from "./get-request.ts";
import { listTemplates, removeTemplate, saveTemplate } from "./keep-templates.ts";
import { listOwnRequests } from "./list-requests.ts";
import { recordAnswer } from "./record-answer.ts";
import { recordSent } from "./record-sent.ts";
import { remindByHand } from "./remind-request.ts";
import { renewLink, revealLink } from "./reveal-link.ts";
import { reviseRequest } from "./revise-request.ts";
import { saveRequest } from "./save-request.ts";
import { sendRequest } from "./send-request.ts";
import { withdrawRequest } from "./withdraw-request.ts";
import { writeRequest } from "./write-request.ts";

const group = api.requests;

export const requestRoutes = {
  list: group.list.handler(({ input, context }) =>
    act(context, "contract.read", (work) => listOwnRequests(work, input)),
  ),
  get: group.get.handler(({ input, context }) =>
    act(context, "contract.read", (work) => getRequest(work, input.requestId)),
  ),
  draft: group.draft.handler(({ input, context }) =>
    act(context, "contract.read", (work) => draftContractRequest(work, input)),
  ),
  draftForMany: group.draftForMany.handler(({ input, context }) =>
    act(context, "contract.read", (work) => draftForMany(work, input)),
  ),
  save: group.save.handler(({ input, context }) =>
    act(context, "request.write", async (work) => ({
      requestId: await saveRequest(work, input),
    })),
  ),
  write: group.write.handler(({ input, context }) =>
    act(context, "request.write", async (work) => ({
      requestId: await writeRequest(work, input),
    })),
  ),
  revise: group.revise.handler(({ input, context }) =>
    act(context, "request.write", (work) => reviseRequest(work, input)),
  ),
  send: group.send.handler(({ input, context }) =>
    act(context, "request.write", (work) => sendRequest(work, input, context)),
  ),
  revealLink: group.revealLink.handler(({ input, context }) =>
    act(context, "request.write", (work) => revealLink(work, input.requestId, context)),
  ),
  renewLink: group.renewLink.handler(({ input, context }) =>
    act(context, "request.write", (work) => renewLink(work, input.requestId, context)),
  ),
  remind: group.remind.handler(({ input, context }) =>
    act(context, "request.write", (work) => remindByHand(work, input.requestId)),
  ),
  extend: group.extend.handler(({ input, context }) =>
    act(context, "request.write", (work) => extendRequest(work, input)),
  ),
  withdraw: group.withdraw.handler(({ input, context }) =>
    act(context, "request.write", (work) => withdrawRequest(work, input)),
  ),
  recordSent: group.recordSent.handler(({ input, context }) =>
    act(context, "request.write", async (work) => {
      await recordSent(work, input);
      return { done: true } as const;
    }),
  ),
  recordAnswer: group.recordAnswer.handler(({ input, context }) =>
    act(context, "request.write", async (work) => ({
      answerId: await recordAnswer(work, input),
    })),
  ),
  listTemplates: group.listTemplates.handler(({ context }) =>
    act(context, "contract.read", listTemplates),
  ),
  saveTemplate: group.saveTemplate.handler(({ input, context }) =>
    act(context, "request.write", (work) => saveTemplate(work, input)),
  ),
  removeTemplate: group.removeTemplate.handler(({ input, context }) =>
    act(context, "request.write", async (work) => {
      await removeTemplate(work, input.id);
      return { done: true } as const;
    }),
  ),
};
