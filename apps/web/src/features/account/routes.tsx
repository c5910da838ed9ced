import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/account",
    component: lazyRouteComponent(() => import("./account-screen.tsx"), "AccountScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/account/tokens",
    component: lazyRouteComponent(() => import("./tokens-screen.tsx"), "TokensScreen"),
  }),
];
