/** What the contract screens ask of the API, and what changes make stale. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { firstPart, joinParts } from "./join-parts.ts";

export type ContractPage = Awaited<ReturnType<typeof api.contracts.list>>;
export type ContractRow = ContractPage["items"][number];
export type ContractListInput = Parameters<typeof api.contracts.list>[0];

export function contractListQuery(input: ContractListInput) {
  return queryOptions({
    queryKey: ["contracts", "list", input],
    queryFn: () => api.contracts.list(input),
    placeholderData: keepPreviousData,
  });
}

export function contractQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "detail"],
    queryFn: () => api.contracts.get({ id }),
  });
}

/** Whose workspace it is. */
export const ownOrganisationQuery = queryOptions({
  queryKey: ["organisation"],
  queryFn: () => api.organisations.get(),
});

/** The line as of a date; a long one is fetched in parts, which arrive joined. */
export function lineQuery(id: string, asOf: string | null) {
  return infiniteQueryOptions({
    queryKey: ["contracts", id, "line", asOf],
    queryFn: ({ pageParam }) =>
      api.contracts.line({ id, ...pageParam, ...(asOf === null ? {} : { asOf }) }),
    initialPageParam: firstPart,
    getNextPageParam: (_last, parts) => joinParts(parts)?.next,
    select: (data) => joinParts(data.pages),
    placeholderData: keepPreviousData,
  });
}

export function askableQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "askable"],
    queryFn: () => api.contracts.askable({ id }),
  });
}

export function disclosuresQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "disclosures"],
    queryFn: () => api.disclosures.list({ id }),
  });
}

export function disclosureQuery(disclosureId: string) {
  return queryOptions({
    queryKey: ["disclosures", disclosureId],
    queryFn: () => api.disclosures.get({ disclosureId }),
  });
}

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => api.organisations.listMembers(),
});

/** Frameworks to call off from. */
export const frameworksQuery = queryOptions({
  queryKey: ["contracts", "list", "frameworks"],
  queryFn: () => api.contracts.list({ kind: "framework", sort: "title", limit: 100 }),
});

/** Parameters of the present address. */
export function useContractId(): string {
  return useParams({
    strict: false,
    select: (params: { contractId?: string }) => params.contractId ?? "",
  });
}

export function useDisclosureId(): string {
  return useParams({
    strict: false,
    select: (params: { disclosureId?: string }) => params.disclosureId ?? "",
  });
}
