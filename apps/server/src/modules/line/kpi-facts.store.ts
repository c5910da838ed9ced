/** What KPIs read beyond the line: what happened to requests, when sites were merged or moved, where evidence is used. Reads only. */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import { neverArrived } from "./line.store.ts";

/** Requests as they are now, with the due days they had before and the day on which they were withdrawn. */
export async function readDatedRequests(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("request_contracts as about_contract")
    .innerJoin("disclosure_requests as request", "request.id", "about_contract.request_id")
    .leftJoin("members", (join) =>
      join
        .onRef("members.organisation_id", "=", "request.organisation_id")
        .on("members.person_id", "=", sql<string>`coalesce(request.sent_by, request.drafted_by)`),
    )
    .where("about_contract.contract_id", "in", contractIds)
    .select([
      "request.id",
      "about_contract.contract_id",
      "request.addressee",
      "request.brand",
      "request.sent_on",
      "request.withdrawn_on",
      sql<string | null>`case when ${neverArrived} then null else request.due_on end`.as("due_on"),
      sql<
        { until: string; dueOn: string | null }[]
      >`case when ${neverArrived} then '[]'::jsonb else coalesce((
        select jsonb_agg(jsonb_build_object('until', e.extended_at::date::text, 'dueOn', e.due_before::text) order by e.extended_at)
        from request_extensions e where e.request_id = request.id
      ), '[]'::jsonb) end`.as("due_before"),
      sql<string | null>`coalesce(request.made_by, members.name)`.as("made_by"),
      sql<
        string[]
      >`array(select product_line_id::text from request_products about where about.request_id = request.id and about.contract_id = about_contract.contract_id order by 1)`.as(
        "product_ids",
      ),
    ])
    .orderBy("request.drafted_at")
    .orderBy("request.id")
    .execute();
}

/** Sites that disclosures of the contracts name, each where its row stood on the day. */
export async function readNamedRows(tx: Tx, contractIds: readonly string[], day: IsoDate) {
  return tx
    .selectFrom("disclosures")
    .innerJoin("disclosure_rows", "disclosure_rows.disclosure_id", "disclosures.id")
    .leftJoin(
      sql<{ row_id: string; site_id: string }>`private.placed_rows(${day})`.as("placed"),
      "placed.row_id",
      "disclosure_rows.id",
    )
    .where("disclosures.contract_id", "in", contractIds)
    .where("disclosure_rows.site_id", "is not", null)
    .select([
      "disclosures.contract_id",
      "disclosures.id as disclosure_id",
      sql<string>`coalesce(placed.site_id, disclosure_rows.site_id)`.as("site_id"),
    ])
    .distinct()
    .execute();
}

/**
 * Days on which something about the sites of the contracts changed: a merge, or a record or link that moved. Own decisions
 * and those that hold for everybody.
 */
export async function readSiteDays(
  tx: Tx,
  contractIds: readonly string[],
): Promise<{ contractId: string; day: IsoDate }[]> {
  const { rows } = await sql<{ contract_id: string; day: IsoDate }>`
    with recursive named as (
      select l.contract_id, l.site_id from trace_links l where l.contract_id = any(${[...contractIds]}::uuid[]) and l.site_id is not null
      union
      select d.contract_id, r.site_id from disclosures d join disclosure_rows r on r.disclosure_id = d.id
        where d.contract_id = any(${[...contractIds]}::uuid[]) and r.site_id is not null
    ), moved as (
      select l.contract_id, p.site_id, p.from_day, p.until_day from site_placements p join trace_links l on l.id = p.link_id
        where l.contract_id = any(${[...contractIds]}::uuid[])
      union all
      select d.contract_id, p.site_id, p.from_day, p.until_day from site_placements p
        join disclosure_rows r on r.id = p.row_id join disclosures d on d.id = r.disclosure_id
        where d.contract_id = any(${[...contractIds]}::uuid[])
    ), near (contract_id, site_id) as (
      select contract_id, site_id from named union select contract_id, site_id from moved
      union
      -- Whatever was ever merged with one of them, also by way of another.
      select n.contract_id, case when m.gone_id = n.site_id then m.kept_id else m.gone_id end
        from near n join site_merges m on m.gone_id = n.site_id or m.kept_id = n.site_id
    )
    select distinct contract_id, day from (
      select contract_id, unnest(array[from_day, until_day]) as day from moved
      union all
      select n.contract_id, unnest(array[m.from_day, m.until_day])
        from near n join site_merges m on m.gone_id = n.site_id
    ) as changes
    where day is not null
    order by contract_id, day
  `.execute(tx);
  return rows.map(({ contract_id: contractId, day }) => ({ contractId, day }));
}

/** What was disclosed for a contract and serves others of ours too: the same release, or the same file byte for byte. */
export async function readEvidenceUses(
  tx: Tx,
  organisationId: string,
  contractIds: readonly string[],
) {
  const { rows } = await sql<{
    id: string;
    contract_id: string;
    title: string;
    received_on: IsoDate;
    withdrawn_on: IsoDate | null;
    elsewhere: { reference: string; from: IsoDate; until: IsoDate | null }[];
  }>`
    with pieces as (
      select d.id, d.contract_id, d.title, d.received_on, d.withdrawn_on, coalesce(d.release_id::text, s.sha256) as piece
      from disclosures d left join disclosure_sources s on s.disclosure_id = d.id
      where d.organisation_id = ${organisationId}
    )
    select p.id, p.contract_id, p.title, p.received_on, p.withdrawn_on, coalesce((
      select jsonb_agg(jsonb_build_object('reference', c.reference, 'from', o.received_on::text, 'until', o.withdrawn_on::text) order by c.reference, o.received_on)
      from pieces o join contracts c on c.id = o.contract_id
      where o.piece = p.piece and o.contract_id <> p.contract_id
    ), '[]'::jsonb) as elsewhere
    from pieces p where p.contract_id = any(${[...contractIds]}::uuid[])
    order by p.received_on, p.id
  `.execute(tx);
  return rows;
}
