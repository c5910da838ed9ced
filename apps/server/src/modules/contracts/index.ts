/** Frameworks, call-offs and stand-alone contracts, with their products and conditions. */
export { registerContractFiles } from "./contract-ocds.ts";
export { contractRoutes } from "./contracts.routes.ts";
export { createContract } from "./create-contract.ts";
export { importContractFile, type KeepTender } from "./import-contract-file.ts";
export { linkToProcurement } from "./link-to-procurement.ts";
export { setConditions } from "./set-conditions.ts";
export { showContract } from "./show-contract.ts";
