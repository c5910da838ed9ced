/** Which laws bind a company, from facts about it; where a clause asks a firm for more than its law does. */
export { lawRoutes } from "./laws.routes.ts";
