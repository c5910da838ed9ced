import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    component: lazyRouteComponent(() => import("./sign-in-screen.tsx"), "SignInScreen"),
  }),
];
