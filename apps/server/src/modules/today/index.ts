/** The home page of a contract manager. */
export { todayRoutes } from "./today.routes.ts";
