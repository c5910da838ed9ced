import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/audit",
    component: lazyRouteComponent(() => import("./audit-screen.tsx"), "AuditScreen"),
  }),
];
