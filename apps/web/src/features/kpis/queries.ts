/** What the screens of KPIs ask of the API. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { KpiBand, KpiSection } from "@throughline/domain";
import { api } from "../../api/client.ts";

export type KpiListInput = Parameters<typeof api.kpis.list>[0];
export type KpiListRow = Awaited<ReturnType<typeof api.kpis.list>>["items"][number];
export type ContractKpis = Awaited<ReturnType<typeof api.kpis.ofContract>>;
export type KpiDetail = Awaited<ReturnType<typeof api.kpis.get>>;
export type KpiPoint = Awaited<ReturnType<typeof api.kpis.series>>["points"][number];
export type Bands = ContractKpis["bands"];
export type Publication = Awaited<ReturnType<typeof api.kpis.listPublications>>["items"][number];

/** Sections in the order they are shown; each by itself. */
export const sections = [
  "supplier_conduct",
  "worker_outcomes",
  "own_practice",
] as const satisfies readonly KpiSection[];

export const bandOrder = [
  "good",
  "approaching_target",
  "requires_improvement",
  "inadequate",
  "other",
] as const satisfies readonly KpiBand[];

export function kpiListQuery(input: KpiListInput) {
  return queryOptions({
    queryKey: ["kpis", "list", input],
    queryFn: () => api.kpis.list(input),
    placeholderData: keepPreviousData,
  });
}

export function contractKpisQuery(id: string, asOf: string | null) {
  return queryOptions({
    queryKey: ["kpis", "contract", id, asOf],
    queryFn: () => api.kpis.ofContract({ id, back: 7, ...(asOf === null ? {} : { asOf }) }),
    placeholderData: keepPreviousData,
  });
}

export type KpiInput = Parameters<typeof api.kpis.get>[0];

export function kpiQuery(input: KpiInput) {
  return queryOptions({
    queryKey: ["kpis", "one", input],
    queryFn: () => api.kpis.get(input),
    placeholderData: keepPreviousData,
  });
}

export function kpiSeriesQuery(input: Parameters<typeof api.kpis.series>[0]) {
  return queryOptions({
    queryKey: ["kpis", "series", input],
    queryFn: () => api.kpis.series(input),
    placeholderData: keepPreviousData,
  });
}

export const catalogueQuery = queryOptions({
  queryKey: ["kpis", "catalogue"],
  queryFn: () => api.kpis.catalogue(),
});

/** Units by KPI: a target has one also where there is no figure yet. */
export function useUnits(): (kpi: string) => string {
  const units = useQuery(catalogueQuery).data?.kpis;
  return (kpi) => units?.find(({ id }) => id === kpi)?.unit ?? "";
}

export const bandsQuery = queryOptions({
  queryKey: ["kpis", "bands"],
  queryFn: () => api.kpis.getBands(),
});

export function publicationsQuery(input: Parameters<typeof api.kpis.listPublications>[0]) {
  return queryOptions({
    queryKey: ["kpis", "publications", input],
    queryFn: () => api.kpis.listPublications(input),
    placeholderData: keepPreviousData,
  });
}

export function draftQuery(id: string, year: number) {
  return queryOptions({
    queryKey: ["kpis", "draft", id, year],
    queryFn: () => api.kpis.draftPublication({ id, year }),
  });
}

export function publishedQuery(publicationId: string) {
  return queryOptions({
    queryKey: ["kpis", "published", publicationId],
    queryFn: () => api.kpis.readPublication({ publicationId }),
  });
}
