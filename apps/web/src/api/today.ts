/** What is due, broken and waiting; the navigation counts from the same facts. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export type Today = Awaited<ReturnType<typeof api.today.get>>;
export type TodayCounts = Today["counts"] & { readonly due: number };

export const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: () => api.today.get(),
  staleTime: 60_000,
});

/** Today's counts, with how much is due or waits for a decision. */
export function countToday(today: Today): TodayCounts {
  return {
    ...today.counts,
    due: today.overdue.length + today.dueSoon.length + today.toDecide.length + today.waiting.length,
  };
}
