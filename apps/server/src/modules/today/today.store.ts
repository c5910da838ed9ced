/** What Today reads beside the lines: which contracts run, and how much waits for a decision. Reads only. */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";

/** One's own contracts that have not ended, the next to end first; those without an end last. */
export async function readRunningContracts(
  tx: Tx,
  organisationId: string,
  today: IsoDate,
  limit: number,
) {
  return tx
    .selectFrom("contracts")
    .where("organisation_id", "=", organisationId)
    .where((where) => where.or([where("ends_on", "is", null), where("ends_on", ">=", today)]))
    .select(["id", "title", "ends_on", sql<number>`count(*) over ()`.as("total")])
    .orderBy("ends_on", (order) => order.asc().nullsLast())
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Sites one holds, pairs to review, hits that wait for a verdict; none of a list that is still on its way in. */
export async function countWaiting(
  tx: Tx,
  organisationId: string,
): Promise<{ sites: number; reviews: number; hitsWaiting: number }> {
  const { rows } = await sql<{ sites: number; reviews: number; hits: number }>`
    select
      (select count(*) from sites s where s.organisation_id = ${organisationId}
        and not exists (select from site_merges g where g.organisation_id = s.organisation_id and g.gone_id = s.id and g.until_day is null)) as sites,
      (select count(*) from match_reviews r where r.organisation_id = ${organisationId} and r.decision is null and r.settled_by is null
        and exists (select from sites s where s.id = r.site_a) and exists (select from sites s where s.id = r.site_b)) as reviews,
      (select count(*) from private.standing_hits() t join screening_hits h on h.id = t.hit_id where h.verdict = 'waiting'
        and exists (select from sites s where s.id = t.site_id)) as hits
  `.execute(tx);
  const [row] = rows;
  return { sites: row?.sites ?? 0, reviews: row?.reviews ?? 0, hitsWaiting: row?.hits ?? 0 };
}

/** Releases that came in answer to a request in the last quarter of a year, still stand, and that nobody here has opened. */
export async function readUnseenReleases(
  tx: Tx,
  organisationId: string,
  today: IsoDate,
  limit: number,
): Promise<
  {
    readonly id: string;
    readonly supplier: string;
    readonly subject: string;
    readonly released_on: IsoDate;
    readonly sites: number;
    readonly answers: number;
  }[]
> {
  const { rows } = await sql<{
    id: string;
    supplier: string;
    subject: string;
    released_on: IsoDate;
    sites: number;
    answers: number;
  }>`
    select r.id, r.supplier_name as supplier, q.subject,
      (r.released_at at time zone 'UTC')::date as released_on, r.sites, r.answers
    from releases r
    join request_deliveries d on d.id = r.delivery_id and d.organisation_id = ${organisationId}
    join disclosure_requests q on q.id = d.request_id
    where r.recipient_id = ${organisationId} and r.withdrawn_at is null and r.superseded_at is null
      and r.expires_on >= ${today} and r.released_at >= ${today}::date - 90
      and not exists (select from release_views v where v.release_id = r.id and v.organisation_id = ${organisationId})
    order by r.released_at desc, r.id limit ${limit}`.execute(tx);
  return rows;
}

/** Names on the seats of whoever leads, by series. */
export async function readLeads(
  tx: Tx,
  seriesIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("dialogue_seats")
    .where("series_id", "in", seriesIds)
    .where("kind", "=", "lead")
    .select(["series_id", "name"])
    .execute();
  return new Map(rows.map((row) => [row.series_id, row.name]));
}
