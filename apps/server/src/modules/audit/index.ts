/** Reading and verifying the audit: the only door. */
export { auditRoutes } from "./audit.routes.ts";
