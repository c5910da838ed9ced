/** Lists the sites the organisation may see: its own and the published ones. */
import type { SiteSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { readSearch } from "./read-search.ts";
import { findSite, findSitePage, type SiteFilter } from "./site-pages.store.ts";
import { findSitesByWords } from "./site-search.store.ts";
import { summariseSites } from "./summarise-sites.ts";

export interface SitesWanted {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
  readonly country?: string | undefined;
  readonly contractId?: string | undefined;
  readonly screening?: "hit" | "not_screened" | undefined;
  readonly scope?: "own" | "published" | undefined;
}

/**
 * One page by name. An id in the search finds that site; words find sites with words that begin so, in the order of
 * the name from the first word on.
 */
export async function listSites(
  work: Work,
  wanted: SitesWanted,
): Promise<{ items: SiteSummary[]; next: string | null }> {
  const search = readSearch(wanted.search);
  if (search.kind === "nothing") return { items: [], next: null };
  let ids: string[] | null = null;
  if (search.kind === "id") {
    const site = await findSite(work, search.by);
    ids = site === undefined ? [] : [site.id];
  }
  const filter: SiteFilter = {
    beginning: search.kind === "beginning" ? search.beginning : null,
    ids,
    country: wanted.country,
    contractId: wanted.contractId,
    screening: wanted.screening,
    scope: wanted.scope,
    after:
      wanted.after === undefined
        ? null
        : decodeCursor(wanted.after, z.tuple([z.string(), z.uuid()])),
    limit: wanted.limit,
  };
  const page =
    search.kind === "words"
      ? cutPage(await findSitesByWords(work, search.ranges, filter), wanted.limit, (row) => [
          row.key,
          row.id,
        ])
      : cutPage(await findSitePage(work, filter), wanted.limit, (row) => [row.name_key, row.id]);
  return { items: await summariseSites(work, page.rows), next: page.next };
}
