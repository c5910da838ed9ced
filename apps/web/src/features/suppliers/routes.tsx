import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/suppliers",
    component: lazyRouteComponent(() => import("./supplier-list-screen.tsx"), "SupplierListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/suppliers/$supplierId",
    component: lazyRouteComponent(() => import("./supplier-screen.tsx"), "SupplierScreen"),
  }),
];
