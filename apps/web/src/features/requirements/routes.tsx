import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requirements",
    component: lazyRouteComponent(
      () => import("./requirement-list-screen.tsx"),
      "RequirementListScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requirements/import",
    component: lazyRouteComponent(() => import("./import-screen.tsx"), "ImportScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requirements/new",
    component: lazyRouteComponent(() => import("./own-screen.tsx"), "NewOwnScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requirements/$requirementKey/own",
    component: lazyRouteComponent(() => import("./own-screen.tsx"), "ReviseOwnScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/requirements/$requirementKey",
    component: lazyRouteComponent(() => import("./requirement-screen.tsx"), "RequirementScreen"),
  }),
];
