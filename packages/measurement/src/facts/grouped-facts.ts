import type { KpiFacts, SiteFact, SiteStretch } from "@throughline/domain";
import { groupLinks, type LinkGroup } from "@throughline/tracing";

/** A stretch of time with its links grouped: 50,000 of them are a few thousand groups. */
export interface GroupedStretch extends Omit<SiteStretch, "links" | "sites"> {
  readonly sites: readonly SiteFact[];
  readonly links: readonly LinkGroup[];
}

/** The facts of one contract as the engine reads them. */
export interface GroupedKpiFacts extends Omit<KpiFacts, "sites" | "format" | "bands"> {
  /** Oldest first; at least one. */
  readonly sites: readonly GroupedStretch[];
}

/**
 * Groups the links of exported facts.
 *
 * @example measureContract(groupKpiFacts(KpiFacts.parse(JSON.parse(text))), { asOf: "2026-03-31", calendar })
 */
export function groupKpiFacts({
  format: _format,
  bands: _bands,
  ...facts
}: KpiFacts): GroupedKpiFacts {
  return {
    ...facts,
    sites: facts.sites.map((stretch) => ({
      ...stretch,
      links: groupLinks(stretch.links, stretch.sites),
    })),
  };
}
