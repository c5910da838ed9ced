import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { insideRoute } from "../../routing/base-routes.ts";

export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts",
    component: lazyRouteComponent(() => import("./contract-list-screen.tsx"), "ContractListScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/new",
    component: lazyRouteComponent(() => import("./new-contract-screen.tsx"), "NewContractScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId",
    component: lazyRouteComponent(() => import("./contract-screen.tsx"), "ContractScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId/edit",
    component: lazyRouteComponent(() => import("./edit-contract-screen.tsx"), "EditContractScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId/products",
    component: lazyRouteComponent(() => import("./products-screen.tsx"), "ProductsScreen"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/contracts/$contractId/disclosures/$disclosureId",
    component: lazyRouteComponent(() => import("./disclosure-screen.tsx"), "DisclosureScreen"),
  }),
];
