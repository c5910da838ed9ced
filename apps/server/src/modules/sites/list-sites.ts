/** Lists the sites the organisation may see: its own and the published ones. */
import type { SiteSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { readSearch } from "./read-search.ts";
import { findStandingSite } from "./find-standing-site.ts";
import { findSitePage, type SiteConditions } from "./site-pages.store.ts";
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
 * the name from the first of them on (from the rarest, where that has many).
 */
export async function listSites(
  work: Work,
  wanted: SitesWanted,
): Promise<{ items: SiteSummary[]; next: string | null }> {
  const search = readSearch(wanted.search);
  if (search.kind === "nothing") return { items: [], next: null };
  let ids: string[] | null = null;
  if (search.kind === "id") {
    const site = await findStandingSite(work, search.by);
    ids = site === undefined ? [] : [site.row.id];
  }
  const filter: SiteConditions = {
    beginning: search.kind === "beginning" ? search.beginning : null,
    ids,
    country: wanted.country,
    contractId: wanted.contractId,
    screening: wanted.screening,
    scope: wanted.scope,
    limit: wanted.limit,
  };
  if (search.kind === "words") {
    const mostRanges = search.ranges.length - 1;
    const after = readCursor(
      wanted.after,
      z.tuple([z.string(), z.uuid(), z.int().min(0).max(mostRanges)]),
    );
    const found = await findSitesByWords(work, search.ranges, filter, after);
    const page = cutPage(found, wanted.limit, (row) => [row.key, row.id, row.lead]);
    return { items: await summariseSites(work, page.rows), next: page.next };
  }
  const after = readCursor(wanted.after, z.tuple([z.string(), z.uuid()]));
  const page = cutPage(await findSitePage(work, { ...filter, after }), wanted.limit, (row) => [
    row.name_key,
    row.id,
  ]);
  return { items: await summariseSites(work, page.rows), next: page.next };
}

function readCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  return cursor === undefined ? null : decodeCursor(cursor, shape);
}
