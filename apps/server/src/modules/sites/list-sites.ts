/** Lists the sites the organisation may see: its own and the published ones. */
import type { FoundCount, SiteSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import { type SearchFilter, searchScope, type SearchPlace } from "./search-scope.ts";
import { findSitePage } from "./site-pages.store.ts";
import { summariseSites } from "./summarise-sites.ts";

/** With fewer sites that have all words as typed, those that have them nearly so are listed behind them. */
const enoughAsTyped = 50;

export interface SitesWanted {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
  readonly country?: string | undefined;
  readonly contractId?: string | undefined;
  readonly screening?: "hit" | "not_screened" | undefined;
  readonly scope?: "own" | "published" | undefined;
}

export interface SitesListed {
  items: SiteSummary[];
  next: string | null;
  /** How many a search finds; null where nothing is searched for. */
  found: FoundCount | null;
}

/** One page by name; of a search, what suits it best first. */
export async function listSites(work: Work, wanted: SitesWanted): Promise<SitesListed> {
  const { country, contractId, screening, scope } = wanted;
  const filter = { country, contractId, screening, scope };
  if (wanted.search !== undefined && wanted.search.trim() !== "")
    return listFound(work, wanted.search, wanted, filter);
  const after = readCursor(wanted.after, z.tuple([z.string(), z.uuid()]));
  const rows = await findSitePage(work, { ...filter, ids: null, limit: wanted.limit, after });
  const page = cutPage(rows, wanted.limit, (row) => [row.name_key, row.id]);
  return { items: await summariseSites(work, page.rows), next: page.next, found: null };
}

async function listFound(
  work: Work,
  text: string,
  { after, limit }: SitesWanted,
  filter: SearchFilter,
): Promise<SitesListed> {
  const cursor = readCursor(after, SearchCursor);
  const { sites, count } = await searchScope(work, {
    text,
    filter,
    limit,
    after: cursor,
    enough: enoughAsTyped,
  });
  const page = sites.slice(0, limit);
  const last = page.at(-1);
  const nearlyFrom = page.findIndex(({ hit }) => hit.nearly);
  return {
    items: await summariseSites(
      work,
      page.map(({ row }) => row),
    ),
    next: sites.length <= limit || last === undefined ? null : writeCursor(last.place),
    found: { ...(await count()), nearlyFrom: nearlyFrom === -1 ? null : nearlyFrom },
  };
}

/** Order, tie, id, whether slips are forgiven, and the weights of the words, reading by reading. */
const SearchCursor = z
  .tuple([
    z.number(),
    z.number(),
    z.uuid(),
    z.int().min(0).max(1),
    z.string().regex(/^(?:\d{1,2}(?:,\d{1,2}){0,7}(?:;|$)){0,6}$/),
  ])
  .transform(([order, tie, id, nearly, weights]): SearchPlace => ({
    rank: { order, tie, id },
    nearly: nearly === 1,
    weights: weights === "" ? [] : weights.split(";").map((own) => own.split(",").map(Number)),
  }));

function writeCursor({ rank, nearly, weights }: SearchPlace): string {
  const own = weights.map((words) => words.join(",")).join(";");
  return encodeCursor([rank.order, rank.tie, rank.id, nearly ? 1 : 0, own]);
}

function readCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  return cursor === undefined ? null : decodeCursor(cursor, shape);
}
