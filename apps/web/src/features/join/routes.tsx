import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/join",
    component: lazyRouteComponent(() => import("./join-screen.tsx"), "JoinScreen"),
  }),
];
