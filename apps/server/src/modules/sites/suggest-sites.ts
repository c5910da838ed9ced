/** Type-ahead over names and ids, within the scope. */
import type { SiteSummary } from "@throughline/contract";
import { printSiteId } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readSearch } from "./read-search.ts";
import { findStandingSite } from "./find-standing-site.ts";
import { findSitePage, findTyped, type SiteRow } from "./site-pages.store.ts";
import { findSitesByWords } from "./site-search.store.ts";

export type Suggestion = Pick<SiteSummary, "id" | "publicId" | "name" | "address" | "country">;

const mostSuggested = 10;

/** At most ten sites whose name, or the name from one of its words on, begins with what was typed; else those with all the words. */
export async function suggestSites(work: Work, text: string): Promise<Suggestion[]> {
  const search = readSearch(text);
  if (search.kind === "everything" || search.kind === "nothing") return [];
  if (search.kind === "id") {
    const site = await findStandingSite(work, search.by);
    return site === undefined ? [] : [suggest(site.row)];
  }
  const everywhere = {
    beginning: null,
    country: undefined,
    contractId: undefined,
    screening: undefined,
    scope: undefined,
    after: null,
    limit: mostSuggested,
  };
  const typed = await findTyped(work, search.whole, mostSuggested);
  const byTyped = new Map(
    (await findSitePage(work, { ...everywhere, ids: typed })).map((row) => [row.id, row]),
  );
  const found = typed.flatMap((id) => byTyped.get(id) ?? []);
  if (found.length < mostSuggested && search.kind === "words" && search.ranges.length > 1) {
    const byWords = await findSitesByWords(work, search.ranges, { ...everywhere, ids: null }, null);
    found.push(...byWords.filter((row) => !byTyped.has(row.id)));
  }
  return found.slice(0, mostSuggested).map(suggest);
}

function suggest(row: SiteRow): Suggestion {
  return {
    id: row.id,
    publicId: printSiteId(row.public_id),
    name: row.name,
    address: row.address,
    country: row.country,
  };
}
