/** SQL of `screenings` and `screening_hits`. Reads (never writes) sites, their other names and the links of a contract. */
import type { ScreeningVerdict } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

export interface SiteNames {
  id: string;
  name: string;
  country: string | null;
  address: string | null;
  /** Other names the organisation's sources give it. */
  aliases: string[];
}

/** Names of sites to search by, with those of the records merged into them. A masked site has a label for a name, and no list may be searched by that. */
export async function findNames(work: Work, siteIds: readonly string[]): Promise<SiteNames[]> {
  const found = await sql<SiteNames>`
    with names as (
      select r.site_id, v.value as name
      from private.rows_at(${siteIds}::uuid[], 'infinity') r join site_values v on v.disclosure_row_id = r.row_id and v.field = 'name'
      union
      select m.survivor_id, g.name
      from private.members_of(${siteIds}::uuid[], 'infinity') m join sites g on g.id = m.site_id and not 'identity_masked' = any(g.flags)
    ), named as (
      select n.site_id, array_agg(n.name order by n.name) as names from names n group by n.site_id
    )
    select s.id, s.name, s.country, s.address, coalesce(array_remove(n.names, s.name), '{}') as aliases
    from sites s left join named n on n.site_id = s.id
    where s.id = any(${siteIds}::uuid[]) and not 'identity_masked' = any(s.flags)`.execute(work.tx);
  return found.rows;
}

/** Ids of the sites the organisation holds, or of those rows and links of a contract point at. */
export async function findSiteIds(work: Work, contractId: string | null): Promise<string[]> {
  const found =
    contractId === null
      ? await sql<{ id: string }>`
          with held as (
            select s.id from sites s where s.organisation_id = ${work.actor.organisationId}
            union select l.site_id from trace_links l where l.organisation_id = ${work.actor.organisationId} and l.site_id is not null
          )
          select distinct coalesce(v.survivor_id, h.id) as id
          from held h left join private.survivors_of(array(select o.id from held o), 'infinity') v on v.site_id = h.id`.execute(
          work.tx,
        )
      : await sql<{ id: string }>`
          select u.site_id as id from private.sites_of_contracts(array[${contractId}]::uuid[], 'infinity') u`.execute(
          work.tx,
        );
  return found.rows.map(({ id }) => id);
}

