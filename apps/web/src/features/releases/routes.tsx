import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/releases",
    component: lazyRouteComponent(() => import("./given-screen.tsx"), "GivenScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/releases/received",
    component: lazyRouteComponent(() => import("./received-screen.tsx"), "ReceivedScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/releases/new",
    component: lazyRouteComponent(() => import("./new-release-screen.tsx"), "NewReleaseScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/releases/$releaseId",
    component: lazyRouteComponent(() => import("./release-screen.tsx"), "ReleaseScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/releases/$releaseId/compare",
    component: lazyRouteComponent(() => import("./compare-screen.tsx"), "CompareScreen"),
  }),
];
