/** The read model of suppliers: each with the sum of its lines, its requests and its releases. Writes nothing itself. */
export { supplierRoutes } from "./supplier-overview.routes.ts";
