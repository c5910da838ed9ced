import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/reviews",
    component: lazyRouteComponent(() => import("./matches-screen.tsx"), "MatchesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/reviews/hits",
    component: lazyRouteComponent(() => import("./hits-screen.tsx"), "HitsScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/reviews/lists",
    component: lazyRouteComponent(() => import("./lists-screen.tsx"), "ListsScreen"),
  }),
];
