/** Answering requests: by link and code without an account, or as an organisation. */
export { answeringRoutes } from "./answering.routes.ts";
export { noteAnswerReceived, noteRelease, recountProgress } from "./recount-progress.ts";
export { listAsked } from "./list-asked.ts";
export { enterWorkspace } from "./open-request.ts";
export { draftPassOn, passOnRequest } from "./pass-on-request.ts";
export { setAskedProducts } from "./set-asked-products.ts";
export { takeOverOpened } from "./take-over-request.ts";
