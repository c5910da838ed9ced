import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/harmonisation",
    component: lazyRouteComponent(() => import("./groups-screen.tsx"), "GroupsScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/harmonisation/groups/$groupId",
    component: lazyRouteComponent(() => import("./group-screen.tsx"), "GroupScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/harmonisation/groups/$groupId/share",
    component: lazyRouteComponent(() => import("./share-screen.tsx"), "ShareScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/harmonisation/groups/$groupId/requirements/$requirement",
    component: lazyRouteComponent(() => import("./matrix-screen.tsx"), "MatrixScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/harmonisation/proposals/$proposalId",
    component: lazyRouteComponent(() => import("./proposal-screen.tsx"), "ProposalScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/harmonisation/recognitions",
    component: lazyRouteComponent(() => import("./recognitions-screen.tsx"), "RecognitionsScreen"),
  }),
];
