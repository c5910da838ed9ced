/** What the line reads beyond the contract: disclosures, links, sites, pairs to review, screenings. Reads only. */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";

/** Disclosures with their rows counted by outcome. */
export async function readDisclosures(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("disclosures")
    .leftJoin("disclosure_rows", "disclosure_rows.disclosure_id", "disclosures.id")
    .where("disclosures.contract_id", "in", contractIds)
    .groupBy("disclosures.id")
    .select([
      "disclosures.id",
      "disclosures.contract_id",
      "disclosures.title",
      "disclosures.declared_by",
      "disclosures.brand",
      "disclosures.as_of",
      "disclosures.received_on",
      "disclosures.withdrawn_on",
      "disclosures.truncated",
      "disclosures.foreign_market",
      sql<number>`count(*) filter (where disclosure_rows.outcome = 'accepted')`.as("accepted"),
      sql<number>`count(*) filter (where disclosure_rows.outcome = 'corrected')`.as("corrected"),
      sql<number>`count(*) filter (where disclosure_rows.outcome = 'rejected')`.as("rejected"),
    ])
    .orderBy("disclosures.received_on")
    .orderBy("disclosures.id")
    .execute();
}

/** One link as it stands in the table. */
export interface LinkRow {
  readonly id: string;
  readonly contractId: string;
  readonly productId: string;
  readonly siteId: string | null;
  readonly tier: string;
  readonly kind: string;
  readonly component: string | null;
  readonly alternativesId: string | null;
  readonly alternativesCount: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly disclosureId: string | null;
  readonly caveat: string | null;
}

const uuidLength = 36;
const fixedLength = 3 * uuidLength;

/**
 * Links of the contracts. A contract may have 50,000: they travel as one text per kind of link (everything but id,
 * product and site being equal), the three ids in fixed width, because a row each costs the driver more than the
 * rest of the line together.
 */
export async function readLinks(tx: Tx, contractIds: readonly string[]): Promise<LinkRow[]> {
  const { rows } = await sql<{
    contract_id: string;
    tier: string;
    kind: string;
    component: string | null;
    alternatives_id: string | null;
    alternatives_count: number | null;
    valid_from: string | null;
    valid_to: string | null;
    disclosure_id: string | null;
    caveat: string | null;
    ids: string;
  }>`
    select contract_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id, caveat,
      string_agg(id::text || product_line_id::text || coalesce(site_id::text, repeat(' ', ${sql.lit(uuidLength)})), '') as ids
    from trace_links
    where contract_id = any(${[...contractIds]}::uuid[])
    group by contract_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id, caveat
  `.execute(tx);
  const links: LinkRow[] = [];
  for (const row of rows) {
    for (let at = 0; at < row.ids.length; at += fixedLength) {
      const siteId = row.ids.slice(at + 2 * uuidLength, at + fixedLength);
      links.push({
        id: row.ids.slice(at, at + uuidLength),
        contractId: row.contract_id,
        productId: row.ids.slice(at + uuidLength, at + 2 * uuidLength),
        siteId: siteId.startsWith(" ") ? null : siteId,
        tier: row.tier,
        kind: row.kind,
        component: row.component,
        alternativesId: row.alternatives_id,
        alternativesCount: row.alternatives_count,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        disclosureId: row.disclosure_id,
        caveat: row.caveat,
      });
    }
  }
  return links;
}

/** Sites that a standing disclosure names although no product hangs on them: on a contract without products, all of them. */
export async function readNamedSites(tx: Tx, contractIds: readonly string[], asOf: IsoDate) {
  return tx
    .selectFrom("disclosures")
    .innerJoin("disclosure_rows", "disclosure_rows.disclosure_id", "disclosures.id")
    .where("disclosures.contract_id", "in", contractIds)
    .where("disclosures.received_on", "<=", asOf)
    .where((where) =>
      where.or([
        where("disclosures.withdrawn_on", "is", null),
        where("disclosures.withdrawn_on", ">", asOf),
      ]),
    )
    .where("disclosure_rows.site_id", "is not", null)
    .select(["disclosures.contract_id", sql<string>`disclosure_rows.site_id`.as("site_id")])
    .distinct()
    .execute();
}

