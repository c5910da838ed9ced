/** Who is signed in, and what the acting role may do. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => api.account.me(),
  staleTime: 60_000,
  retry: false,
});
