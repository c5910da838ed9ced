/** Frameworks, call-offs and stand-alone contracts, with their products and conditions. */
export { contractRoutes } from "./contracts.routes.ts";
export { createContract } from "./create-contract.ts";
export { importContractFile } from "./import-contract-file.ts";
