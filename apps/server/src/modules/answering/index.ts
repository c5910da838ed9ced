/** Answering requests: by link and code without an account, or as an organisation. */
export { answeringRoutes } from "./answering.routes.ts";
export { noteAnswerReceived, noteRelease, recountProgress } from "./recount-progress.ts";
export { listAsked } from "./list-asked.ts";
export { openRequest } from "./open-request.ts";
