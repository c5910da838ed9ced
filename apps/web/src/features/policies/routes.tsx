import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy",
    component: lazyRouteComponent(() => import("./policy-table-screen.tsx"), "PolicyTableScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy/try",
    component: lazyRouteComponent(() => import("./try-out-screen.tsx"), "TryOutScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy/scale-up",
    component: lazyRouteComponent(() => import("./scale-up-screen.tsx"), "ScaleUpScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy/check",
    component: lazyRouteComponent(() => import("./check-screen.tsx"), "CheckScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy/rows/new",
    component: lazyRouteComponent(() => import("./edit-row-screen.tsx"), "NewRowScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy/rows/$rowId",
    component: lazyRouteComponent(() => import("./row-screen.tsx"), "RowScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/policy/rows/$rowId/change",
    component: lazyRouteComponent(() => import("./edit-row-screen.tsx"), "ChangeRowScreen"),
  }),
];
