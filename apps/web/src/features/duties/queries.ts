/** What the screens of duties ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type DutyListInput = Parameters<typeof api.duties.list>[0];
export type DutyMonthInput = Parameters<typeof api.duties.month>[0];
export type DutyRow = Awaited<ReturnType<typeof api.duties.list>>["items"][number];
export type DutyEvent = DutyRow["events"][number];

export function dutyListQuery(input: DutyListInput) {
  return queryOptions({
    queryKey: ["duties", "list", input],
    queryFn: () => api.duties.list(input),
    placeholderData: keepPreviousData,
  });
}

export function dutyMonthQuery(input: DutyMonthInput) {
  return queryOptions({
    queryKey: ["duties", "month", input],
    queryFn: () => api.duties.month(input),
    placeholderData: keepPreviousData,
  });
}

export const feedsQuery = queryOptions({
  queryKey: ["duties", "feeds"],
  queryFn: () => api.duties.listFeeds(),
});

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => api.organisations.listMembers(),
});
