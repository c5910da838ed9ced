/** Looks for sites in the indexes of the scope, and settles what merges make of what they name. */
import {
  findSites,
  type Rank,
  type SearchAnswer,
  type SearchHit,
  type SearchIndex,
  type SearchWanted,
} from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { openScope } from "./scope-index/open-scope.ts";
import { searchStructure } from "./scope-index/search-structure.ts";
import { findGroups } from "./site-groups.store.ts";
import { findListedSites, type SiteConditions, type SiteRow } from "./site-pages.store.ts";
import { findBounds, findMerged, hasPendingSites } from "./site-search.store.ts";

/** With more merged records, how many sites were found is no longer counted through. */
const mostMerged = 500;
/** So many more than are wanted are named by the index at first; ever more, where the database shows few of them. */
const someMore = 10;

export type SearchFilter = Omit<SiteConditions, "ids" | "limit">;

/** Where a page of a search ends, and what makes the next one of the same order. */
export interface SearchPlace {
  readonly rank: Rank;
  readonly nearly: boolean;
  readonly weights: readonly (readonly number[])[];
}

export interface FoundSite {
  readonly row: SiteRow;
  readonly hit: SearchHit;
  readonly place: SearchPlace;
}

/** How many sites were found. */
export interface CountedSites {
  readonly asTyped: number;
  readonly nearly: number;
  readonly exact: boolean;
}

/** One search: the indexes of the scope, the text, and what is asked of all its pages. */
interface Search {
  readonly indexes: readonly SearchIndex[];
  readonly text: string;
  readonly wanted: Omit<SearchWanted, "limit">;
}

export interface SearchScope {
  readonly text: string;
  readonly filter: SearchFilter;
  readonly limit: number;
  readonly after: SearchPlace | null;
  /** With fewer sites that have all words as typed, those that have them nearly so are looked for too. */
  readonly enough: number;
  /** Says of each site which words were found. */
  readonly withWords?: boolean;
}

export interface FoundSites {
  /** At most `limit` and one more. */
  readonly sites: readonly FoundSite[];
  /** Counts what was found: asked before the transaction ends. */
  readonly count: () => Promise<CountedSites>;
}

/**
 * Sites found by a text, best first, `limit` and one more. The indexes name them; the database says which of them are shown and
 * what they are called.
 */
export async function searchScope(
  work: Work,
  { text, filter, limit, after, enough, withWords = false }: SearchScope,
): Promise<FoundSites> {
  const bounds = await findBounds(work, filter);
  const indexes = await openIndexes(work, filter.scope);
  const wanted = {
    withWords,
    nearly: after?.nearly ?? false,
    after: after?.rank ?? null,
    weights: after?.weights ?? null,
    country: filter.country,
    ...bounds,
    ownOnly: filter.scope === "own",
    sharedOnly: filter.scope === "published",
  };
  let search: Search = { indexes, text, wanted };
  let answer = findSites(indexes, text, { ...wanted, limit: limit + someMore });
  const isFew = answer.asTyped < enough && !answer.hits.some(({ byId }) => byId);
  if (after === null && isFew) {
    search = { indexes, text, wanted: { ...wanted, nearly: true } };
    answer = findSites(indexes, text, { ...search.wanted, limit: limit + someMore });
  }
  const sites = await readPage(work, search, answer, filter, limit);
  return { sites, count: () => countThrough(work, search, answer) };
}

async function openIndexes(
  work: Work,
  scope: SearchFilter["scope"],
): Promise<readonly SearchIndex[]> {
  const own = (await openScope(work, searchStructure, "own")).structure;
  if (scope === "own") return [own];
  return [own, (await openScope(work, searchStructure, "public")).structure];
}

/** Reads what the index names until the page is full or nothing more is named. */
async function readPage(
  work: Work,
  search: Search,
  first: SearchAnswer,
  filter: SearchFilter,
  limit: number,
): Promise<readonly FoundSite[]> {
  const { indexes, text, wanted } = search;
  const { weights } = first;
  const found: FoundSite[] = [];
  const shown = new Set<string>();
  let { hits } = first;
  for (let atOnce = limit + someMore; hits.length > 0 && found.length <= limit; atOnce *= 4) {
    const survivors = await settleMerges(work, { ...search, wanted: { ...wanted, weights } }, hits);
    const rows = new Map(
      (await findListedSites(work, [...new Set(survivors.values())], filter)).map((row) => [
        row.id,
        row,
      ]),
    );
    for (const hit of hits) {
      const row = rows.get(survivors.get(hit.id) ?? "");
      if (row === undefined || shown.has(row.id)) continue;
      shown.add(row.id);
      const rank = { order: hit.order, tie: hit.tie, id: hit.id };
      found.push({ row, hit, place: { rank, nearly: wanted.nearly, weights } });
    }
    const last = hits.length < atOnce ? undefined : hits.at(-1);
    hits =
      last === undefined || found.length > limit
        ? []
        : findSites(indexes, text, { ...wanted, weights, after: last, limit: atOnce * 4 }).hits;
  }
  return found.slice(0, limit + 1);
}

/**
 * The site each hit stands for, by the id of the hit. Of records that were merged the best one found counts, wherever it stands: so
 * a site is on one page only. Hits that do not count are left out.
 */
async function settleMerges(
  work: Work,
  { indexes, text, wanted }: Search,
  hits: readonly SearchHit[],
): Promise<ReadonlyMap<string, string>> {
  const ids = hits.map(({ id }) => id);
  const groups = await findGroups(work.tx, ids);
  const standing = new Map(ids.map((id) => [id, groups.get(id) ?? id]));
  if (groups.size === 0) return standing;
  const members = new Set([...groups.keys(), ...groups.values()]);
  const { only, ...rest } = wanted;
  const ranked = findSites(indexes, text, {
    ...rest,
    withWords: false,
    after: null,
    only: inBoth(members, only),
    limit: members.size,
  });
  const best = new Map<string, string>();
  for (const { id } of ranked.hits) {
    const survivor = groups.get(id) ?? id;
    if (!best.has(survivor)) best.set(survivor, id);
  }
  for (const [id, survivor] of standing) if ((best.get(survivor) ?? id) !== id) standing.delete(id);
  return standing;
}

/** How many sites there are, merged records counted as one. */
async function countThrough(
  work: Work,
  { indexes, text, wanted }: Search,
  { asTyped, nearly, weights, hits }: SearchAnswer,
): Promise<CountedSites> {
  if (hits.length === 0) return { asTyped, nearly, exact: true };
  const isPending = await hasPendingSites(work);
  const merged = await findMerged(work, mostMerged);
  if (merged === null) return { asTyped, nearly, exact: false };
  if (merged.size === 0) return { asTyped, nearly, exact: !isPending };
  const members = new Set([...merged.keys(), ...merged.values()]);
  const ranked = findSites(indexes, text, {
    ...wanted,
    withWords: false,
    weights,
    after: null,
    only: inBoth(members, wanted.only),
    limit: members.size,
  });
  const counted = new Set<string>();
  const count = { asTyped, nearly, exact: !isPending };
  for (const { id, nearly: isNearly } of ranked.hits) {
    const survivor = merged.get(id) ?? id;
    if (counted.has(survivor)) count[isNearly ? "nearly" : "asTyped"] -= 1;
    counted.add(survivor);
  }
  return count;
}

function inBoth(
  ids: ReadonlySet<string>,
  others: ReadonlySet<string> | null | undefined,
): ReadonlySet<string> {
  return others == null ? ids : new Set([...ids].filter((id) => others.has(id)));
}
