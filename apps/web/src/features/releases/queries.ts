/** What the screens of releases ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type GivenInput = Parameters<typeof api.releases.list>[0];
export type ReceivedInput = Parameters<typeof api.releases.listReceived>[0];
export type Comparison = Awaited<ReturnType<typeof api.releases.compare>>;

export function givenQuery(input: GivenInput) {
  return queryOptions({
    queryKey: ["releases", "given", input],
    queryFn: () => api.releases.list(input),
    placeholderData: keepPreviousData,
  });
}

export function receivedQuery(input: ReceivedInput) {
  return queryOptions({
    queryKey: ["releases", "received", input],
    queryFn: () => api.releases.listReceived(input),
    placeholderData: keepPreviousData,
  });
}

export function comparisonQuery(releaseId: string, other: string) {
  return queryOptions({
    queryKey: ["releases", releaseId, "compare", other],
    queryFn: () => api.releases.compare({ releaseId, with: other }),
    enabled: other !== "",
  });
}

export function contractsToTakeIntoQuery(search: string) {
  return queryOptions({
    queryKey: ["contracts", "list", "to-take-into", search],
    queryFn: () =>
      api.contracts.list({ sort: "title", limit: 50, ...(search === "" ? {} : { search }) }),
    placeholderData: keepPreviousData,
  });
}

export function contractToTakeIntoQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "detail"],
    queryFn: () => api.contracts.get({ id }),
    enabled: id !== "",
  });
}

export function useReleaseId(): string {
  return useParams({
    strict: false,
    select: (params: { releaseId?: string }) => params.releaseId ?? "",
  });
}
