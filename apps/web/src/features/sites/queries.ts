/** What the site screens ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type {
  ActDone,
  SiteAct,
  SiteDetail,
  SiteSuggestion,
  SiteSummary,
} from "@throughline/contract";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";

export type SiteListInput = Parameters<typeof api.sites.list>[0];
export type SiteRow = SiteSummary;
export type Site = SiteDetail;
export type { ActDone, SiteAct };
export type Suggestion = SiteSuggestion;

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

/** The best few sites for what was typed so far. */
export function suggestionsQuery(text: string) {
  return queryOptions({
    queryKey: ["sites", "suggest", text],
    queryFn: () => api.sites.suggest({ text }),
    placeholderData: keepPreviousData,
  });
}

export function actsQuery(id: string) {
  return queryOptions({
    queryKey: ["sites", "acts", id],
    queryFn: () => api.sites.listActs({ id }),
  });
}

export function recordsQuery(id: string) {
  return queryOptions({
    queryKey: ["sites", "records", id],
    queryFn: () => api.sites.listRecords({ id }),
  });
}

export function useMergeSites() {
  return useChange((input: Parameters<typeof api.sites.merge>[0]) => api.sites.merge(input));
}

export function useSplitSite() {
  return useChange((input: Parameters<typeof api.sites.split>[0]) => api.sites.split(input));
}

export function useMoveRecords() {
  return useChange((input: Parameters<typeof api.sites.moveRecords>[0]) =>
    api.sites.moveRecords(input),
  );
}

export interface StateChange {
  readonly kind: "close" | "reopen" | "relocate";
  readonly id: string;
  readonly on: string;
  readonly reason: string;
  /** Where it moved to; read for a relocation only. */
  readonly toId: string | null;
  readonly address: string | null;
}

export function useChangeState() {
  return useChange(({ kind, toId, address, ...input }: StateChange) =>
    kind === "relocate"
      ? api.sites.relocate({ ...input, toId, address })
      : kind === "close"
        ? api.sites.close(input)
        : api.sites.reopen(input),
  );
}

export function useUndoAct() {
  return useChange((actId: string) => api.sites.undoAct({ actId }));
}
