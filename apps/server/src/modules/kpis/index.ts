/** KPIs of our contracts: the only door of the module. */
export { registerKpiFiles } from "./kpi-files.ts";
export { kpiRoutes } from "./kpis.routes.ts";
