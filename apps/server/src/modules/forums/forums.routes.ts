/** Joins the endpoints of forums and of their boards to their use cases. */
import { ticketHeader } from "@throughline/contract";
import { act, api, type ApiContext } from "../../platform/api.ts";
import {
  invitePeople,
  listSeats,
  revealSeatLink,
  takeOwnSeat,
  withdrawSeat,
} from "./invite-people.ts";
import { getForum, listForums, prepareForum, reviseForum, setPrompts } from "./keep-forums.ts";
import {
  closeBoard,
  moderateEntry,
  openBoard,
  publishSummary,
  saveSummary,
  showBoard,
} from "./run-board.ts";
import { actOnBoard, joinBoard, lookAtInvitation, readBoard } from "./take-part.ts";

const done = { done: true } as const;
const { forums, board } = api;

export const forumRoutes = {
  list: forums.list.handler(({ context }) => act(context, "dialogue.read", listForums)),
  create: forums.create.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => prepareForum(work, input, context.secret)),
  ),
  get: forums.get.handler(({ input, context }) =>
    act(context, "dialogue.read", (work) => getForum(work, input.forumId)),
  ),
  revise: forums.revise.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => reviseForum(work, input)),
  ),
  setPrompts: forums.setPrompts.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => setPrompts(work, input)),
  ),
  listSeats: forums.listSeats.handler(({ input, context }) =>
    act(context, "dialogue.read", (work) => listSeats(work, input.forumId)),
  ),
  invite: forums.invite.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => invitePeople(work, input, context)),
  ),
  revealLink: forums.revealLink.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => revealSeatLink(work, input, context)),
  ),
  withdrawSeat: forums.withdrawSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => {
      await withdrawSeat(work, input);
      return done;
    }),
  ),
  takeOwnSeat: forums.takeOwnSeat.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => takeOwnSeat(work, input.forumId, context)),
  ),
  open: forums.open.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => openBoard(work, input)),
  ),
  close: forums.close.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => closeBoard(work, input)),
  ),
  board: forums.board.handler(({ input, context }) =>
    act(context, "dialogue.read", (work) => showBoard(work, input.forumId)),
  ),
  moderate: forums.moderate.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => {
      await moderateEntry(work, input);
      return done;
    }),
  ),
  saveSummary: forums.saveSummary.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => saveSummary(work, input)),
  ),
  publish: forums.publish.handler(({ input, context }) =>
    act(context, "dialogue.write", (work) => publishSummary(work, input)),
  ),
};

const ticketOf = ({ requestHeaders }: ApiContext): string | null =>
  requestHeaders.get(ticketHeader);

/** For participants: no caller, no role; the link or the ticket is all there is. */
export const boardRoutes = {
  look: board.look.handler(({ input, context }) => lookAtInvitation(context, input.link)),
  join: board.join.handler(({ input, context }) => joinBoard(context, input)),
  read: board.read.handler(({ context }) => readBoard(context, ticketOf(context))),
  act: board.act.handler(async ({ input, context }) => {
    await actOnBoard(context, ticketOf(context), input);
    return done;
  }),
};
