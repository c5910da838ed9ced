/** SQL of pairs that may be the same site. */
import { compareSites, type KnownSite } from "@throughline/matching";
import { sql } from "kysely";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";

/** Offers pairs for review. A pair that was offered before, decided or not, is never offered again. */
export async function offerForReview(
  work: Work,
  pairs: readonly (readonly [KnownSite, KnownSite])[],
): Promise<void> {
  if (pairs.length === 0) return;
  await work.tx
    .insertInto("match_reviews")
    .values(
      pairs.map(([one, other]) => {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const { probability, explanation } = compareSites(a, b);
        return {
          organisation_id: work.actor.organisationId,
          site_a: a.id,
          site_b: b.id,
          probability,
          explanation: JSON.stringify(explanation),
        };
      }),
    )
    .onConflict((conflict) => conflict.columns(["organisation_id", "site_a", "site_b"]).doNothing())
    .execute();
}

const Explanation = z.array(
  z.object({
    field: z.string(),
    outcome: z.enum(["agree", "similar", "differ", "missing"]),
    weight: z.number(),
    words: z.string(),
  }),
);

const pairColumns = sql`
  r.id, r.probability, r.explanation, r.decision, r.decided_at, r.created_at, m.name as decided_by, r.decided_by as decider_id,
  a.id as a_id, a.public_id as a_public_id, a.name as a_name, a.address as a_address, a.country as a_country,
  b.id as b_id, b.public_id as b_public_id, b.name as b_name, b.address as b_address, b.country as b_country`;

interface PairRow {
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
  b_id: string;
  b_public_id: string;
  b_name: string;
  b_address: string | null;
  b_country: string | null;
}

/** A pair as it is shown. */
export function toReview(row: PairRow) {
  return {
    id: row.id,
    a: {
      id: row.a_id,
      publicId: row.a_public_id,
      name: row.a_name,
      address: row.a_address,
      country: row.a_country,
    },
    b: {
      id: row.b_id,
      publicId: row.b_public_id,
      name: row.b_name,
      address: row.b_address,
      country: row.b_country,
    },
    probability: row.probability,
    explanation: Explanation.parse(row.explanation).map(({ outcome, ...rest }) => ({
      ...rest,
      agreed: outcome === "agree" || outcome === "similar",
    })),
    decision: row.decision,
    decidedBy: row.decided_by ?? (row.decider_id === null ? null : "a former member"),
    decidedAt: row.decided_at === null ? null : row.decided_at.toISOString(),
  };
}

export interface ReviewFilter {
  readonly state: "open" | "decided";
  readonly contractId: string | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Pairs, oldest first; `limit` rows and one more. */
export async function findPairs(work: Work, filter: ReviewFilter): Promise<PairRow[]> {
  const state = filter.state === "open" ? sql`r.decision is null` : sql`r.decision is not null`;
  const contract =
    filter.contractId === undefined
      ? sql`true`
      : sql`exists (select from disclosure_rows d join disclosures x on x.id = d.disclosure_id where x.contract_id = ${filter.contractId} and d.site_id in (r.site_a, r.site_b))`;
  const after =
    filter.after === null
      ? sql`true`
      : sql`(date_trunc('milliseconds', r.created_at), r.id) > (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`;
  const found = await sql<PairRow>`
    select ${pairColumns}
    from match_reviews r join sites a on a.id = r.site_a join sites b on b.id = r.site_b
    left join members m on m.organisation_id = r.organisation_id and m.person_id = r.decided_by
    where r.organisation_id = ${work.actor.organisationId} and ${state} and ${contract} and ${after}
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
    where r.organisation_id = ${work.actor.organisationId} and r.decision is null and (r.site_a = ${siteId} or r.site_b = ${siteId})
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
    }
  | undefined
> {
  const row = await work.tx
    .selectFrom("match_reviews")
    .select(["decision", "site_a", "site_b"])
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

/** True when a person has said that the two are different sites. */
export async function wasDecidedDifferent(
  work: Work,
  one: string,
  other: string,
): Promise<boolean> {
  const [a, b] = one < other ? [one, other] : [other, one];
  const row = await work.tx
    .selectFrom("match_reviews")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("site_a", "=", a)
    .where("site_b", "=", b)
    .where("decision", "=", "different")
    .executeTakeFirst();
  return row !== undefined;
}
