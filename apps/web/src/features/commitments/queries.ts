/** What the screens of commitments and obstacles ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type CommitmentListInput = Parameters<typeof api.commitments.list>[0];
export type CommitmentRow = Awaited<ReturnType<typeof api.commitments.list>>["items"][number];
export type ObstacleListInput = Parameters<typeof api.commitments.listObstacles>[0];

export function commitmentListQuery(input: CommitmentListInput) {
  return queryOptions({
    queryKey: ["commitments", "list", input],
    queryFn: () => api.commitments.list(input),
    placeholderData: keepPreviousData,
  });
}

export function obstacleListQuery(input: ObstacleListInput) {
  return queryOptions({
    queryKey: ["commitments", "obstacles", input],
    queryFn: () => api.commitments.listObstacles(input),
    placeholderData: keepPreviousData,
  });
}
