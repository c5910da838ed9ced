import type { Use } from "./queries.ts";

/** Where a place in which a requirement stands is shown. */
export function placeHref({ kind, id }: Pick<Use, "kind" | "id">): string {
  if (kind === "policy") return `/policy/rows/${id}`;
  return kind === "contract" ? `/contracts/${id}` : `/procurements/${id}`;
}
