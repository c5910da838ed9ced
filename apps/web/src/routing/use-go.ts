/** Going to an address of the app without loading the page anew. */
import { useRouter, type AnyRoute, type Router } from "@tanstack/react-router";
import { useCallback } from "react";

/** The router as far as one may rely on it without knowing every route. */
export type PlainRouter = Router<AnyRoute, "never", false>;
export type Go = (href: string, options?: { readonly replace?: boolean }) => void;

/** Gives the function that goes there; `replace` leaves no step for the Back button. */
export function useGo(): Go {
  const router = useRouter<PlainRouter>();
  return useCallback(
    (href, options) => {
      if (options?.replace === true) router.history.replace(href);
      else router.history.push(href);
    },
    [router],
  );
}
