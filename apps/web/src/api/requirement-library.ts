/** The library of requirements as forms and views of other places need it. */
import { queryOptions } from "@tanstack/react-query";
import type { Requirement } from "@throughline/domain";
import { api } from "./client.ts";

export type LibraryEntry = Awaited<ReturnType<typeof api.requirements.list>>["items"][number];

/** All requirements one can ask for: the canonical ones and our own. */
export const libraryQuery = queryOptions({
  queryKey: ["requirements", "list", "all"],
  queryFn: () => api.requirements.list({ limit: 200 }),
  staleTime: 60_000,
});

/** One requirement with all its versions. */
export function libraryRequirementQuery(key: string) {
  return queryOptions({
    queryKey: ["requirements", key, "detail"],
    queryFn: () => api.requirements.get({ key }),
    staleTime: 60_000,
  });
}

/** The version asked for, or the one that counts for us where nobody said. */
export function versionOf(
  found: {
    readonly requirement: Requirement;
    readonly versions: readonly Requirement[];
  },
  version: number | null,
): Requirement {
  return found.versions.find((one) => one.version === version) ?? found.requirement;
}
