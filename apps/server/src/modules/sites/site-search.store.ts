/**
 * SQL of finding sites by words. What is found stands in the order of the keys of one word, the leading one: "compal"
 * lists "Compal Electronics" before "Tech Compal Optics". The index has that order, so a word that all sites share costs
 * no more than a rare one. Of several words the first leads, or the rarest where the first has many; the cursor carries
 * which, so that all pages agree.
 */
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../../platform/api.ts";
import type { TextRange } from "./site-keys.ts";
import { columns, conditionsOf, narrowingsOf, sidesOf, type Side } from "./site-pages.store.ts";
import type { SiteConditions, SiteRow } from "./site-pages.store.ts";

/** A site with the key it was found by: the first of its keys that begins with the leading word. */
export interface FoundSite extends SiteRow {
  key: string;
  /** Which of the words led. */
  lead: number;
}

/** As the cursor of a search carries it. */
export type SearchCursor = readonly [key: string, siteId: string, lead: number];

type Ranges = readonly [TextRange, ...TextRange[]];

/** What decides how the sites are found; what is found does not depend on it. */
export interface SearchBounds {
  /** Up to so many, the sites of one condition are fetched, looked at and sorted. */
  readonly few: number;
  /** Up to so many, the sites of a word are gathered; more are so dense that looking at each site walked by ends soon. */
  readonly many: number;
  /** When so many keys were walked and the page is not full, it did not end soon: the conditions hardly meet. */
  readonly soon: number;
}
const usualBounds: SearchBounds = { few: 1000, many: 10_000, soon: 2000 };

/** One condition on one side of the scope: the sites it leaves, how many (counted no further than `many`), and what it asks of a site. */
interface Condition {
  readonly ids: RawBuilder<unknown>;
  readonly count: number;
  /** What it asks of the site of a key `k`; `null` where the join with the site asks it. */
  readonly probe: RawBuilder<unknown> | null;
}

interface Branch {
  readonly side: Side;
  readonly words: readonly Condition[];
  readonly others: readonly Condition[];
}

/**
 * Sites that have a key in each of the ranges, `limit` and one more. The two sides of the scope are read apart, each
 * along its own index, and merged.
 */
export async function findSitesByWords(
  work: Work,
  ranges: Ranges,
  filter: SiteConditions,
  after: SearchCursor | null,
  bounds: SearchBounds = usualBounds,
): Promise<FoundSite[]> {
  const branches = await readBranches(work, ranges, filter, bounds);
  const lead = after?.[2] ?? leadingWord(branches, bounds);
  const search: Search = { work, ranges, lead, filter, after, bounds };
  const found = await runBranches(
    search,
    branches.map((branch) => findBy(search, branch, false)),
  );
  const unfinished = branches.some(
    (branch, index) =>
      isWalkedInPart(search, branch) &&
      found.filter(({ side }) => side === index).length <= filter.limit,
  );
  if (!unfinished) return found.slice(0, filter.limit + 1);
  // The sets that are gathered now may be of half a million ids, which the planner must be allowed to hash.
  await sql`select set_config('work_mem', '128MB', true)`.execute(work.tx);
  const all = await runBranches(
    search,
    branches.map((branch) => findBy(search, branch, true)),
  );
  return all.slice(0, filter.limit + 1);
}

interface Search {
  readonly work: Work;
  readonly ranges: Ranges;
  readonly lead: number;
  readonly filter: SiteConditions;
  readonly after: SearchCursor | null;
  readonly bounds: SearchBounds;
}

function rarestOf({ words, others }: Branch): Condition | null {
  const conditions = [...words, ...others];
  // Nothing to choose between where a word is the only condition.
  if (conditions.length < 2) return null;
  return conditions.reduce((least, one) => (one.count < least.count ? one : least));
}

/** Where the leading word has many keys, not all are looked at: most searches have a full page before. */
function isWalkedInPart({ lead, bounds }: Search, branch: Branch): boolean {
  const rarest = rarestOf(branch);
  return (
    rarest !== null &&
    rarest.count >= bounds.few &&
    (branch.words[lead]?.count ?? 0) >= Math.max(bounds.many, bounds.soon)
  );
}

async function readBranches(
  work: Work,
  ranges: Ranges,
  filter: SiteConditions,
  bounds: SearchBounds,
): Promise<Branch[]> {
  const sides = sidesOf(work, filter.scope).map((side) => ({
    side,
    words: ranges.map(
      (range) => sql`select k.site_id from site_keys k where ${side.key} and ${within(range)}`,
    ),
    others: narrowingsOf(work, side, filter),
  }));
  const counts = await countEach(
    work,
    sides.map(({ words, others }) => [
      ...words.map((ids) => ({ ids, limit: bounds.many })),
      // Counted in rows, not in an index: only whether they are few.
      ...others.map((ids) => ({ ids, limit: bounds.few })),
    ]),
  );
  return sides.map(({ side, words, others }, at) => {
    const countOf = (index: number): number => counts[at]?.[index] ?? bounds.many;
    return {
      side,
      words: ranges.map((range, index) => ({
        ids: words[index] ?? sql`select null::uuid where false`,
        count: countOf(index),
        probe: sql`${firstKey(side, sql`k.site_id`, range)} is not null`,
      })),
      others: others.map((ids, index) => ({
        ids,
        count: fewOrMany(countOf(words.length + index), bounds),
        probe: null,
      })),
    };
  });
}

