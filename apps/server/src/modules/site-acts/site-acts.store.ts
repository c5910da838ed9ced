/** SQL of `site_acts` and `site_merges`. Reads (never writes) sites, members and screening hits. */
import { printSiteId } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import type { Mergeable } from "./site-acts.policy.ts";

export type ActKind = "merge" | "split" | "move" | "relocate" | "close" | "reopen";

export interface NewAct {
  readonly kind: ActKind;
  readonly siteId: string;
  readonly otherId: string | null;
  readonly fromDay: string;
  readonly reason: string | null;
  readonly reviewId?: string | null;
  readonly bulkId?: string | null;
  readonly madeSite?: boolean;
}

/** Records that something was done; answers the act and its place in the order of acts. */
export async function insertAct(
  work: Work,
  act: NewAct,
): Promise<{ id: string; sequence: number }> {
  return work.tx
    .insertInto("site_acts")
    .values({
      organisation_id: work.actor.organisationId,
      kind: act.kind,
      site_id: act.siteId,
      other_id: act.otherId,
      from_day: act.fromDay,
      reason: act.reason,
      review_id: act.reviewId ?? null,
      bulk_id: act.bulkId ?? null,
      made_site: act.madeSite ?? false,
      done_by: work.actor.personId,
      done_at: work.now,
    })
    .returning(["id", "sequence"])
    .executeTakeFirstOrThrow();
}

export interface ActRow {
  readonly id: string;
  readonly kind: ActKind;
  readonly site_id: string;
  readonly other_id: string | null;
  readonly review_id: string | null;
  readonly made_site: boolean;
  readonly undone_on: string | null;
  readonly sequence: number;
}

/** One act of the organisation, or nothing. The advisory lock on sites is held already. */
export async function findAct(work: Work, actId: string): Promise<ActRow | undefined> {
  const row = await work.tx
    .selectFrom("site_acts")
    .select([
      "id",
      "kind",
      "site_id",
      "other_id",
      "review_id",
      "made_site",
      "undone_on",
      "sequence",
    ])
    .where("id", "=", actId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  // The column's check constraint holds the vocabulary.
  return row === undefined ? undefined : { ...row, kind: row.kind as ActKind };
}

/** Merges that follow from the decision on a pair and are in force. */
export async function findActsOfReview(work: Work, reviewId: string): Promise<string[]> {
  const rows = await work.tx
    .selectFrom("site_acts")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("review_id", "=", reviewId)
    .where("undone_on", "is", null)
    .orderBy("sequence", "desc")
    .execute();
  return rows.map(({ id }) => id);
}

export async function markUndone(work: Work, actId: string): Promise<void> {
  await work.tx
    .updateTable("site_acts")
    .set({ undone_by: work.actor.personId, undone_on: work.today, undone_at: work.now })
    .where("id", "=", actId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

/** Lets one site lead to another from today on. */
export async function insertMerge(
  work: Work,
  merge: {
    readonly actId: string;
    readonly goneId: string;
    readonly keptId: string;
    readonly shown: boolean;
  },
): Promise<void> {
  await work.tx
    .insertInto("site_merges")
    .values({
      act_id: merge.actId,
      organisation_id: work.actor.organisationId,
      gone_id: merge.goneId,
      kept_id: merge.keptId,
      from_day: work.today,
      shown: merge.shown,
    })
    .execute();
}

/** Ends the merge of an act. On the day it began, it never was in force at the end of a day. */
export async function endMerge(work: Work, actId: string): Promise<void> {
  await work.tx
    .updateTable("site_merges")
    .set({ until_day: work.today })
    .where("act_id", "=", actId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("until_day", "is", null)
    .execute();
}

/** What merging asks of sites that may be seen. */
export async function findMergeable(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, Mergeable & { readonly name: string }>> {
  const rows = await work.tx
    .selectFrom("sites")
    .select(["id", "organisation_id", "published_at", "flags", "created_at", "name"])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        own: row.organisation_id === work.actor.organisationId,
        published: row.published_at !== null,
        masked: row.flags.includes("identity_masked"),
        createdAt: new Date(row.created_at).toISOString(),
        name: row.name,
      },
    ]),
  );
}

/** What stands at a standing site: counted for whoever is about to change it. */
export async function countAt(
  work: Work,
  siteId: string,
): Promise<{ records: number; links: number; contracts: number; hits: number }> {
  const found = await sql<{ records: number; links: number; contracts: number; hits: number }>`
    with r as (select row_id from private.rows_at(array[${siteId}]::uuid[], 'infinity')),
      l as (select link_id from private.links_at(array[${siteId}]::uuid[], 'infinity'))
    select (select count(*)::int from r) as records, (select count(*)::int from l) as links,
      (select count(*)::int from (
        select k.contract_id from l join trace_links k on k.id = l.link_id
        union select d.contract_id from r join disclosure_rows x on x.id = r.row_id join disclosures d on d.id = x.disclosure_id
      ) c) as contracts,
      (select count(*)::int from private.standing_hits() t join screening_hits h on h.id = t.hit_id
        where t.site_id = ${siteId} and h.verdict <> 'wrong_entity') as hits`.execute(work.tx);
  return found.rows[0] ?? { records: 0, links: 0, contracts: 0, hits: 0 };
}

/** True when one of the sites was ever screened. */
export async function wasScreened(work: Work, ids: readonly string[]): Promise<boolean> {
  const row = await work.tx
    .selectFrom("screenings")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where(sql<boolean>`site_id = any(${ids}::uuid[])`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ListedAct {
  readonly id: string;
  readonly kind: ActKind;
  readonly site: { readonly id: string; readonly publicId: string; readonly name: string };
  readonly other: { readonly id: string; readonly publicId: string; readonly name: string } | null;
  readonly on: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string;
  readonly fromPair: boolean;
  readonly inBulk: boolean;
  readonly records: number;
  readonly undone: { readonly on: string; readonly by: string | null } | null;
}

const mostActs = 200;

/** What was done to a site and to those merged into it, newest first. */
export async function findActs(work: Work, siteId: string): Promise<ListedAct[]> {
  const { rows } = await sql<{
    id: string;
    kind: ActKind;
    site_id: string;
    site_public: string;
    site_name: string;
    other_id: string | null;
    other_public: string | null;
    other_name: string | null;
    from_day: string;
    reason: string | null;
    by: string | null;
    done_at: Date;
    review_id: string | null;
    bulk_id: string | null;
    records: number;
    undone_on: string | null;
    undone_by: string | null;
  }>`
    with here as (select m.site_id from private.members_of(array[${siteId}]::uuid[], 'infinity') m)
    select a.id, a.kind, a.site_id, s.public_id as site_public, s.name as site_name, a.other_id, o.public_id as other_public, o.name as other_name,
      a.from_day, a.reason, case when a.done_by is null then null else coalesce(d.name, 'a former member') end as by, a.done_at, a.review_id, a.bulk_id,
      (select count(*)::int from site_placements p where p.act_id = a.id and p.row_id is not null) as records,
      a.undone_on, case when a.undone_by is null then null else coalesce(u.name, 'a former member') end as undone_by
    from site_acts a join sites s on s.id = a.site_id left join sites o on o.id = a.other_id
    left join members d on d.organisation_id = a.organisation_id and d.person_id = a.done_by
    left join members u on u.organisation_id = a.organisation_id and u.person_id = a.undone_by
    where a.organisation_id = ${work.actor.organisationId}
      and (a.site_id in (select site_id from here) or a.other_id in (select site_id from here))
    order by a.sequence desc limit ${mostActs}`.execute(work.tx);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    site: { id: row.site_id, publicId: printSiteId(row.site_public), name: row.site_name },
    other:
      row.other_id === null || row.other_public === null || row.other_name === null
        ? null
        : { id: row.other_id, publicId: printSiteId(row.other_public), name: row.other_name },
    on: row.from_day,
    reason: row.reason,
    by: row.by,
    at: row.done_at.toISOString(),
    fromPair: row.review_id !== null,
    inBulk: row.bulk_id !== null,
    records: row.records,
    undone: row.undone_on === null ? null : { on: row.undone_on, by: row.undone_by },
  }));
}

