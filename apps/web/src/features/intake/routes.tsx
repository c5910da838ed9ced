import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

const newScreen = lazyRouteComponent(() => import("./new-intake-screen.tsx"), "NewIntakeScreen");
const oneScreen = lazyRouteComponent(() => import("./intake-screen.tsx"), "IntakeScreen");

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/intakes",
    component: lazyRouteComponent(() => import("./intake-list-screen.tsx"), "IntakeListScreen"),
  }),
  createRoute({ getParentRoute: () => insideRoute, path: "/intakes/new", component: newScreen }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/intakes/$intakeId",
    component: oneScreen,
  }),
];

/** The same two screens beside the answer of a guest, below `parent`, whose path is `/answer`. */
export function guestRoutes(parent: () => AnyRoute) {
  return [
    createRoute({ getParentRoute: parent, path: "/intakes/new", component: newScreen }),
    createRoute({ getParentRoute: parent, path: "/intakes/$intakeId", component: oneScreen }),
  ];
}