export async function holdsContract(work: Work, contractId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("contracts")
    .select("id")
    .where("id", "=", contractId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewScreening {
  readonly siteId: string;
  readonly listId: string;
  readonly listTitle: string;
  readonly listEdition: string;
  readonly partial: boolean;
  readonly status: string;
}

/** Records what lists say today; a second look on one day replaces the first. */
export async function writeScreenings(
  work: Work,
  screenings: readonly NewScreening[],
): Promise<void> {
  if (screenings.length === 0) return;
  await sql`
    insert into screenings (organisation_id, site_id, list_id, list_title, list_edition, partial, status, screened_on)
    select ${work.actor.organisationId}, n.site_id, n.list_id, n.list_title, n.list_edition, n.partial, n.status, ${work.today}::date
    from unnest(
      ${screenings.map((s) => s.siteId)}::uuid[], ${screenings.map((s) => s.listId)}::text[], ${screenings.map((s) => s.listTitle)}::text[],
      ${screenings.map((s) => s.listEdition)}::text[], ${screenings.map((s) => s.partial)}::boolean[], ${screenings.map((s) => s.status)}::text[]
    ) n(site_id, list_id, list_title, list_edition, partial, status)
    on conflict (organisation_id, site_id, list_id, list_edition, screened_on) do update set status = excluded.status, partial = excluded.partial`.execute(
    work.tx,
  );
}

export interface NewHit {
  readonly siteId: string;
  readonly listId: string;
  readonly measureId: string;
  readonly entity: string;
  readonly measure: string;
  readonly effectiveOn: string | null;
  readonly matchedOn: string;
  readonly explanation: string;
  readonly probability: number;
}

/** Records hits; one that is known keeps its verdict. Answers how many are new and how many do not stand as the wrong entity. */
export async function writeHits(
  work: Work,
  hits: readonly NewHit[],
): Promise<{ added: number; standing: number }> {
  let added = 0;
  let standing = 0;
  for (const hit of hits) {
    const row = await sql<{ added: boolean; verdict: ScreeningVerdict }>`
      insert into screening_hits (organisation_id, site_id, list_id, measure_id, entity, measure, effective_on, matched_on, explanation, probability, found_on)
      values (${work.actor.organisationId}, ${hit.siteId}, ${hit.listId}, ${hit.measureId}, ${hit.entity}, ${hit.measure}, ${hit.effectiveOn}, ${hit.matchedOn}, ${hit.explanation}, ${hit.probability}, ${work.today})
      on conflict (organisation_id, site_id, measure_id) do update set
        explanation = case when screening_hits.verdict = 'waiting' then excluded.explanation else screening_hits.explanation end,
        matched_on = case when screening_hits.verdict = 'waiting' then excluded.matched_on else screening_hits.matched_on end,
        probability = case when screening_hits.verdict = 'waiting' then excluded.probability else screening_hits.probability end
      returning (xmax = 0) as added, verdict`.execute(work.tx);
    if (row.rows[0]?.added === true) added += 1;
    if (row.rows[0]?.verdict !== "wrong_entity") standing += 1;
  }
  return { added, standing };
}

export interface HitRow {
  id: string;
  siteId: string;
  siteName: string;
  measureId: string;
  listId: string;
  entity: string;
  measure: string;
  effectiveOn: string | null;
  matchedOn: string;
  explanation: string;
  probability: number;
  verdict: ScreeningVerdict;
  verdictReason: string | null;
  verdictBy: string | null;
  verdictOn: string | null;
  foundOn: string;
  rank: number;
}

/** Waiting first, then confirmed, then the wrong entity; newest first within each. */
const rank = sql`case h.verdict when 'waiting' then 0 when 'confirmed' then 1 else 2 end`;

export interface HitFilter {
  readonly siteId?: string;
  readonly verdict?: ScreeningVerdict | undefined;
  readonly after: readonly [number, string, string] | null;
  readonly limit: number | null;
}

export async function findHits(work: Work, filter: HitFilter): Promise<HitRow[]> {
  const conditions = [sql`h.organisation_id = ${work.actor.organisationId}`];
  if (filter.siteId !== undefined) conditions.push(sql`t.site_id = ${filter.siteId}`);
  if (filter.verdict !== undefined) conditions.push(sql`h.verdict = ${filter.verdict}`);
  if (filter.after !== null) {
    const [rankAfter, foundAfter, idAfter] = filter.after;
    conditions.push(
      sql`(${rank} > ${rankAfter}::int or (${rank} = ${rankAfter}::int and (h.found_on < ${foundAfter}::date or (h.found_on = ${foundAfter}::date and h.id > ${idAfter}::uuid))))`,
    );
  }
  const limit = filter.limit === null ? sql`all` : sql`${filter.limit + 1}`;
  const found = await sql<HitRow>`
    select h.id, t.site_id as "siteId", s.name as "siteName", h.measure_id as "measureId", h.list_id as "listId", h.entity, h.measure,
      h.effective_on as "effectiveOn", h.matched_on as "matchedOn", h.explanation, h.probability, h.verdict, h.verdict_reason as "verdictReason",
      case when h.verdict_by is null then null else coalesce(m.name, 'a former member') end as "verdictBy", h.verdict_on as "verdictOn", h.found_on as "foundOn", ${rank} as rank
    from private.standing_hits() t join screening_hits h on h.id = t.hit_id join sites s on s.id = t.site_id
    left join members m on m.organisation_id = h.organisation_id and m.person_id = h.verdict_by
    where ${sql.join(conditions, sql` and `)}
    order by ${rank}, h.found_on desc, h.id limit ${limit}`.execute(work.tx);
  return found.rows;
}

export async function findHitForUpdate(
  work: Work,
  hitId: string,
): Promise<
  { verdict: ScreeningVerdict; by: string | null; site_id: string; measure_id: string } | undefined
> {
  const row = await work.tx
    .selectFrom("screening_hits")
    .select(["verdict", "verdict_by as by", "site_id", "measure_id"])
    .where("id", "=", hitId)
    .where("organisation_id", "=", work.actor.organisationId)
    .forUpdate()
    .executeTakeFirst();
  // The column's check constraint holds the vocabulary.
  return row === undefined ? undefined : { ...row, verdict: row.verdict as ScreeningVerdict };
}

export async function writeVerdict(
  work: Work,
  hitId: string,
  verdict: ScreeningVerdict,
  reason: string | null,
): Promise<void> {
  const waits = verdict === "waiting";
  await work.tx
    .updateTable("screening_hits")
    .set({
      verdict,
      verdict_reason: waits ? null : reason,
      verdict_by: waits ? null : work.actor.personId,
      verdict_on: waits ? null : work.today,
    })
    .where("id", "=", hitId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
  // Kept beside it: a line asked for an earlier day shows what was in force then.
  await work.tx
    .insertInto("screening_verdicts")
    .values({
      organisation_id: work.actor.organisationId,
      hit_id: hitId,
      verdict,
      decided_by: work.actor.personId,
      decided_on: work.today,
    })
    .execute();
}

export interface ScreeningRow {
  siteId: string;
  listId: string;
  listTitle: string;
  listEdition: string;
  partial: boolean;
  status: "hit" | "no_hit_on_partial_list" | "no_hit";
  screenedOn: string;
}

/** The newest screening of each site by each list. */
export async function findNewestScreenings(
  work: Work,
  siteIds: readonly string[],
): Promise<ScreeningRow[]> {
  if (siteIds.length === 0) return [];
  const found = await sql<ScreeningRow>`
    select distinct on (site_id, list_id) site_id as "siteId", list_id as "listId", list_title as "listTitle", list_edition as "listEdition", partial, status, screened_on as "screenedOn"
    from screenings where organisation_id = ${work.actor.organisationId} and site_id = any(${siteIds}::uuid[])
    order by site_id, list_id, screened_on desc, id`.execute(work.tx);
  return found.rows;
}

/** How many hits of each site do not stand as the wrong entity. */
export async function countStandingHits(
  work: Work,
  siteIds: readonly string[],
): Promise<Map<string, number>> {
  if (siteIds.length === 0) return new Map();
  const found = await sql<{ site_id: string; hits: number }>`
    select t.site_id, count(*)::int as hits from private.standing_hits() t join screening_hits h on h.id = t.hit_id
    where t.site_id = any(${siteIds}::uuid[]) and h.verdict <> 'wrong_entity' group by t.site_id`.execute(
    work.tx,
  );
  return new Map(found.rows.map((row) => [row.site_id, row.hits]));
}
