/** Procurements from first announcement to the contracts that came of them; whether they hold together. */
export { createProcurement } from "./create-procurement.ts";
export { listProcurements } from "./list-procurements.ts";
export { publishProcurement } from "./publish-procurement.ts";
export { keepTender } from "./keep-tender.ts";
export { registerProcurementFiles } from "./procurement-files.ts";
export { procurementRoutes } from "./procurements.routes.ts";
export { setPromises } from "./set-promises.ts";
export { upgradeInstances } from "./upgrade-instances.ts";
