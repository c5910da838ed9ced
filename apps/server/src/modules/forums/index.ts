/** Forums: sessions under the Chatham House Rule, with a board where nobody is named. */
export { registerForumFiles } from "./forum-files.ts";
export { boardRoutes, forumRoutes } from "./forums.routes.ts";
export { revealInvitation } from "./invite-people.ts";
export { anonymise, boardKeyOf } from "./board-calls.ts";
export { registerLiveBoards } from "./live-routes.ts";
