/** What the site screens ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { SiteDetail, SiteSummary } from "@throughline/contract";
import { api } from "../../api/client.ts";

export type SiteListInput = Parameters<typeof api.sites.list>[0];
export type SiteRow = SiteSummary;
export type Site = SiteDetail;

export function siteListQuery(input: SiteListInput) {
  return queryOptions({
    queryKey: ["sites", "list", input],
    queryFn: () => api.sites.list(input),
    placeholderData: keepPreviousData,
  });
}

/** By UUID, printed id or OS ID. */
export function siteQuery(id: string) {
  return queryOptions({ queryKey: ["sites", "one", id], queryFn: () => api.sites.get({ id }) });
}

/** The id in the present address. */
export function useSiteId(): string {
  return useParams({
    strict: false,
    select: (params: { siteId?: string }) => params.siteId ?? "",
  });
}
