/** Forums: sessions under the Chatham House Rule, with a board where nobody is named. */
export { blindTicket } from "./blind-ticket.ts";
export { anonymise, boardKeyOf } from "./board-calls.ts";
export { registerForumFiles } from "./forum-files.ts";
export { boardRoutes, forumRoutes } from "./forums.routes.ts";
export { invitePeople, listSeats, revealInvitation, revealSeatLink } from "./invite-people.ts";
export { getForum, listForums, prepareForum, setPrompts } from "./keep-forums.ts";
export { registerLiveBoards } from "./live-routes.ts";
export { closeBoard, moderateEntry, openBoard, publishSummary, saveSummary } from "./run-board.ts";
export { actOnBoard, joinBoard, lookAtInvitation, readBoard } from "./take-part.ts";