const mostBulks = 50;

/** What was accepted in bulk, newest first. */
export async function findBulks(work: Work): Promise<
  {
    readonly bulkId: string;
    readonly at: string;
    readonly by: string | null;
    readonly merges: number;
    readonly standing: number;
  }[]
> {
  const { rows } = await sql<{
    bulk_id: string;
    at: Date;
    by: string | null;
    merges: number;
    standing: number;
  }>`
    select b.bulk_id, b.at, case when b.done_by is null then null else coalesce(m.name, 'a former member') end as by, b.merges, b.standing
    from (
      select bulk_id, min(done_at) as at, (array_agg(done_by))[1] as done_by, count(*)::int as merges, count(*) filter (where undone_on is null)::int as standing
      from site_acts where organisation_id = ${work.actor.organisationId} and bulk_id is not null group by bulk_id
    ) b left join members m on m.organisation_id = ${work.actor.organisationId} and m.person_id = b.done_by
    order by b.at desc, b.bulk_id limit ${mostBulks}`.execute(work.tx);
  return rows.map(({ bulk_id: bulkId, at, ...rest }) => ({
    bulkId,
    at: at.toISOString(),
    ...rest,
  }));
}

/** Acts of a bulk that stand, the last first. */
export async function findActsOfBulk(
  work: Work,
  bulkId: string,
): Promise<{ id: string; undone: boolean }[]> {
  const rows = await work.tx
    .selectFrom("site_acts")
    .select(["id", "undone_on"])
    .where("organisation_id", "=", work.actor.organisationId)
    .where("bulk_id", "=", bulkId)
    .orderBy("sequence", "desc")
    .execute();
  return rows.map((row) => ({ id: row.id, undone: row.undone_on !== null }));
}
