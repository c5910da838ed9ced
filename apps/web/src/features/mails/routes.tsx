import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requests/outbox",
    component: lazyRouteComponent(() => import("./outbox-screen.tsx"), "OutboxScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requests/outbox/$mailId",
    component: lazyRouteComponent(() => import("./mail-screen.tsx"), "MailScreen"),
  }),
];
