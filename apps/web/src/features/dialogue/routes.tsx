import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue",
    component: lazyRouteComponent(() => import("./series-list-screen.tsx"), "SeriesListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue/new",
    component: lazyRouteComponent(() => import("./new-series-screen.tsx"), "NewSeriesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue/series/$seriesId",
    component: lazyRouteComponent(() => import("./series-screen.tsx"), "SeriesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue/series/$seriesId/edit",
    component: lazyRouteComponent(() => import("./edit-series-screen.tsx"), "EditSeriesScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue/programmes",
    component: lazyRouteComponent(
      () => import("./programme-list-screen.tsx"),
      "ProgrammeListScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue/programmes/$programmeId",
    component: lazyRouteComponent(() => import("./programme-screen.tsx"), "ProgrammeScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/dialogue/lessons",
    component: lazyRouteComponent(() => import("./lesson-list-screen.tsx"), "LessonListScreen"),
  }),
];
