/** The home page of a contract manager. */
export { showToday } from "./show-today.ts";
export { todayRoutes } from "./today.routes.ts";
