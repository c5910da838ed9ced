import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";
import { insideRoute, rootRoute } from "../../routing/base-routes.ts";
import { loadTexts } from "../../texts/t.ts";

const steps = {
  "": lazyRouteComponent(() => import("./request-step.tsx"), "RequestStep"),
  "/products": lazyRouteComponent(() => import("./products-step.tsx"), "ProductsStep"),
  "/sites": lazyRouteComponent(() => import("./sites-step.tsx"), "SitesStep"),
  "/made-where": lazyRouteComponent(() => import("./grid-step.tsx"), "GridStep"),
  "/other-answers": lazyRouteComponent(() => import("./answers-step.tsx"), "AnswersStep"),
  "/pass-on": lazyRouteComponent(() => import("./pass-on-screen.tsx"), "PassOnScreen"),
  "/release": lazyRouteComponent(() => import("./release-step.tsx"), "ReleaseStep"),
  "/released/$releaseId": lazyRouteComponent(
    () => import("./released-screen.tsx"),
    "ReleasedScreen",
  ),
} as const;

function stepRoutes(parent: () => AnyRoute, base: string) {
  return Object.entries(steps).map(([path, component]) =>
    createRoute({ getParentRoute: parent, path: `${base}${path}`, component }),
  );
}

/** For members: requests their organisation was asked. */
export const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/asked",
    component: lazyRouteComponent(() => import("./asked-list-screen.tsx"), "AskedListScreen"),
  }),
  ...stepRoutes(() => insideRoute, "/asked/$deliveryId"),
];

/** For a guest with link and code: everything below `/answer`, in a frame of its own. */
export const answerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/answer",
  beforeLoad: loadTexts,
  component: lazyRouteComponent(() => import("./answer-frame.tsx"), "AnswerFrame"),
});
export const guestRoutes = [
  createRoute({
    getParentRoute: () => answerRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./answer-door-screen.tsx"), "AnswerDoorScreen"),
  }),
  ...stepRoutes(() => answerRoute, "/requests/$deliveryId"),
  createRoute({
    getParentRoute: () => answerRoute,
    path: "/requests/$deliveryId/keep",
    component: lazyRouteComponent(() => import("./keep-screen.tsx"), "KeepScreen"),
  }),
];
