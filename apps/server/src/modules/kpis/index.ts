/** KPIs of our contracts: the only door of the module. */
export { kpiRoutes } from "./kpis.routes.ts";
