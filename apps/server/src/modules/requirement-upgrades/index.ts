/** Places of a requirement brought from one version to another. */
export { requirementUpgradeRoutes } from "./requirement-upgrades.routes.ts";
