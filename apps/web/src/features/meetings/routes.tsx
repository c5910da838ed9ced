import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/meetings",
    component: lazyRouteComponent(() => import("./meeting-list-screen.tsx"), "MeetingListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/meetings/new",
    component: lazyRouteComponent(() => import("./new-meeting-screen.tsx"), "NewMeetingScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/meetings/$meetingId",
    component: lazyRouteComponent(() => import("./meeting-screen.tsx"), "MeetingScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/meetings/$meetingId/edit",
    component: lazyRouteComponent(() => import("./edit-meeting-screen.tsx"), "EditMeetingScreen"),
  }),
];
