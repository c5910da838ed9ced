/** Requests for disclosure and what came back. */
export { isOnlySubject, listAnswers, listRequests } from "./list-correspondence.ts";
export { recordAnswer } from "./record-answer.ts";
export { requestRoutes } from "./requests.routes.ts";
export { saveImportedAnswer, saveImportedRequest } from "./save-imported.ts";
export { saveRequest } from "./save-request.ts";