/** Sites by id, as far as the acting organisation may see them. */
export async function readSites(tx: Tx, siteIds: readonly string[]) {
  return tx
    .selectFrom("sites")
    .where("id", "=", sql<string>`any(${[...siteIds]}::uuid[])`)
    .select([
      "id",
      "name",
      "legal_name",
      "address",
      "country",
      sql<number | null>`coalesce(latitude, located_latitude)`.as("latitude"),
      sql<number | null>`coalesce(longitude, located_longitude)`.as("longitude"),
      sql<string | null>`case when latitude is null then located_place end`.as("located_place"),
      "located_precision",
      "precision",
      "verification",
      "os_id",
      "flags",
    ])
    .execute();
}

export type SiteRow = Awaited<ReturnType<typeof readSites>>[number];

/** Pairs of these sites that were offered for review, with what was decided by the end of the day asked for. */
export async function readReviews(tx: Tx, siteIds: readonly string[], asOf: IsoDate) {
  return tx
    .selectFrom("match_reviews")
    .where("site_a", "=", sql<string>`any(${[...siteIds]}::uuid[])`)
    .where("site_b", "=", sql<string>`any(${[...siteIds]}::uuid[])`)
    .select([
      "site_a",
      "site_b",
      "probability",
      sql<
        string | null
      >`case when (decided_at at time zone 'UTC')::date <= ${asOf}::date then decision end`.as(
        "decision",
      ),
    ])
    .execute();
}

export type ReviewRow = Awaited<ReturnType<typeof readReviews>>[number];

/**
 * The last screening of each site against each list by the date, sites gathered per equal outcome: thousands of
 * sites screened on one day are one row.
 */
export async function readScreenings(
  tx: Tx,
  organisationId: string,
  siteIds: readonly string[],
  asOf: IsoDate,
) {
  const { rows } = await sql<{
    list_id: string;
    list_title: string;
    list_edition: string;
    partial: boolean;
    status: string;
    screened_on: string;
    sites: string;
  }>`
    select list_id, list_title, list_edition, partial, status, screened_on, string_agg(site_id::text, ',' order by site_id) as sites
    from (
      select distinct on (site_id, list_id) site_id, list_id, list_title, list_edition, partial, status, screened_on
      from screenings
      where organisation_id = ${organisationId} and site_id = any(${[...siteIds]}::uuid[]) and screened_on <= ${asOf}
      order by site_id, list_id, screened_on desc, list_edition desc
    ) as latest
    group by list_id, list_title, list_edition, partial, status, screened_on
  `.execute(tx);
  return rows;
}

/** Hits found by the date, with the verdict and the member who gave it. */
export async function readHits(
  tx: Tx,
  organisationId: string,
  siteIds: readonly string[],
  asOf: IsoDate,
) {
  return tx
    .selectFrom("screening_hits as hit")
    .leftJoin("members", (join) =>
      join
        .onRef("members.organisation_id", "=", "hit.organisation_id")
        .onRef("members.person_id", "=", "hit.verdict_by"),
    )
    .where("hit.organisation_id", "=", organisationId)
    .where("hit.site_id", "=", sql<string>`any(${[...siteIds]}::uuid[])`)
    .where("hit.found_on", "<=", asOf)
    .select([
      "hit.id",
      "hit.site_id",
      "hit.list_id",
      "hit.measure_id",
      "hit.entity",
      "hit.measure",
      "hit.effective_on",
      "hit.matched_on",
      "hit.explanation",
      "hit.probability",
      "hit.verdict",
      "hit.verdict_on",
      "members.name as verdict_by",
    ])
    .execute();
}

export type HitRow = Awaited<ReturnType<typeof readHits>>[number];
