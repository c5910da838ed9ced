/** What the screens of requests ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type RequestListInput = Parameters<typeof api.requests.list>[0];
export type RequestRow = Awaited<ReturnType<typeof api.requests.list>>["items"][number];

export function requestListQuery(input: RequestListInput) {
  return queryOptions({
    queryKey: ["requests", "list", input],
    queryFn: () => api.requests.list(input),
    placeholderData: keepPreviousData,
  });
}

/** One request; asked anew now and then, since somebody else may be answering it just now. */
export function requestQuery(requestId: string) {
  return queryOptions({
    queryKey: ["requests", requestId],
    queryFn: () => api.requests.get({ requestId }),
    refetchInterval: 60_000,
  });
}

/** Mail of one request: whether any waits to be handed over. */
export function requestMailsQuery(requestId: string) {
  return queryOptions({
    queryKey: ["mails", "of-request", requestId],
    queryFn: () => api.mails.list({ requestId, limit: 20 }),
    refetchInterval: (query) =>
      query.state.data?.items.some((mail) => mail.state === "queued") === true ? 3_000 : false,
  });
}

export const templatesQuery = queryOptions({
  queryKey: ["requests", "templates"],
  queryFn: () => api.requests.listTemplates(),
});

/** Contracts to choose from. */
export function contractsToAskQuery(search: string) {
  return queryOptions({
    queryKey: ["contracts", "list", "to-ask", search],
    queryFn: () =>
      api.contracts.list({ sort: "title", limit: 30, ...(search === "" ? {} : { search }) }),
    placeholderData: keepPreviousData,
  });
}

export function contractToAskQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "detail"],
    queryFn: () => api.contracts.get({ id }),
  });
}

export function supplierToAskQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ["suppliers", id],
    queryFn: () => api.suppliers.get({ id: id ?? "" }),
    enabled: id !== undefined,
  });
}

export function useRequestId(): string {
  return useParams({
    strict: false,
    select: (params: { requestId?: string }) => params.requestId ?? "",
  });
}
