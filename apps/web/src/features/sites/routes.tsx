import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/sites",
    component: lazyRouteComponent(() => import("./site-list-screen.tsx"), "SiteListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/sites/$siteId",
    component: lazyRouteComponent(() => import("./site-screen.tsx"), "SiteScreen"),
  }),
];
