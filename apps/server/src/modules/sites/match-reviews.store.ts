/** SQL of pairs that may be the same site. */
import { printSiteId } from "@throughline/domain";
import type { MatchReason } from "@throughline/matching";
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../../platform/api.ts";
import { readReasons } from "./read-reasons.ts";

/** Two sites that may be one, and why. */
export interface OfferedPair {
  readonly one: string;
  readonly other: string;
  readonly probability: number;
  readonly explanation: readonly MatchReason[];
}

/** Offers pairs for review. A pair that was offered before, decided or not, is never offered again. */
export async function offerForReview(work: Work, pairs: readonly OfferedPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const offered = pairs.map(({ one, other, probability, explanation }) => {
    const [a, b] = one < other ? [one, other] : [other, one];
    return { a, b, probability, explanation: JSON.stringify(explanation) };
  });
  await sql`
    insert into match_reviews (organisation_id, site_a, site_b, probability, explanation)
    select ${work.actor.organisationId}, p.a, p.b, p.probability, p.explanation::jsonb
    from unnest(
      ${offered.map(({ a }) => a)}::uuid[], ${offered.map(({ b }) => b)}::uuid[],
      ${offered.map(({ probability }) => probability)}::float8[], ${offered.map(({ explanation }) => explanation)}::text[]
    ) p(a, b, probability, explanation)
    where p.a <> p.b and not exists (${decidedBetween(work, sql`p.a`, sql`p.b`)})
    on conflict (organisation_id, site_a, site_b) do nothing`.execute(work.tx);
}

/**
 * Decisions on any two records of the groups of two standing sites. Asked before a pair is offered: what was decided of
 * a record holds for the site it was merged into.
 */
function decidedBetween(
  work: Work,
  one: RawBuilder<unknown>,
  other: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const me = work.actor.organisationId;
  return sql`
    select d.decision from private.members_of(array[${one}]::uuid[], 'infinity') m
    cross join private.members_of(array[${other}]::uuid[], 'infinity') n
    cross join lateral (
      select r.decision from match_reviews r
      where r.organisation_id = ${me} and r.decision is not null
        and r.site_a = least(m.site_id, n.site_id) and r.site_b = greatest(m.site_id, n.site_id)
      union all
      -- Who splits a site says that its parts differ.
      select 'different' from site_acts a
      where a.organisation_id = ${me} and a.kind = 'split' and a.undone_on is null
        and a.site_id in (m.site_id, n.site_id) and a.other_id in (m.site_id, n.site_id)
    ) d`;
}

