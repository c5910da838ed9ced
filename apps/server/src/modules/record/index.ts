/** Our record: what an organisation says once of its sites, products, links and answers. */
export { addAnswer } from "./add-answer.ts";
export { addSites } from "./add-sites.ts";
export { readAnswersFor, readRecordContent, type OwnRecord } from "./read-record-content.ts";
export { addYear, yearBefore } from "./record.policy.ts";
export { recordRoutes } from "./record.routes.ts";
export { recountAsked } from "./recount-asked.ts";
export { setLinks } from "./set-links.ts";
export { saveProduct } from "./save-product.ts";
export { countRecord, countRecordSites, type RecordCounts } from "./count-record.ts";
export { takeContentIntoRecord } from "./take-content-into-record.ts";
export { takeOverContent, type ContentTakenOver } from "./take-over-content.ts";
export { takeRowsIntoRecord, type RecordRow } from "./take-rows-into-record.ts";
