/**
 * SQL of finding sites by words. What is found stands in the order of the keys: by the name from the first word typed
 * on, so that "compal" lists "Compal Electronics" before "Compal Information" and both before "Tech Compal". The index
 * has that order, so a word that all sites share costs no more than a rare one.
 */
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../../platform/api.ts";
import type { TextRange } from "./site-keys.ts";
import { columns, conditionsOf, narrowingsOf, sidesOf, type Side } from "./site-pages.store.ts";
import type { SiteFilter, SiteRow } from "./site-pages.store.ts";

/** A site with the key it was found by: the first of its keys that begins with the first word. */
export interface FoundSite extends SiteRow {
  key: string;
}

/** Below so many keys or sites, those of the rarest condition are fetched and sorted; above, the first word's keys are walked. */
const fewEnough = 3000;

/**
 * Sites that have a key in each of the ranges, `limit` and one more. The cursor is key and id. The two sides of the
 * scope are read apart, each along its own index, and merged.
 */
export async function findSitesByWords(
  work: Work,
  ranges: readonly [TextRange, ...TextRange[]],
  filter: SiteFilter,
): Promise<FoundSite[]> {
  const sides = sidesOf(work, filter.scope);
  const choices = sides.map((side) => ({
    side,
    narrowings: [
      ...ranges.map(
        (range) => sql`select k.site_id from site_keys k where ${side.key} and ${within(range)}`,
      ),
      ...narrowingsOf(work, side, filter),
    ],
  }));
  const counts = await countEach(
    work,
    choices.map(({ narrowings }) => narrowings),
  );
  const branches = choices.map(({ side, narrowings }, index) => {
    const rarest = narrowings
      .map((ids, at) => ({ ids, count: counts[index]?.[at] ?? fewEnough }))
      .reduce((least, one) => (one.count < least.count ? one : least));
    // Nothing to choose between where the word is the only condition.
    const few = narrowings.length > 1 && rarest.count < fewEnough;
    return few
      ? sortFew(work, side, ranges, filter, rarest.ids)
      : walkKeys(work, side, ranges, filter);
  });
  const found =
    await sql<FoundSite>`select * from (${sql.join(branches, sql` union all `)}) page order by key, id limit ${
      filter.limit + 1
    }`.execute(work.tx);
  return found.rows;
}

/** How many each condition leaves, as far as it matters. */
async function countEach(
  work: Work,
  narrowings: readonly (readonly RawBuilder<unknown>[])[],
): Promise<number[][]> {
  if (narrowings.every((ofSide) => ofSide.length < 2)) return [];
  const counts = narrowings.map(
    (ofSide) =>
      sql`array[${sql.join(ofSide.map((ids) => sql`(select count(*)::int from (${ids} limit ${fewEnough}) few)`))}]`,
  );
  const found = await sql<{ counts: number[] }>`
    select counts from (values ${sql.join(counts.map((one, index) => sql`(${index}::int, ${one})`))}) each(side, counts) order by side`.execute(
    work.tx,
  );
  return found.rows.map((row) => row.counts);
}

/** In the order of the index, until the page is full. */
function walkKeys(
  work: Work,
  side: Side,
  [first, ...rest]: readonly [TextRange, ...TextRange[]],
  filter: SiteFilter,
): RawBuilder<unknown> {
  const where = [
    side.key,
    within(first),
    ...(filter.after === null
      ? []
      : [sql`(k.key, k.site_id) > (${filter.after[0]} collate "C", ${filter.after[1]}::uuid)`]),
    // A site stands once, at its first key, though several begin alike.
    sql`k.key = ${firstKey(side, sql`k.site_id`, first)}`,
    ...rest.map((range) => sql`${firstKey(side, sql`k.site_id`, range)} is not null`),
    side.site,
    ...conditionsOf(work, filter),
  ];
  return sql`(select ${columns}, k.key from site_keys k join sites s on s.id = k.site_id where ${sql.join(where, sql` and `)} order by k.key, k.site_id limit ${filter.limit + 1})`;
}

/** The sites of the rarest condition, each looked at and sorted by its first key. */
function sortFew(
  work: Work,
  side: Side,
  [first, ...rest]: readonly [TextRange, ...TextRange[]],
  filter: SiteFilter,
  ids: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const where = [
    sql`s.id = any(array(${ids}))`,
    side.site,
    ...conditionsOf(work, filter),
    ...rest.map((range) => sql`${firstKey(side, sql`s.id`, range)} is not null`),
  ];
  const after =
    filter.after === null
      ? sql`f.key is not null`
      : sql`(f.key, f.id) > (${filter.after[0]} collate "C", ${filter.after[1]}::uuid)`;
  return sql`(select * from (select ${columns}, ${firstKey(side, sql`s.id`, first)} as key from sites s where ${sql.join(where, sql` and `)} offset 0) f where ${after} order by f.key, f.id limit ${filter.limit + 1})`;
}

/** A scalar query, which the planner leaves as the one descent it is and turns into no join of whole ranges. */
function firstKey(side: Side, siteId: RawBuilder<unknown>, range: TextRange): RawBuilder<unknown> {
  return sql`(select o.key from site_keys o where o.site_id = ${siteId} and ${side.otherKey} and o.key >= ${range.from} collate "C" and o.key < ${range.to} collate "C" order by o.key limit 1)`;
}

function within({ from, to }: TextRange): RawBuilder<unknown> {
  return sql`k.key >= ${from} collate "C" and k.key < ${to} collate "C"`;
}
