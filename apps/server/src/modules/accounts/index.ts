/** Signing in and what belongs to a person: the only door. */
export { accountRoutes } from "./accounts.routes.ts";
