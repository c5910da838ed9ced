export * from "./account.ts";
export * from "./client.ts";
export * from "./contract.ts";
export * from "./contracts.ts";
export * from "./endpoint.ts";
export * from "./organisations.ts";
export * from "./problem.ts";
export * from "./sites.ts";
