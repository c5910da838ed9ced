/** The two routes all others hang on: everything, and everything that needs a signed-in person. */
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { problemOf } from "@throughline/contract";
import { meQuery } from "../api/me.ts";
import { loadTexts } from "../texts/t.ts";

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()();

export const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "inside",
  beforeLoad: async ({ context, location }) => {
    try {
      await Promise.all([
        context.queryClient.ensureQueryData(meQuery),
        // Today is what an old laptop opens in the morning: its texts have come with the frame.
        location.pathname === "/" ? undefined : loadTexts(),
      ]);
    } catch (error) {
      // The router's way to lead elsewhere is to throw what `redirect` makes.
      if (problemOf(error)?.code === "not_signed_in")
        // oxlint-disable-next-line typescript/only-throw-error -- because the router is led elsewhere by throwing
        throw redirect({
          href: `/sign-in?${new URLSearchParams({ to: location.href }).toString()}`,
        });
      throw error;
    }
  },
});
