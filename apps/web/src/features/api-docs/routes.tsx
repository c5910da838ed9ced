import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/api-docs",
    component: lazyRouteComponent(() => import("./api-docs-screen.tsx"), "ApiDocsScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/docs/errors",
    component: lazyRouteComponent(() => import("./errors-screen.tsx"), "ErrorsScreen"),
  }),
];
