import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { problemOf } from "@throughline/contract";
import { isGuestPlace } from "../api/guest.ts";

/** A session that has ended leads to the sign-in, and back afterwards. */
function leaveWhenSignedOut(error: unknown): void {
  const here = globalThis.location;
  if (
    problemOf(error)?.code !== "not_signed_in" ||
    here.pathname === "/sign-in" ||
    here.pathname === "/join" ||
    // Without an account there is nothing to sign in to: the page itself says how to go on.
    isGuestPlace(here.pathname)
  )
    return;
  here.assign(`/sign-in?${new URLSearchParams({ to: here.pathname + here.search }).toString()}`);
}

/** Refusals are final; only a server or network in trouble is asked again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const problem = problemOf(error);
  return failures < 2 && (problem === null || problem.status >= 500);
}

export const queryClient = new QueryClient({
  // Who one is, the router asks itself, and leads to the sign-in without loading the page anew.
  queryCache: new QueryCache({
    onError: (error, query) => query.queryKey[0] !== "me" && leaveWhenSignedOut(error),
  }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: shouldRetry },
    mutations: { retry: false },
  },
});
