import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requests",
    component: lazyRouteComponent(() => import("./request-list-screen.tsx"), "RequestListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requests/new",
    component: lazyRouteComponent(() => import("./new-request-screen.tsx"), "NewRequestScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requests/templates",
    component: lazyRouteComponent(() => import("./templates-screen.tsx"), "TemplatesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requests/$requestId",
    component: lazyRouteComponent(() => import("./request-screen.tsx"), "RequestScreen"),
  }),
];
