/** Frameworks, call-offs and stand-alone contracts, with their products and conditions. */
export { contractRoutes } from "./contracts.routes.ts";
export { createContract, type CreatedContract } from "./create-contract.ts";
export { grantFramework } from "./grant-framework.ts";
export { importContractFile, type ImportedContract } from "./import-contract-file.ts";
export { importNotice, type ImportedNotice } from "./import-notice.ts";
