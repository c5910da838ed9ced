/** Joins the Today endpoint to its use case. */
import { act, api } from "../../platform/api.ts";
import { showToday } from "./show-today.ts";

export const todayRoutes = {
  get: api.today.get.handler(({ context }) => act(context, "contract.read", showToday)),
};
