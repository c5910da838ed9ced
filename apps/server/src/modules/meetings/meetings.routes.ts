/** Joins the endpoints of meetings to their use cases. What a counterpart may do, it does as a guest, too. */
import { act, api, type ApiContext, type Work } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { draftAgenda } from "./draft-agenda.ts";
import { getMeeting } from "./get-meeting.ts";
import { giveFeedback } from "./give-feedback.ts";
import { holdMeeting } from "./hold-meeting.ts";
import { addItems, changeItem, orderItems, takeItemOff } from "./keep-agenda.ts";
import { saveDraft, sendMinutes } from "./keep-minutes.ts";
import { confirmFit, erasePerson, setPeople } from "./keep-people.ts";
import { listMeetings } from "./list-meetings.ts";
import { listQuestionPacks } from "./list-question-packs.ts";
import { cancelMeeting, moveMeeting, planMeeting } from "./plan-meeting.ts";
import { previewLetter } from "./preview-letter.ts";
import { replyToMinutes } from "./reply-to-minutes.ts";
import { sendAgenda } from "./send-agenda.ts";

const group = api.meetings;

/** Whoever sits at the table may; a joint or counterpart's workspace may be a guest's. */
async function atTable(
  context: ApiContext,
  work: (work: Work) => Promise<void>,
): Promise<{ done: true }> {
  await actAsAnswerer(context, "dialogue.write", work);
  return { done: true };
}

export const meetingRoutes = {
  list: group.list.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => listMeetings(work, input)),
  ),
  get: group.get.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => getMeeting(work, input.id)),
  ),
  plan: group.plan.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => planMeeting(work, input)),
  ),
  move: group.move.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => moveMeeting(work, input, context)),
  ),
  cancel: group.cancel.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => cancelMeeting(work, input, context)),
  ),
  questionPacks: group.questionPacks.handler(({ context }) =>
    actAsAnswerer(context, "dialogue.read", async () => ({ packs: listQuestionPacks() })),
  ),
  draftAgenda: group.draftAgenda.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => draftAgenda(work, input.id)),
  ),
  addItems: group.addItems.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", (work) => addItems(work, input)),
  ),
  changeItem: group.changeItem.handler(({ input, context }) =>
    atTable(context, (work) => changeItem(work, input)),
  ),
  removeItem: group.removeItem.handler(({ input, context }) =>
    atTable(context, (work) => takeItemOff(work, input.itemId)),
  ),
  orderItems: group.orderItems.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => {
      await orderItems(work, input);
      return { done: true } as const;
    }),
  ),
  setPeople: group.setPeople.handler(({ input, context }) =>
    atTable(context, (work) => setPeople(work, input)),
  ),
  confirmFit: group.confirmFit.handler(({ input, context }) =>
    atTable(context, (work) => confirmFit(work, input)),
  ),
  erasePerson: group.erasePerson.handler(({ input, context }) =>
    atTable(context, (work) => erasePerson(work, input)),
  ),
  sendAgenda: group.sendAgenda.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => sendAgenda(work, input, context)),
  ),
  previewLetter: group.previewLetter.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => previewLetter(work, input, context)),
  ),
  hold: group.hold.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => holdMeeting(work, input)),
  ),
  saveDraft: group.saveDraft.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => saveDraft(work, input)),
  ),
  sendMinutes: group.sendMinutes.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => sendMinutes(work, input, context)),
  ),
  replyToMinutes: group.replyToMinutes.handler(({ input, context }) =>
    atTable(context, (work) => replyToMinutes(work, input)),
  ),
  giveFeedback: group.giveFeedback.handler(({ input, context }) =>
    atTable(context, (work) => giveFeedback(work, input)),
  ),
};
