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
    path: "/requirements/$requirementKey",
    component: lazyRouteComponent(() => import("./requirement-screen.tsx"), "RequirementScreen"),
  }),
];
