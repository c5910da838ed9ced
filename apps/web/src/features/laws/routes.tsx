import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/laws",
    component: lazyRouteComponent(() => import("./applicable-screen.tsx"), "ApplicableScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/laws/all",
    component: lazyRouteComponent(() => import("./law-list-screen.tsx"), "LawListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/laws/contracts/$contractId",
    component: lazyRouteComponent(() => import("./beyond-law-screen.tsx"), "BeyondLawScreen"),
  }),
];
