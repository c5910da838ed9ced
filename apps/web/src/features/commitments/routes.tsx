import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/commitments",
    component: lazyRouteComponent(
      () => import("./commitment-list-screen.tsx"),
      "CommitmentListScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/commitments/obstacles",
    component: lazyRouteComponent(() => import("./obstacle-list-screen.tsx"), "ObstacleListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/commitments/$commitmentId",
    component: lazyRouteComponent(() => import("./commitment-screen.tsx"), "CommitmentScreen"),
  }),
];
