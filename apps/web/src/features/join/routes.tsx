import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../routing/base-routes.ts";
import { loadTexts } from "../../texts/t.ts";

export const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/join",
    beforeLoad: loadTexts,
    component: lazyRouteComponent(() => import("./join-screen.tsx"), "JoinScreen"),
  }),
];
