/**
 * SQL of what is shown of sites. A read model: besides the module's own tables it reads (never writes) links, rows of
 * disclosures and screenings of the acting organisation, so that one query gives one page.
 */
import type { AddressPrecision, TraceLinkKind, Tier, VerificationLevel } from "@throughline/domain";
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../../platform/api.ts";
import { standsOthers, standsOwn } from "./site-groups.store.ts";

/** A site as lists show it. Flags come from disclosures, so those of another organisation's site are not shown. */
export interface SiteRow {
  id: string;
  own: boolean;
  public_id: string;
  os_id: string | null;
  name: string;
  name_key: string;
  address: string | null;
  country: string | null;
  precision: AddressPrecision;
  flags: string[];
  published: boolean;
  verification: VerificationLevel;
  /** As a disclosure gave them; else where the address lies, and then `located_place` is not null. */
  latitude: number | null;
  longitude: number | null;
  located_place: string | null;
  located_precision: "locality" | "region" | null;
}

/** What a disclosure gave comes first; the place is named only where it is shown. */
const coordinates = sql`coalesce(s.latitude, s.located_latitude) as latitude, coalesce(s.longitude, s.located_longitude) as longitude,
  case when s.latitude is null then s.located_place end as located_place, case when s.latitude is null then s.located_precision end as located_precision`;

/** What a list shows of a site `s`. */
export const columns: RawBuilder<unknown> = sql`s.id, s.organisation_id = (select private.acting_organisation()) as own, s.public_id, s.os_id, s.name, s.name_key, s.address, s.country,
  s.precision, case when s.organisation_id = (select private.acting_organisation()) then s.flags else '{}' end as flags,
  s.published_at is not null as published, s.verification, ${coordinates}`;

/** What is asked of a site. */
export interface SiteConditions {
  readonly ids: readonly string[] | null;
  readonly country: string | undefined;
  readonly contractId: string | undefined;
  readonly screening: "hit" | "not_screened" | undefined;
  readonly scope: "own" | "published" | undefined;
  readonly limit: number;
}

export interface SiteFilter extends SiteConditions {
  /** Sort key and id of the last row of the page before. */
  readonly after: readonly [string, string] | null;
}

/** One side of the scope: conditions on a site `s`. */
interface Side {
  readonly site: RawBuilder<unknown>;
}

/** The organisation's own sites, and those others have published: never read together, so that each has its index. */
function sidesOf(work: Work, scope: SiteFilter["scope"]): readonly Side[] {
  const me = work.actor.organisationId;
  const own: Side = {
    site:
      scope === "published"
        ? sql`s.organisation_id = ${me} and s.published_at is not null and ${standsOwn(me)}`
        : sql`s.organisation_id = ${me} and ${standsOwn(me)}`,
  };
  const others: Side = {
    site: sql`s.published_at is not null and s.organisation_id <> ${me} and ${standsOthers(me)}`,
  };
  return scope === "own" ? [own] : [own, others];
}

/**
 * Sites by name, `limit` and one more. The two sides of the scope are read apart, each along its own index, and merged.
 * Text is compared by range, which row security lets the index do; pattern operators would be kept from it.
 */
export async function findSitePage(work: Work, filter: SiteFilter): Promise<SiteRow[]> {
  const conditions = conditionsOf(work, filter);
  if (filter.after !== null)
    conditions.push(
      sql`(s.name_key, s.id) > (${filter.after[0]} collate "C", ${filter.after[1]}::uuid)`,
    );
  const branches = sidesOf(work, filter.scope).map(
    (side) =>
      sql`(select ${columns} from sites s where ${sql.join([side.site, ...conditions], sql` and `)} order by s.name_key, s.id limit ${filter.limit + 1})`,
  );
  const found =
    await sql<SiteRow>`select * from (${sql.join(branches, sql` union all `)}) page order by name_key, id limit ${
      filter.limit + 1
    }`.execute(work.tx);
  return found.rows;
}

/** Those among these sites that a list shows and the filter leaves, in no order. */
export async function findListedSites(
  work: Work,
  ids: readonly string[],
  filter: Omit<SiteConditions, "ids" | "limit">,
): Promise<SiteRow[]> {
  if (ids.length === 0) return [];
  const conditions = conditionsOf(work, { ...filter, ids, limit: ids.length });
  const branches = sidesOf(work, filter.scope).map(
    (side) =>
      sql`(select ${columns} from sites s where ${sql.join([side.site, ...conditions], sql` and `)})`,
  );
  const found = await sql<SiteRow>`${sql.join(branches, sql` union all `)}`.execute(work.tx);
  return found.rows;
}

/** What a filter asks of a site `s`, but for where the page begins. */
function conditionsOf(work: Work, filter: SiteConditions): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (filter.ids !== null) conditions.push(sql`s.id = any(${filter.ids}::uuid[])`);
  if (filter.country !== undefined) conditions.push(sql`s.country = ${filter.country}`);
  if (filter.contractId !== undefined)
    conditions.push(sql`s.id = any(array(${contractSites(filter.contractId)}))`);
  if (filter.screening === "hit") conditions.push(sql`s.id = any(array(${hitSites(work)}))`);
  if (filter.screening === "not_screened")
    conditions.push(
      sql`not exists (select from screenings c where c.site_id = s.id and c.organisation_id = ${work.actor.organisationId})`,
    );
  return conditions;
}