function fewOrMany(count: number, { few, many }: SearchBounds): number {
  return count < few ? count : Math.max(few, many);
}

/** How many each condition leaves, as far as it matters; nothing to choose between where a word is the only one. */
async function countEach(
  work: Work,
  sides: readonly (readonly { readonly ids: RawBuilder<unknown>; readonly limit: number }[])[],
): Promise<number[][]> {
  if (sides.every((conditions) => conditions.length < 2)) return [];
  const counts = sides.map(
    (conditions, index) =>
      sql`(${index}::int, array[${sql.join(conditions.map(({ ids, limit }) => sql`(select count(*)::int from (${ids} limit ${limit}) counted)`))}])`,
  );
  const found = await sql<{ counts: number[] }>`
    select counts from (values ${sql.join(counts)}) each(side, counts) order by side`.execute(
    work.tx,
  );
  return found.rows.map((row) => row.counts);
}

/** The first word leads, as whoever typed it expects, unless its keys are many: then the rarest does. */
function leadingWord(branches: readonly Branch[], bounds: SearchBounds): number {
  const totals = (branches[0]?.words ?? []).map((_, index) =>
    branches.reduce((sum, { words }) => sum + (words[index]?.count ?? 0), 0),
  );
  return (totals[0] ?? 0) < bounds.many ? 0 : totals.indexOf(Math.min(...totals));
}

async function runBranches(
  { work, lead }: Search,
  branches: readonly RawBuilder<unknown>[],
): Promise<(FoundSite & { side: number })[]> {
  const tagged = branches.map(
    (branch, index) => sql`(select b.*, ${index}::int as side from (${branch}) b)`,
  );
  const found = await sql<FoundSite & { side: number }>`
    select page.*, ${lead}::int as lead from (${sql.join(tagged, sql` union all `)}) page order by key, id`.execute(
    work.tx,
  );
  return found.rows;
}

/** One side's page: the few sites of its rarest condition sorted, or the keys of the leading word walked. */
function findBy(search: Search, branch: Branch, thoroughly: boolean): RawBuilder<unknown> {
  const rarest = rarestOf(branch);
  return rarest !== null && rarest.count < search.bounds.few
    ? sortFew(search, branch, rarest)
    : walkKeys(search, branch, thoroughly);
}

function walkKeys(search: Search, branch: Branch, thoroughly: boolean): RawBuilder<unknown> {
  const { work, ranges, lead, filter, after, bounds } = search;
  const { side, words, others } = branch;
  const range = ranges[lead] ?? ranges[0];
  const conditions = [...words.filter((_, index) => index !== lead), ...others];
  const asked = conditions.flatMap(({ ids, count, probe }) =>
    // "is true" keeps it a set that is built once and asked for each key.
    (thoroughly && isWalkedInPart(search, branch)) || count < bounds.many
      ? [sql`(k.site_id in (${ids})) is true`]
      : probe === null
        ? []
        : [probe],
  );
  const along = sql`${side.key} and ${within(range)}${
    after === null
      ? sql``
      : sql` and (k.key, k.site_id) > (${after[0]} collate "C", ${after[1]}::uuid)`
  }`;
  const keys =
    thoroughly || !isWalkedInPart(search, branch)
      ? sql`(select k.key, k.site_id from site_keys k where ${along})`
      : sql`(select k.key, k.site_id from site_keys k where ${along} order by k.key, k.site_id limit ${bounds.soon})`;
  const where = [
    ...asked,
    // A site stands once, at its first key, though several begin alike.
    sql`k.key = ${firstKey(side, sql`k.site_id`, range)}`,
    side.site,
    ...conditionsOf(work, filter),
  ];
  return sql`select ${columns}, k.key from ${keys} k join sites s on s.id = k.site_id where ${sql.join(where, sql` and `)} order by k.key, k.site_id limit ${filter.limit + 1}`;
}

function sortFew(
  { work, ranges, lead, filter, after }: Search,
  { side }: Branch,
  { ids }: Condition,
): RawBuilder<unknown> {
  const where = [
    sql`s.id = any(array(${ids}))`,
    side.site,
    ...conditionsOf(work, filter),
    ...ranges.map((range) => sql`${firstKey(side, sql`s.id`, range)} is not null`),
  ];
  const beyond =
    after === null ? sql`true` : sql`(f.key, f.id) > (${after[0]} collate "C", ${after[1]}::uuid)`;
  return sql`select * from (select ${columns}, ${firstKey(side, sql`s.id`, ranges[lead] ?? ranges[0])} as key from sites s where ${sql.join(where, sql` and `)} offset 0) f where ${beyond} order by f.key, f.id limit ${filter.limit + 1}`;
}

/**
 * A scalar query, which the planner turns into no join of whole ranges; behind "offset 0", a fence, so that it reads
 * the few keys of the site and never the range of the word to look for the site in it.
 */
function firstKey(side: Side, siteId: RawBuilder<unknown>, range: TextRange): RawBuilder<unknown> {
  return sql`(select min(k.key) from (select o.key from site_keys o where o.site_id = ${siteId} and ${side.otherKey} offset 0) k where ${within(range)})`;
}

function within({ from, to }: TextRange): RawBuilder<unknown> {
  return sql`k.key >= ${from} collate "C" and k.key < ${to} collate "C"`;
}
