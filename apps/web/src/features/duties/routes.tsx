import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/duties",
    component: lazyRouteComponent(() => import("./duty-list-screen.tsx"), "DutyListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/duties/month",
    component: lazyRouteComponent(() => import("./duty-month-screen.tsx"), "DutyMonthScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/duties/feeds",
    component: lazyRouteComponent(() => import("./feeds-screen.tsx"), "FeedsScreen"),
  }),
];