/** Query for the ids of sites with a hit that nobody has put aside. */
export function hitSites(work: Work): RawBuilder<unknown> {
  return sql`select t.site_id from private.standing_hits() t join screening_hits h on h.id = t.hit_id where h.organisation_id = ${work.actor.organisationId} and h.verdict <> 'wrong_entity'`;
}

/** Query for the ids of sites that rows or links of a contract point at. */
export function contractSites(contractId: string): RawBuilder<unknown> {
  return sql`select u.site_id from private.sites_of_contracts(array[${contractId}]::uuid[], 'infinity') u`;
}

/** How many contracts each site stands in, of those the organisation keeps. */
export async function countContracts(
  work: Work,
  siteIds: readonly string[],
): Promise<Map<string, number>> {
  if (siteIds.length === 0) return new Map();
  const found = await sql<{ site_id: string; contracts: number }>`
    select site_id, count(distinct contract_id)::int as contracts from (
      select u.site_id, l.contract_id from private.links_at(${siteIds}::uuid[], 'infinity') u join trace_links l on l.id = u.link_id
      union select u.site_id, d.contract_id from private.rows_at(${siteIds}::uuid[], 'infinity') u
        join disclosure_rows r on r.id = u.row_id join disclosures d on d.id = r.disclosure_id
    ) uses group by site_id`.execute(work.tx);
  return new Map(found.rows.map((row) => [row.site_id, row.contracts]));
}

/** One record of a site by id, printed id or OS ID, if it may be seen; it may have been merged into another one. */
export async function findSite(
  work: Work,
  by: { readonly id: string } | { readonly publicId: string } | { readonly osId: string },
): Promise<SiteRow | undefined> {
  const me = work.actor.organisationId;
  if ("osId" in by) {
    // Own first. Each side has an index of its own, so that nobody else's row is touched.
    const found = await sql<SiteRow>`
      (select ${columns}, 0 as side from sites s where s.organisation_id = ${me} and s.os_id = ${by.osId})
      union all
      (select ${columns}, 1 as side from sites s where s.published_at is not null and s.organisation_id <> ${me} and s.os_id = ${by.osId})
      order by side, public_id limit 1`.execute(work.tx);
    return found.rows[0];
  }
  const condition = "id" in by ? sql`s.id = ${by.id}` : sql`s.public_id = ${by.publicId}`;
  const found = await sql<SiteRow>`select ${columns} from sites s where ${condition}`.execute(
    work.tx,
  );
  return found.rows[0];
}

export interface ValueRow {
  field: string;
  value: string;
  saidBy: string;
  source: string;
  asOf: string | null;
  verification: VerificationLevel;
  disclosureId: string | null;
}

/** What was said of a site, and of those merged into it, in the organisation's own disclosures. */
export async function findValues(work: Work, siteId: string): Promise<ValueRow[]> {
  const found = await sql<ValueRow>`
    select v.field, v.value, v.said_by as "saidBy", v.source, v.as_of as "asOf", v.verification, r.disclosure_id as "disclosureId"
    from (
      select o.* from private.rows_at(array[${siteId}]::uuid[], 'infinity') u join site_values o on o.disclosure_row_id = u.row_id
      union all
      select o.* from private.members_of(array[${siteId}]::uuid[], 'infinity') m
        join site_values o on o.site_id = m.site_id and o.disclosure_row_id is null
    ) v
    left join disclosure_rows r on r.id = v.disclosure_row_id
    order by array_position(array['name', 'address', 'country', 'coordinates', 'os_id'], v.field), v.recorded_at desc, v.id`.execute(
    work.tx,
  );
  return found.rows;
}

export interface LinkRow {
  contractId: string;
  contractTitle: string;
  productId: string;
  product: string;
  tier: Tier;
  component: string | null;
  kind: TraceLinkKind;
  alternativesCount: number | null;
}

export async function findLinks(work: Work, siteId: string): Promise<LinkRow[]> {
  const found = await sql<LinkRow>`
    select l.contract_id as "contractId", c.title as "contractTitle", l.product_line_id as "productId", p.brand || ' ' || p.family as product,
      l.tier, l.component, l.kind, l.alternatives_count as "alternativesCount"
    from private.links_at(array[${siteId}]::uuid[], 'infinity') u join trace_links l on l.id = u.link_id
    join contracts c on c.id = l.contract_id join product_lines p on p.id = l.product_line_id
    order by c.title, p.position, p.id, l.id`.execute(work.tx);
  return found.rows;
}

/** The acting organisation's own site, locked, or nothing. */
export async function findOwnSiteForUpdate(
  work: Work,
  id: string,
): Promise<
  | {
      name: string;
      address: string | null;
      country: string | null;
      os_id: string | null;
      public_id: string;
      flags: string[];
      published_at: Date | null;
    }
  | undefined
> {
  return work.tx
    .selectFrom("sites")
    .select(["name", "address", "country", "os_id", "public_id", "flags", "published_at"])
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .forUpdate()
    .executeTakeFirst();
}

/** Makes a site visible to all. */
export async function markPublished(work: Work, id: string): Promise<void> {
  await work.tx
    .updateTable("sites")
    .set({ published_at: work.now, published_by: work.actor.personId })
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}
