import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./today-screen.tsx"), "TodayScreen"),
  }),
];
