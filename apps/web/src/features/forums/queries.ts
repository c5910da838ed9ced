/** What the host's screens ask of the API. */
import { queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export const forumsQuery = queryOptions({
  queryKey: ["forums"],
  queryFn: () => api.forums.list(),
});

/** While people gather, how many have a ticket changes without anybody here doing anything. */
const gatheringMs = 5_000;

export function forumQuery(forumId: string) {
  return queryOptions({
    queryKey: ["forums", forumId],
    queryFn: () => api.forums.get({ forumId }),
    refetchInterval: ({ state }) => (state.data?.state === "preparing" ? gatheringMs : false),
  });
}

export function seatsQuery(forumId: string) {
  return queryOptions({
    queryKey: ["forums", forumId, "seats"],
    queryFn: () => api.forums.listSeats({ forumId }),
  });
}

/** The forum of the address. */
export function useForumId(): string {
  return useParams({
    strict: false,
    select: (params: Readonly<Record<string, string | undefined>>) => params["forumId"] ?? "",
  });
}
