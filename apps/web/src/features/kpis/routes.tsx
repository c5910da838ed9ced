import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute, rootRoute } from "../../routing/base-routes.ts";
import { loadTexts } from "../../texts/t.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/kpis",
    component: lazyRouteComponent(() => import("./kpi-list-screen.tsx"), "KpiListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/kpis/catalogue",
    component: lazyRouteComponent(() => import("./catalogue-screen.tsx"), "CatalogueScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/kpis/bands",
    component: lazyRouteComponent(() => import("./bands-screen.tsx"), "BandsScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/kpis/publications",
    component: lazyRouteComponent(() => import("./publications-screen.tsx"), "PublicationsScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId/kpis",
    component: lazyRouteComponent(() => import("./contract-kpis-screen.tsx"), "ContractKpisScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId/kpis/publish",
    component: lazyRouteComponent(() => import("./publish-screen.tsx"), "PublishScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId/kpis/$kpi",
    component: lazyRouteComponent(() => import("./measurement-screen.tsx"), "MeasurementScreen"),
  }),
];

/** For anybody. */
export const publicRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/published/kpis/$publicationId",
    beforeLoad: loadTexts,
    component: lazyRouteComponent(() => import("./published-screen.tsx"), "PublishedScreen"),
  }),
];
