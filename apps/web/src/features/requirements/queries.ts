/** What the screens of the library ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { RequirementDetail } from "@throughline/contract";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";

export type LibraryInput = Parameters<typeof api.requirements.list>[0];
export type LibraryPage = Awaited<ReturnType<typeof api.requirements.list>>;
export type LibraryRow = LibraryPage["items"][number];
export type Detail = RequirementDetail;
export type Version = Detail["versions"][number];
export type Use = Detail["usedIn"][number];
export type UpgradePlace = Awaited<
  ReturnType<typeof api.requirements.compareVersions>
>["places"][number];
export type ImportResult = Awaited<ReturnType<typeof api.requirements.importYaml>>;

export function libraryListQuery(input: LibraryInput) {
  return queryOptions({
    queryKey: ["requirements", "list", input],
    queryFn: () => api.requirements.list(input),
    placeholderData: keepPreviousData,
  });
}

/** Our places in an older version than the newest, and what bringing them over would do. */
export function oldPlacesQuery(key: string, to: number) {
  return queryOptions({
    queryKey: ["requirements", key, "places", to],
    queryFn: () => api.requirements.compareVersions({ key, from: 1, to }),
    enabled: to > 1,
  });
}

export function useRequirementKey(): string {
  return useParams({
    strict: false,
    select: (params: { requirementKey?: string }) => params.requirementKey ?? "",
  });
}

export function useRestore() {
  return useChange((input: Parameters<typeof api.requirements.restore>[0]) =>
    api.requirements.restore(input),
  );
}
