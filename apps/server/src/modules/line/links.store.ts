/** What the line reads beyond the contract: disclosures, sites, pairs to review, screenings. Reads only. */
import type { Tx } from "@throughline/db";
import type { IsoDate, RowFlag } from "@throughline/domain";
import { sql, type RawBuilder } from "kysely";

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
      sql<number>`count(*) filter (where 'identity_masked' = any(disclosure_rows.flags))`.as(
        "masked",
      ),
      sql<boolean>`disclosures.replaced_by is not null`.as("replaced"),
    ])
    .orderBy("disclosures.received_on")
    .orderBy("disclosures.id")
    .execute();
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
    .leftJoin(
      sql<{ row_id: string; site_id: string }>`private.placed_rows(${asOf})`.as("placed"),
      "placed.row_id",
      "disclosure_rows.id",
    )
    .where("disclosure_rows.site_id", "is not", null)
    .select([
      "disclosures.contract_id",
      sql<string>`coalesce(placed.site_id, disclosure_rows.site_id)`.as("site_id"),
    ])
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
  return (
    tx
      .selectFrom("match_reviews")
      .where("site_a", "=", anyOf(siteIds))
      .where("site_b", "=", anyOf(siteIds))
      .select([
        "site_a",
        "site_b",
        "probability",
        // In force at the end of that day, also when it was taken back later.
        sql<string | null>`(
        select d.decision from match_decisions d
        where d.organisation_id = match_reviews.organisation_id and d.review_id = match_reviews.id and d.decided_on <= ${asOf}
        order by d.sequence desc limit 1
      )`.as("decision"),
      ])
      // Settled by a merge that was in force then.
      .where(
        sql<boolean>`not exists (select from site_merges m where m.organisation_id = match_reviews.organisation_id
        and m.act_id = match_reviews.settled_by and m.from_day <= ${asOf} and (m.until_day is null or m.until_day > ${asOf}))`,
      )
      .execute()
  );
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
    .leftJoinLateral(
      // In force at the end of that day, also when it was taken back later.
      (from) =>
        from
          .selectFrom("screening_verdicts")
          .whereRef("screening_verdicts.organisation_id", "=", "hit.organisation_id")
          .whereRef("screening_verdicts.hit_id", "=", "hit.id")
          .where("screening_verdicts.decided_on", "<=", asOf)
          .select(["verdict", "decided_by", "decided_on"])
          .orderBy("sequence", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .leftJoin("members", (join) =>
      join
        .onRef("members.organisation_id", "=", "hit.organisation_id")
        .onRef("members.person_id", "=", "last.decided_by"),
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
      sql<string>`coalesce(last.verdict, 'waiting')`.as("verdict"),
      sql<string | null>`case when last.verdict <> 'waiting' then last.decided_on end`.as(
        "verdict_on",
      ),
      sql<string | null>`case when last.verdict <> 'waiting' then members.name end`.as(
        "verdict_by",
      ),
    ])
    .execute();
}

export type HitRow = Awaited<ReturnType<typeof readHits>>[number];
