import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/record",
    component: lazyRouteComponent(() => import("./record-screen.tsx"), "RecordScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/record/sites",
    component: lazyRouteComponent(() => import("./record-sites-screen.tsx"), "RecordSitesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/record/products",
    component: lazyRouteComponent(
      () => import("./record-products-screen.tsx"),
      "RecordProductsScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/record/made-where",
    component: lazyRouteComponent(() => import("./record-grid-screen.tsx"), "RecordGridScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/record/other-answers",
    component: lazyRouteComponent(
      () => import("./record-answers-screen.tsx"),
      "RecordAnswersScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/record/changes/$releaseId",
    component: lazyRouteComponent(
      () => import("./record-changes-screen.tsx"),
      "RecordChangesScreen",
    ),
  }),
];
