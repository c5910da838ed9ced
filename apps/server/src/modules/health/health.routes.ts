import { api } from "../../platform/api.ts";

export const healthRoutes = {
  get: api.health.get.handler(async ({ context }) => {
    await context.database.ping();
    return { ready: true, version: "0.1.0", database: context.databaseKind };
  }),
};
