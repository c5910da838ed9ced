/** All SQL on decisions about others' follow-ups, with what was seen of them then. */
import { IsoDate, ParameterValues, Sentence } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";

/** A follow-up and what was reckoned of it, as it was shown when it was decided. */
export const Told = z.object({
  by: z.string(),
  supplier: z.string(),
  requirement: z.string(),
  values: ParameterValues,
  method: z.string(),
  followedUpOn: IsoDate,
  result: z.string(),
  recognised: z.boolean(),
  reasons: z.array(
    z.object({
      about: z.enum(["requirement", "strictness", "method", "age"]),
      holds: z.boolean(),
      sentence: Sentence,
    }),
  ),
});
export type Told = z.infer<typeof Told>;

export interface StoredDecision {
  readonly id: string;
  readonly contractId: string;
  readonly conditionId: string;
  readonly sharedFollowUpId: string;
  readonly accepted: boolean;
  readonly reason: string;
  readonly told: Told;
  /** Name of the member, while there is one. */
  readonly by: string | null;
  readonly on: IsoDate;
}

/** Standing decisions. */
export async function readDecisions(work: Work, decisionId?: string): Promise<StoredDecision[]> {
  let query = work.tx
    .selectFrom("recognition_decisions as decision")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "decision.decided_by")
        .onRef("members.organisation_id", "=", "decision.organisation_id"),
    )
    .where("decision.organisation_id", "=", work.actor.organisationId)
    .where("decision.withdrawn_at", "is", null)
    .selectAll("decision")
    .select("members.name as by")
    .orderBy("decision.decided_on", "desc")
    .orderBy("decision.id");
  if (decisionId !== undefined) query = query.where("decision.id", "=", decisionId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    contractId: row.contract_id,
    conditionId: row.condition_id,
    sharedFollowUpId: row.shared_follow_up_id,
    accepted: row.accepted,
    reason: row.reason,
    told: Told.parse(row.told),
    by: row.by,
    on: row.decided_on,
  }));
}

export async function insertDecision(
  work: Work,
  decision: Omit<StoredDecision, "id" | "by" | "on">,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("recognition_decisions")
    .values({
      organisation_id: work.actor.organisationId,
      contract_id: decision.contractId,
      condition_id: decision.conditionId,
      shared_follow_up_id: decision.sharedFollowUpId,
      accepted: decision.accepted,
      reason: decision.reason,
      told: JSON.stringify(decision.told),
      decided_by: work.actor.personId,
      decided_on: work.today,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function withdrawDecision(work: Work, decisionId: string): Promise<void> {
  await work.tx
    .updateTable("recognition_decisions")
    .set({ withdrawn_at: work.now })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", decisionId)
    .where("withdrawn_at", "is", null)
    .execute();
}
