/** Our record: what an organisation says once of its sites, products, links and answers. */
export { readAnswersFor, readRecordContent, type OwnRecord } from "./read-record-content.ts";
export { recordRoutes } from "./record.routes.ts";
export { takeContentIntoRecord, type ContentTaken } from "./take-content-into-record.ts";
export { takeRowsIntoRecord, type RecordRow, type RowsTaken } from "./take-rows-into-record.ts";
export { addYear, decideRefresh, yearBefore } from "./record.policy.ts";
export { recountAsked } from "./recount-asked.ts";
export { saveProduct } from "./save-product.ts";
