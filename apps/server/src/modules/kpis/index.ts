/** KPIs of our contracts: the only door of the module. */
export { assignKpi } from "./assign-kpi.ts";
export { correctEntry, enterFigure } from "./enter-figure.ts";
export { registerKpiFiles } from "./kpi-files.ts";
export { kpiRoutes } from "./kpis.routes.ts";
export { readAdded } from "./kpis.store.ts";
