import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/procurements",
    component: lazyRouteComponent(
      () => import("./procurement-list-screen.tsx"),
      "ProcurementListScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/procurements/new",
    component: lazyRouteComponent(
      () => import("./new-procurement-screen.tsx"),
      "NewProcurementScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/procurements/from-notice",
    component: lazyRouteComponent(() => import("./notices-screen.tsx"), "NoticesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/procurements/$procurementId",
    component: lazyRouteComponent(() => import("./procurement-screen.tsx"), "ProcurementScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/procurements/$procurementId/edit",
    component: lazyRouteComponent(
      () => import("./edit-procurement-screen.tsx"),
      "EditProcurementScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/procurements/$procurementId/award",
    component: lazyRouteComponent(() => import("./award-screen.tsx"), "AwardScreen"),
  }),
];
