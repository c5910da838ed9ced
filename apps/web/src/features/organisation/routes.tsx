import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/organisation",
    component: lazyRouteComponent(() => import("./organisation-screen.tsx"), "OrganisationScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/organisation/members",
    component: lazyRouteComponent(() => import("./members-screen.tsx"), "MembersScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/organisation/open",
    component: lazyRouteComponent(
      () => import("./open-workspace-screen.tsx"),
      "OpenWorkspaceScreen",
    ),
  }),
];
