/** Joins the endpoints of programmes, series, seats, comments and lessons to their use cases. */
import { act, api } from "../../platform/api.ts";
import { actAsAnswerer, keepGuest } from "../../platform/guest.ts";
import { changeComment, listComments, writeComment } from "./keep-comments.ts";
import { listLessons, saveLesson, withdrawLesson } from "./keep-lessons.ts";
import {
  changeProgramme,
  closeProgramme,
  createProgramme,
  listProgrammes,
} from "./keep-programmes.ts";
import { changeSeat, endSeat, leaveTable, revealSeat } from "./keep-seats.ts";
import { createSeries, setSeriesState, updateSeriesTerms } from "./keep-series.ts";
import { saveThread } from "./keep-threads.ts";
import { listSeries } from "./list-series.ts";
import { offerSeat, renewSeat } from "./offer-seat.ts";
import { openSeat } from "./open-seat.ts";
import { agreeAim, sayAim } from "./say-aims.ts";
import { showProgramme } from "./show-programme.ts";
import { showSeries } from "./show-series.ts";
import { takeSeat } from "./take-seat.ts";

const group = api.dialogues;
const done = { done: true } as const;

export const dialogueRoutes = {
  listProgrammes: group.listProgrammes.handler(({ input, context }) =>
    act(context, "dialogue.read", (work) => listProgrammes(work, input)),
  ),
  getProgramme: group.getProgramme.handler(({ input, context }) =>
    act(context, "dialogue.read", (work) => showProgramme(work, input)),
  ),
  createProgramme: group.createProgramme.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => createProgramme(work, input)),
  ),
  updateProgramme: group.updateProgramme.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => changeProgramme(work, input)),
  ),
  closeProgramme: group.closeProgramme.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => closeProgramme(work, input)),
  ),
  list: group.list.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => listSeries(work, input)),
  ),
  get: group.get.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => showSeries(work, input.id)),
  ),
  create: group.create.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => createSeries(work, input)),
  ),
  update: group.update.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => updateSeriesTerms(work, input)),
  ),
  setState: group.setState.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => setSeriesState(work, input)),
  ),
  sayAim: group.sayAim.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", (work) => sayAim(work, input)),
  ),
  agreeAim: group.agreeAim.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", async (work) => {
      await agreeAim(work, input);
      return done;
    }),
  ),
  saveThread: group.saveThread.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", (work) => saveThread(work, input)),
  ),
  offerSeat: group.offerSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => offerSeat(work, input, context)),
  ),
  changeSeat: group.changeSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => {
      await changeSeat(work, input);
      return done;
    }),
  ),
  revealSeat: group.revealSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => revealSeat(work, input, context)),
  ),
  renewSeat: group.renewSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => renewSeat(work, input, context)),
  ),
  endSeat: group.endSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => {
      await endSeat(work, input);
      return done;
    }),
  ),
  leave: group.leave.handler(async ({ input, context }) => {
    await actAsAnswerer(context, "dialogue.write", (work) => leaveTable(work, input.id));
    // The link opens nothing for somebody who got up.
    if (context.guest !== null) keepGuest(context, null);
    return done;
  }),
  openSeat: group.openSeat.handler(({ input, context }) => openSeat(context, input)),
  takeSeat: group.takeSeat.handler(({ input, context }) => takeSeat(context, input)),
  listComments: group.listComments.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => listComments(work, input)),
  ),
  comment: group.comment.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", (work) => writeComment(work, input)),
  ),
  changeComment: group.changeComment.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", async (work) => {
      await changeComment(work, input);
      return done;
    }),
  ),
  listLessons: group.listLessons.handler(({ input, context }) =>
    act(context, "dialogue.read", (work) => listLessons(work, input)),
  ),
  saveLesson: group.saveLesson.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => saveLesson(work, input)),
  ),
  withdrawLesson: group.withdrawLesson.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => {
      await withdrawLesson(work, input.lessonId);
      return done;
    }),
  ),
};
