/** What the procurement screens ask of the API. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type ProcurementPage = Awaited<ReturnType<typeof api.procurements.list>>;
export type ProcurementRow = ProcurementPage["items"][number];
export type ProcurementListInput = Parameters<typeof api.procurements.list>[0];
export type Procurement = Awaited<ReturnType<typeof api.procurements.get>>;
export type Instance = Procurement["facts"]["instances"][number];
export type Finding = Procurement["alignment"]["findings"][number];
export type Thread = Procurement["alignment"]["threads"][number];
export type BidPromise = Procurement["facts"]["promises"][number];

export function procurementListQuery(input: ProcurementListInput) {
  return queryOptions({
    queryKey: ["procurements", "list", input],
    queryFn: () => api.procurements.list(input),
    placeholderData: keepPreviousData,
  });
}

export function procurementQuery(id: string) {
  return queryOptions({
    queryKey: ["procurements", id, "detail"],
    queryFn: () => api.procurements.get({ id }),
  });
}

/** What was done to it, newest first, page by page. */
export function actsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["procurements", id, "acts"],
    queryFn: ({ pageParam }) =>
      api.procurements.listActs({
        id,
        limit: 10,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: startOfActs,
    getNextPageParam: ({ next }) => next,
  });
}
const startOfActs: string | null = null;

/** Members who could look after a clause. */
export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => api.organisations.listMembers(),
});

/** Frameworks a mini-competition can be held under, or a contract be called off from. */
export const frameworksQuery = queryOptions({
  queryKey: ["contracts", "list", "frameworks"],
  queryFn: () => api.contracts.list({ kind: "framework", sort: "title", limit: 100 }),
});

/** The procurement of the present address. */
export function useProcurementId(): string {
  return useParams({
    strict: false,
    select: (params: { procurementId?: string }) => params.procurementId ?? "",
  });
}
