/** SQL of `site_placements`: records and links that stand elsewhere since an act. Reads (never writes) rows, links and products. */
import type { NamedProduct } from "@throughline/tracing";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

const mostRecords = 500;

export interface RecordAt {
  readonly rowId: string;
  readonly disclosureId: string;
  readonly disclosure: string;
  readonly declaredBy: string;
  readonly receivedOn: string;
  readonly contractId: string;
  readonly contractTitle: string;
  readonly rowNumber: number;
  readonly name: string;
  readonly address: string;
  readonly country: string | null;
  readonly product: string | null;
}

/** Records at a standing site, the newest disclosure first; one more than are shown. */
export async function findRecords(
  work: Work,
  siteId: string,
): Promise<{ items: RecordAt[]; more: boolean }> {
  const { rows } = await sql<RecordAt>`
    select r.id as "rowId", d.id as "disclosureId", d.title as disclosure, d.declared_by as "declaredBy", d.received_on as "receivedOn",
      d.contract_id as "contractId", c.title as "contractTitle", r.row_number as "rowNumber", r.name, r.address, r.country, r.product
    from private.rows_at(array[${siteId}]::uuid[], 'infinity') u join disclosure_rows r on r.id = u.row_id
    join disclosures d on d.id = r.disclosure_id join contracts c on c.id = d.contract_id
    order by d.received_on desc, d.id, r.row_number limit ${mostRecords + 1}`.execute(work.tx);
  return { items: rows.slice(0, mostRecords), more: rows.length > mostRecords };
}

export interface RowAt {
  readonly rowId: string;
  /** Where it stands as it is written or was moved, before merges. */
  readonly siteId: string;
  readonly disclosureId: string;
  readonly contractId: string;
  readonly tier: string | null;
  readonly component: string | null;
  readonly product: string | null;
  readonly name: string;
  readonly address: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly osId: string | null;
  readonly flags: readonly string[];
}

/** Every record at a standing site, with what its links rest on. */
export async function findRowsAt(work: Work, siteId: string): Promise<RowAt[]> {
  const { rows } = await sql<RowAt>`
    select r.id as "rowId", coalesce(p.site_id, r.site_id) as "siteId", r.disclosure_id as "disclosureId", d.contract_id as "contractId", r.tier, r.component, r.product, r.name, r.address, r.country,
      r.latitude, r.longitude, r.os_id as "osId", r.flags
    from private.rows_at(array[${siteId}]::uuid[], 'infinity') u join disclosure_rows r on r.id = u.row_id
    join disclosures d on d.id = r.disclosure_id left join private.placed_rows('infinity') p on p.row_id = r.id
    order by d.received_on, r.disclosure_id, r.row_number`.execute(work.tx);
  return rows;
}

export interface LinkAt {
  readonly linkId: string;
  readonly disclosureId: string | null;
  readonly tier: string;
  readonly component: string | null;
  readonly productId: string;
  /** The sites it stands at today as they are written, and whether each leads to the site asked for. */
  readonly stands: readonly { readonly siteId: string; readonly here: boolean }[];
}

/** Links of these disclosures that count at a standing site. */
export async function findLinksAt(
  work: Work,
  siteId: string,
  disclosureIds: readonly string[],
): Promise<LinkAt[]> {
  const { rows } = await sql<LinkAt>`
    with here as (select m.site_id from private.members_of(array[${siteId}]::uuid[], 'infinity') m),
      placed as (select p.link_id, p.site_id from private.placed_links('infinity') p)
    select l.id as "linkId", l.disclosure_id as "disclosureId", l.tier, l.component, l.product_line_id as "productId",
      (select jsonb_agg(jsonb_build_object('siteId', x.site_id, 'here', x.site_id in (select site_id from here))) from (
        select p.site_id from placed p where p.link_id = l.id
        union all select l.site_id where not exists (select from placed p where p.link_id = l.id)
      ) x) as stands
    from private.links_at(array[${siteId}]::uuid[], 'infinity') u join trace_links l on l.id = u.link_id
    where l.disclosure_id = any(${disclosureIds}::uuid[])`.execute(work.tx);
  return rows;
}

/** Products of contracts, to read which of them a row names. */
export async function findProducts(
  work: Work,
  contractIds: readonly string[],
): Promise<Map<string, NamedProduct[]>> {
  const rows = await work.tx
    .selectFrom("product_lines")
    .select(["id", "brand", "family", "part_number as partNumber", "contract_id"])
    .where(sql<boolean>`contract_id = any(${contractIds}::uuid[])`)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
  const products = new Map<string, NamedProduct[]>();
  for (const { contract_id: contractId, ...product } of rows)
    products.set(contractId, [...(products.get(contractId) ?? []), product]);
  return products;
}

export interface NewPlacement {
  readonly rowId: string | null;
  readonly linkId: string | null;
  readonly siteId: string;
}

export async function insertPlacements(
  work: Work,
  act: { readonly id: string; readonly sequence: number },
  placements: readonly NewPlacement[],
): Promise<void> {
  if (placements.length === 0) return;
  await sql`
    insert into site_placements (act_id, organisation_id, sequence, row_id, link_id, site_id, from_day)
    select ${act.id}, ${work.actor.organisationId}, ${act.sequence}, p.row_id, p.link_id, p.site_id, ${work.today}::date
    from unnest(
      ${placements.map(({ rowId }) => rowId)}::uuid[], ${placements.map(({ linkId }) => linkId)}::uuid[],
      ${placements.map(({ siteId }) => siteId)}::uuid[]
    ) p(row_id, link_id, site_id)`.execute(work.tx);
}

export async function endPlacements(work: Work, actId: string): Promise<void> {
  await work.tx
    .updateTable("site_placements")
    .set({ until_day: work.today })
    .where("act_id", "=", actId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("until_day", "is", null)
    .execute();
}

/** True when a later act in force placed some of the same records or links: it rests on this one. */
export async function isBuiltUpon(work: Work, actId: string): Promise<boolean> {
  const found = await sql<{ upon: boolean }>`
    select exists (
      select from site_placements p join site_placements q
        on q.organisation_id = p.organisation_id and q.sequence > p.sequence and q.until_day is null
        and (q.row_id = p.row_id or q.link_id = p.link_id)
      where p.act_id = ${actId} and p.organisation_id = ${work.actor.organisationId} and p.until_day is null
    ) as upon`.execute(work.tx);
  return found.rows[0]?.upon === true;
}
