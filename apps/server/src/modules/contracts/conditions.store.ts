/** SQL on conditions and who looks after them. A condition that stays keeps its id: duties, requests and events hold on to it. */
import type { ConditionInput } from "@throughline/contract";
import type { Tx } from "@throughline/db";
import { pairConditions } from "./contracts.policy.ts";

/** Sets the contract's own conditions: changes those that stand, adds the new ones, removes the rest. */
export async function replaceConditions(
  tx: Tx,
  organisationId: string,
  contractId: string,
  conditions: readonly ConditionInput[],
): Promise<void> {
  const standing = await tx
    .selectFrom("conditions")
    .where("contract_id", "=", contractId)
    .where("organisation_id", "=", organisationId)
    .orderBy("position")
    .select(["id", "clause", "requirement"])
    .execute();
  const { pairs, gone } = pairConditions(standing, conditions);
  if (gone.length > 0) await tx.deleteFrom("conditions").where("id", "in", gone).execute();
  for (const [position, { id, condition }] of pairs.entries()) {
    const columns = columnsOf(condition, position);
    const conditionId =
      id ??
      (
        await tx
          .insertInto("conditions")
          .values({ contract_id: contractId, organisation_id: organisationId, ...columns })
          .returning("id")
          .executeTakeFirstOrThrow()
      ).id;
    if (id !== null) await tx.updateTable("conditions").set(columns).where("id", "=", id).execute();
    await setPerson(tx, organisationId, conditionId, condition);
  }
}

/** What is left out stays as it is; a new row takes the column's default. */
function columnsOf(condition: ConditionInput, position: number) {
  const { version, values, followUp } = condition;
  return {
    clause: condition.clause,
    requirement: condition.requirement,
    summary: condition.summary,
    due_days: condition.dueDays,
    due_from: condition.dueFrom,
    refresh_every_months: condition.refreshEveryMonths,
    gates_extension: condition.gatesExtension,
    tiers: condition.tiers,
    components: condition.components,
    position,
    ...(version === undefined ? {} : { requirement_version: version }),
    ...(values === undefined ? {} : { asked_values: JSON.stringify(values) }),
    ...(followUp === undefined
      ? {}
      : {
          follow_up:
            followUp === null
              ? null
              : JSON.stringify({
                  ways: followUp.ways,
                  kpis: followUp.kpis,
                  evidenceTypes: followUp.evidenceTypes,
                }),
        }),
  };
}

async function setPerson(
  tx: Tx,
  organisationId: string,
  conditionId: string,
  { followUp }: ConditionInput,
): Promise<void> {
  if (followUp === undefined) return;
  await tx
    .deleteFrom("condition_people")
    .where("condition_id", "=", conditionId)
    .where("organisation_id", "=", organisationId)
    .execute();
  if (followUp === null) return;
  const { personId, role, hoursPerMonth } = followUp;
  if (personId === null && role === null && hoursPerMonth === null) return;
  await tx
    .insertInto("condition_people")
    .values({
      condition_id: conditionId,
      organisation_id: organisationId,
      person_id: personId,
      role,
      hours_per_month: hoursPerMonth,
    })
    .execute();
}
