/** State of a screen that lives in its URL, so that the address reproduces what is shown. */
import { useRouter, useRouterState } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { z } from "zod";
import type { PlainRouter } from "./use-go.ts";

type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

/**
 * Reads the search part of the address with `schema` (each field should fall back by `.catch()`), and changes it:
 * `undefined` and empty text leave a field out. `push` makes a step for the Back button; by default the address is replaced.
 */
export function useUrlState<S extends z.ZodType<Record<string, unknown>>>(
  schema: S,
): [z.infer<S>, (change: Change<z.infer<S>>, options?: { push?: boolean }) => void] {
  const router = useRouter<PlainRouter>();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const state = useMemo(
    () => schema.parse(Object.fromEntries(new URLSearchParams(search))),
    [schema, search],
  );
  const setState = useCallback(
    (change: Change<z.infer<S>>, options?: { push?: boolean }) => {
      const next = new URLSearchParams(router.state.location.searchStr);
      for (const [key, value] of Object.entries(change)) {
        if (value === undefined || value === null || value === "") next.delete(key);
        else next.set(key, String(value));
      }
      const text = next.toString();
      const href = `${router.state.location.pathname}${text === "" ? "" : `?${text}`}`;
      if (options?.push === true) router.history.push(href);
      else router.history.replace(href);
    },
    [router],
  );
  // `schema` parsed it just now.
  return [state as z.infer<S>, setState];
}
