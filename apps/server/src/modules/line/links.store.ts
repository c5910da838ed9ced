/** What the line reads beyond the contract: disclosures, links, sites, pairs to review, screenings. Reads only. */
import type { Tx } from "@throughline/db";
import type { IsoDate, RowFlag, Tier } from "@throughline/domain";
import type { LinkGroup } from "@throughline/tracing";
import { sql, type RawBuilder } from "kysely";
import type { NumberedIds } from "./number-ids.ts";

/** Thousands of ids as one parameter; the driver would quote them one by one. */
function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${`{${ids.join(",")}}`}::uuid[])`;
}

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

/** A group of links of one contract, its sites by their number. */
export interface NumberedLinkGroup extends LinkGroup {
  readonly contractId: string;
}

/** What links of one contract say but for product and site. */
interface LinkRow {
  readonly contract_id: string;
  readonly tier: string;
  readonly kind: string;
  readonly component: string | null;
  readonly alternatives_id: string | null;
  readonly alternatives_count: number | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly disclosure_id: string | null;
  /** Product by product: its id, how many links, and for each of them the ids of the link (at final assembly) and of the site. */
  readonly text: string;
}

const uuidLength = 36;
const countLength = 7;
const noSite = " ".repeat(uuidLength);

/**
 * Links of the contracts, grouped. A contract may have 50,000: a row each costs the driver more than the rest of the
 * line together, so they travel as a few long texts of fixed width, with only the ids somebody needs: the links' own at
 * final assembly, because facts point at those. Sites are numbered as they are met.
 */
export async function readLinkGroups(
  tx: Tx,
  contractIds: readonly string[],
  siteNumbers: NumberedIds,
): Promise<NumberedLinkGroup[]> {
  // The planner thinks of 8 kB a group and would sort on disk, which takes three times as long; it is a tenth of that.
  await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
  const { rows } = await sql<LinkRow>`
    select contract_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id,
      string_agg(product_line_id::text || lpad(links::text, ${sql.lit(countLength)}, '0') || ids, '') as text
    from (
      select contract_id, product_line_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id, count(*) as links,
        string_agg(case when tier = 'final_assembly' then id::text else '' end || coalesce(site_id::text, ${sql.lit(noSite)}), '') as ids
      from trace_links
      where contract_id = any(${[...contractIds]}::uuid[])
      group by contract_id, product_line_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id
    ) as by_product
    group by contract_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id
  `.execute(tx);
  return rows.flatMap((row) => cutRow(row, siteNumbers));
}

/** Cuts a row's text into its groups; links that name no site are a group of their own. */
function cutRow(row: LinkRow, siteNumbers: NumberedIds): NumberedLinkGroup[] {
  const { text } = row;
  const groups: NumberedLinkGroup[] = [];
  const own = row.tier === "final_assembly" ? uuidLength : 0;
  for (let at = 0; at < text.length;) {
    const productId = text.slice(at, (at += uuidLength));
    const end = at + countLength + Number(text.slice(at, at + countLength)) * (own + uuidLength);
    const sites: number[] = [];
    const linkIds: string[] = [];
    const linkIdsWithoutSite: string[] = [];
    let withoutSite = false;
    for (at += countLength; at < end; at += own + uuidLength) {
      const siteId = text.slice(at + own, at + own + uuidLength);
      const named = siteId !== noSite;
      if (named) sites.push(siteNumbers.numberOf(siteId));
      else withoutSite = true;
      if (own > 0) (named ? linkIds : linkIdsWithoutSite).push(text.slice(at, at + own));
    }
    if (sites.length > 0) groups.push(groupOf(row, productId, sites, linkIds));
    if (withoutSite) groups.push(groupOf(row, productId, null, linkIdsWithoutSite));
  }
  return groups;
}

function groupOf(
  row: LinkRow,
  productId: string,
  sites: number[] | null,
  linkIds: string[],
): NumberedLinkGroup {
  return {
    contractId: row.contract_id,
    productId,
    // Check constraints hold both vocabularies.
    tier: row.tier as Tier,
    component: row.component,
    kind: row.kind as LinkGroup["kind"],
    alternativesId: row.alternatives_id,
    alternativesCount: row.alternatives_count,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    disclosureId: row.disclosure_id,
    sites,
    linkIds,
  };
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

/**
 * Sites by id, as far as the acting organisation may see them. Flags come from disclosures: those of another
 * organisation's site stay with it, and what the acting organisation's own disclosures say of the place counts instead.
 */
export async function readSites(tx: Tx, siteIds: readonly string[]) {
  return tx
    .selectFrom("sites")
    .where("id", "=", anyOf(siteIds))
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
      sql<RowFlag[]>`case when organisation_id = (select private.acting_organisation()) then flags
        else array(select distinct said from disclosure_rows, unnest(disclosure_rows.flags) as said where disclosure_rows.site_id = sites.id order by 1) end`.as(
        "flags",
      ),
    ])
    .execute();
}

export type SiteRow = Awaited<ReturnType<typeof readSites>>[number];

/** Pairs of these sites that were offered for review, with what was decided by the end of the day asked for. */
export async function readReviews(tx: Tx, siteIds: readonly string[], asOf: IsoDate) {
  return tx
    .selectFrom("match_reviews")
    .where("site_a", "=", anyOf(siteIds))
    .where("site_b", "=", anyOf(siteIds))
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
      where organisation_id = ${organisationId} and site_id = ${anyOf(siteIds)} and screened_on <= ${asOf}
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
    .where("hit.site_id", "=", anyOf(siteIds))
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
