/** Procurements from first announcement to the contracts that came of them; whether they hold together. */
export { addInstances } from "./change-instances.ts";
export { awardProcurement } from "./award-procurement.ts";
export { createProcurement } from "./create-procurement.ts";
export { publishProcurement } from "./publish-procurement.ts";
export { registerProcurementFiles } from "./procurement-files.ts";
export { procurementRoutes } from "./procurements.routes.ts";
export { setPromises } from "./set-promises.ts";
export { upgradeInstances } from "./upgrade-instances.ts";
export { waiveFinding } from "./waive-finding.ts";
