/** What the account screens ask of the API. Secrets that are shown once never enter the query cache. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type Session = Awaited<ReturnType<typeof api.account.listSessions>>["items"][number];
export type Token = Awaited<ReturnType<typeof api.account.listTokens>>["items"][number];

export const sessionsQuery = queryOptions({
  queryKey: ["account", "sessions"],
  queryFn: () => api.account.listSessions(),
});

export const tokensQuery = queryOptions({
  queryKey: ["account", "tokens"],
  queryFn: () => api.account.listTokens(),
});