/** Where a site lies: as a disclosure gave it, else as its address says. */
function place(site: "a" | "b"): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${site}.${name}`);
  return sql`coalesce(${column("latitude")}, ${column("located_latitude")}) as ${sql.id(`${site}_latitude`)},
    coalesce(${column("longitude")}, ${column("located_longitude")}) as ${sql.id(`${site}_longitude`)},
    case when ${column("latitude")} is null then ${column("located_place")} end as ${sql.id(`${site}_located_place`)},
    ${column("located_precision")} as ${sql.id(`${site}_located_precision`)}`;
}

const pairColumns = sql`
  r.id, r.probability, r.explanation, r.decision, r.decided_at, r.created_at, m.name as decided_by, r.decided_by as decider_id,
  a.id as a_id, a.public_id as a_public_id, a.name as a_name, a.address as a_address, a.country as a_country, ${place("a")},
  b.id as b_id, b.public_id as b_public_id, b.name as b_name, b.address as b_address, b.country as b_country, ${place("b")}`;

export interface PairRow {
  id: string;
  probability: number;
  explanation: unknown;
  decision: "same" | "different" | "unsure" | null;
  decided_at: Date | null;
  created_at: Date;
  decided_by: string | null;
  decider_id: string | null;
  a_id: string;
  a_public_id: string;
  a_name: string;
  a_address: string | null;
  a_country: string | null;
  a_latitude: number | null;
  a_longitude: number | null;
  a_located_place: string | null;
  a_located_precision: "locality" | "region" | null;
  b_id: string;
  b_public_id: string;
  b_name: string;
  b_address: string | null;
  b_country: string | null;
  b_latitude: number | null;
  b_longitude: number | null;
  b_located_place: string | null;
  b_located_precision: "locality" | "region" | null;
}

function sideOf(row: PairRow, side: "a" | "b") {
  const place = row[`${side}_located_place`];
  const precision = row[`${side}_located_precision`];
  return {
    id: row[`${side}_id`],
    publicId: printSiteId(row[`${side}_public_id`]),
    name: row[`${side}_name`],
    address: row[`${side}_address`],
    country: row[`${side}_country`],
    latitude: row[`${side}_latitude`],
    longitude: row[`${side}_longitude`],
    located: place === null || precision === null ? null : { place, precision },
  };
}

/** A pair as it is shown. */
export function toReview(row: PairRow) {
  return {
    id: row.id,
    a: sideOf(row, "a"),
    b: sideOf(row, "b"),
    probability: row.probability,
    explanation: readReasons(row.explanation),
    decision: row.decision,
    decidedBy: row.decided_by ?? (row.decider_id === null ? null : "a former member"),
    decidedAt: row.decided_at === null ? null : row.decided_at.toISOString(),
  };
}

export interface ReviewFilter {
  readonly state: "open" | "decided";
  readonly contractId?: string | undefined;
  /** Country of either site. */
  readonly country?: string | undefined;
  readonly minProbability?: number | undefined;
  readonly maxProbability?: number | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A decided pair keeps the records it was about; one of them may lead to another site since. */
function survivorOf(column: "r.site_a" | "r.site_b"): RawBuilder<unknown> {
  const site = sql.ref(column);
  return sql`coalesce((select v.survivor_id from private.survivors_of(array[${site}]::uuid[], 'infinity') v), ${site})`;
}

/** Pairs, oldest first; `limit` rows and one more. */
export async function findPairs(work: Work, filter: ReviewFilter): Promise<PairRow[]> {
  const state =
    filter.state === "open"
      ? sql`r.decision is null and r.settled_by is null`
      : sql`r.decision is not null`;
  const country =
    filter.country === undefined
      ? sql`true`
      : sql`(a.country = ${filter.country} or b.country = ${filter.country})`;
  const probability = sql`r.probability between ${filter.minProbability ?? 0} and ${filter.maxProbability ?? 1}`;
  const contract =
    filter.contractId === undefined
      ? sql`true`
      : sql`exists (select from private.sites_of_contracts(array[${filter.contractId}]::uuid[], 'infinity') u where u.site_id in (${survivorOf("r.site_a")}, ${survivorOf("r.site_b")}))`;
  const after =
    filter.after === null
      ? sql`true`
      : sql`(date_trunc('milliseconds', r.created_at), r.id) > (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`;
  const found = await sql<PairRow>`
    select ${pairColumns}
    from match_reviews r join sites a on a.id = r.site_a join sites b on b.id = r.site_b
    left join members m on m.organisation_id = r.organisation_id and m.person_id = r.decided_by
    where r.organisation_id = ${work.actor.organisationId} and ${state} and ${contract} and ${country} and ${probability} and ${after}
    order by date_trunc('milliseconds', r.created_at), r.id limit ${filter.limit + 1}`.execute(
    work.tx,
  );
  return found.rows;
}

/** Open pairs of one site, with the other site. */
export async function findOpenPairsOf(
  work: Work,
  siteId: string,
): Promise<
  {
    reviewId: string;
    siteId: string;
    name: string;
    address: string | null;
    probability: number;
  }[]
> {
  const found = await sql<{
    reviewId: string;
    siteId: string;
    name: string;
    address: string | null;
    probability: number;
  }>`
    select r.id as "reviewId", s.id as "siteId", s.name, s.address, r.probability
    from match_reviews r join sites s on s.id = case when r.site_a = ${siteId} then r.site_b else r.site_a end
    where r.organisation_id = ${work.actor.organisationId} and r.decision is null and r.settled_by is null and (r.site_a = ${siteId} or r.site_b = ${siteId})
    order by r.probability desc, r.id`.execute(work.tx);
  return found.rows;
}

export async function findReviewForUpdate(
  work: Work,
  reviewId: string,
): Promise<
  | {
      decision: "same" | "different" | "unsure" | null;
      site_a: string;
      site_b: string;
      settled_by: string | null;
    }
  | undefined
> {
  const row = await work.tx
    .selectFrom("match_reviews")
    .select(["decision", "site_a", "site_b", "settled_by"])
    .where("id", "=", reviewId)
    .where("organisation_id", "=", work.actor.organisationId)
    .forUpdate()
    .executeTakeFirst();
  // The column's check constraint holds the vocabulary.
  return row === undefined
    ? undefined
    : { ...row, decision: row.decision as "same" | "different" | "unsure" | null };
}

export async function writeDecision(
  work: Work,
  reviewId: string,
  decision: "same" | "different" | "unsure" | null,
): Promise<void> {
  await work.tx
    .updateTable("match_reviews")
    .set({
      decision,
      decided_by: decision === null ? null : work.actor.personId,
      decided_at: decision === null ? null : work.now,
    })
    .where("id", "=", reviewId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
  // Kept beside it: a line asked for an earlier day shows what was in force then.
  await work.tx
    .insertInto("match_decisions")
    .values({
      organisation_id: work.actor.organisationId,
      review_id: reviewId,
      decision,
      decided_by: work.actor.personId,
      decided_on: work.today,
    })
    .execute();
}

/** True when a person has said of the two, or of records merged into them, that they are different sites. */
export async function wasDecidedDifferent(
  work: Work,
  one: string,
  other: string,
): Promise<boolean> {
  const found = await sql<{
    decision: string;
  }>`${decidedBetween(work, sql`${one}::uuid`, sql`${other}::uuid`)}`.execute(work.tx);
  return found.rows.some(({ decision }) => decision === "different");
}

/** The pair of two sites, if it was ever offered. */
export async function findPairOf(
  work: Work,
  one: string,
  other: string,
): Promise<{ id: string; decision: string | null } | undefined> {
  const [a, b] = one < other ? [one, other] : [other, one];
  return work.tx
    .selectFrom("match_reviews")
    .select(["id", "decision"])
    .where("organisation_id", "=", work.actor.organisationId)
    .where("site_a", "=", a)
    .where("site_b", "=", b)
    .executeTakeFirst();
}

/**
 * Settles the pairs of a site that was merged away: each is asked anew with the site that stands, unless that was
 * decided, or asked, before. The pair of the two themselves is the caller's. Call when the merge is in force. Answers how many were settled.
 */
export async function settlePairs(
  work: Work,
  actId: string,
  goneId: string,
  keptId: string,
): Promise<number> {
  const me = work.actor.organisationId;
  const settled = await sql<{ other: string; probability: number; explanation: unknown }>`
    update match_reviews set settled_by = ${actId}
    where organisation_id = ${me} and decision is null and settled_by is null and (site_a = ${goneId} or site_b = ${goneId})
      and not (site_a = ${keptId} or site_b = ${keptId})
    returning case when site_a = ${goneId} then site_b else site_a end as other, probability, explanation`.execute(
    work.tx,
  );
  for (const { other, probability, explanation } of settled.rows) {
    const [a, b] = other < keptId ? [other, keptId] : [keptId, other];
    await sql`
      insert into match_reviews (organisation_id, site_a, site_b, probability, explanation, opened_by)
      select ${me}, ${a}, ${b}, ${probability}, ${JSON.stringify(explanation)}::jsonb, ${actId}
      where not exists (${decidedBetween(work, sql`${a}::uuid`, sql`${b}::uuid`)})
      on conflict (organisation_id, site_a, site_b) do nothing`.execute(work.tx);
  }
  return settled.rows.length;
}

/**
 * Undoes `settlePairs`: what waited waits again, what was asked in its place and not decided is gone. A pair that was
 * decided in the meantime, under the site that stood, is not asked again.
 */
export async function unsettlePairs(work: Work, actId: string): Promise<void> {
  const me = work.actor.organisationId;
  await sql`
    update match_reviews r set settled_by = null
    where r.organisation_id = ${me} and r.settled_by = ${actId} and not exists (
      select from match_reviews o where o.organisation_id = ${me} and o.opened_by = ${actId} and o.decision is not null
        and (o.site_a in (r.site_a, r.site_b) or o.site_b in (r.site_a, r.site_b))
    )`.execute(work.tx);
  await sql`
    delete from match_reviews where organisation_id = ${me} and opened_by = ${actId} and decision is null
      and not exists (select from match_decisions d where d.organisation_id = ${me} and d.review_id = match_reviews.id)`.execute(
    work.tx,
  );
}
