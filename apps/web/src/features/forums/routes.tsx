import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute, rootRoute } from "../../routing/base-routes.ts";
import { loadTexts } from "../../texts/t.ts";

/** For members of the host. */
export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/forums",
    component: lazyRouteComponent(() => import("./forum-list-screen.tsx"), "ForumListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/forums/$forumId",
    component: lazyRouteComponent(() => import("./forum-screen.tsx"), "ForumScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/forums/$forumId/board",
    component: lazyRouteComponent(() => import("./host-board-screen.tsx"), "HostBoardScreen"),
  }),
];

/** For participants: a link or a ticket, and nobody signed in. */
export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forum",
  beforeLoad: loadTexts,
  component: lazyRouteComponent(() => import("./board-frame.tsx"), "BoardFrame"),
});
export const boardRoutes = [
  createRoute({
    getParentRoute: () => boardRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./take-part-screen.tsx"), "TakePartScreen"),
  }),
];
