import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../routing/base-routes.ts";
import { loadTexts } from "../../texts/t.ts";

/** For a guest with link, code and word: everything below `/seat`, in a frame of its own. */
export const seatRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/seat",
  beforeLoad: loadTexts,
  component: lazyRouteComponent(() => import("./seat-frame.tsx"), "SeatFrame"),
});

export const routes = [
  createRoute({
    getParentRoute: () => seatRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./seat-door-screen.tsx"), "SeatDoorScreen"),
  }),
  createRoute({
    getParentRoute: () => seatRoute,
    path: "/series/$seriesId",
    component: lazyRouteComponent(() => import("./seat-screen.tsx"), "SeatScreen"),
  }),
  createRoute({
    getParentRoute: () => seatRoute,
    path: "/series/$seriesId/keep",
    component: lazyRouteComponent(() => import("./keep-seat-screen.tsx"), "KeepSeatScreen"),
  }),
  createRoute({
    getParentRoute: () => seatRoute,
    path: "/meetings/$meetingId",
    component: lazyRouteComponent(() => import("./seat-meeting-screen.tsx"), "SeatMeetingScreen"),
  }),
  createRoute({
    getParentRoute: () => seatRoute,
    path: "/commitments/$commitmentId",
    component: lazyRouteComponent(
      () => import("./seat-commitment-screen.tsx"),
      "SeatCommitmentScreen",
    ),
  }),
];
