import { Provider } from "@navikt/ds-react";
import { en } from "@navikt/ds-react/locales";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { queryClient } from "./query-client.ts";
import { router } from "./router.tsx";

/** Everything that surrounds the screens. */
export function App(): ReactNode {
  return (
    <Provider locale={en}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Provider>
  );
}
