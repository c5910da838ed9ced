/** Where requirements stand in our own procurements, contracts and policy. Reads other modules' tables, writes none. */
import {
  ParameterValues,
  type ContractCondition,
  type ProcurementStage,
  type RequirementRole,
} from "@throughline/domain";
import { valuesOfCondition } from "@throughline/requirements";
import { may, type Work } from "../../platform/api.ts";

/** One place, as it is stored. */
export interface StoredUse {
  readonly kind: "procurement" | "contract" | "policy";
  readonly id: string;
  readonly title: string;
  readonly stage: ProcurementStage | null;
  readonly instanceId: string;
  readonly role: RequirementRole;
  readonly place: string;
  readonly version: number | null;
  readonly values: ParameterValues;
}

/** All places of one requirement. Of the policy the rows that count or will. */
export async function readUses(work: Work, key: string): Promise<StoredUse[]> {
  const { organisationId } = work.actor;
  const instances = await work.tx
    .selectFrom("procurement_requirements as instance")
    .innerJoin("procurements", "procurements.id", "instance.procurement_id")
    .where("instance.organisation_id", "=", organisationId)
    .where("instance.requirement", "=", key)
    .select([
      "instance.id as instance_id",
      "instance.role",
      "instance.place",
      "instance.requirement_version",
      "instance.asked_values",
      "procurements.id",
      "procurements.title",
      "procurements.stage",
    ])
    .orderBy("procurements.updated_at", "desc")
    .orderBy("instance.position")
    .execute();
  const conditions = await work.tx
    .selectFrom("conditions")
    .innerJoin("contracts", "contracts.id", "conditions.contract_id")
    .where("conditions.organisation_id", "=", organisationId)
    .where("conditions.requirement", "=", key)
    .select([
      "conditions.id as instance_id",
      "conditions.clause",
      "conditions.requirement",
      "conditions.due_days",
      "conditions.due_from",
      "conditions.refresh_every_months",
      "conditions.tiers",
      "conditions.components",
      "conditions.requirement_version",
      "conditions.asked_values",
      "contracts.id",
      "contracts.title",
    ])
    .orderBy("contracts.title")
    .orderBy("conditions.position")
    .execute();
  const rows = await work.tx
    .selectFrom("policy_rows")
    .where("organisation_id", "=", organisationId)
    .where("requirement", "=", key)
    .where((where) =>
      where.or([where("effective_to", "is", null), where("effective_to", ">=", work.today)]),
    )
    .select(["id", "title", "role", "requirement_version", "asked_values"])
    .orderBy("effective_from")
    .execute();
  return [
    ...instances.map((row): StoredUse => ({
      kind: "procurement",
      id: row.id,
      title: row.title,
      // Check constraints hold both vocabularies, here and below.
      stage: row.stage as ProcurementStage,
      instanceId: row.instance_id,
      role: row.role as RequirementRole,
      place: row.place,
      version: row.requirement_version,
      values: ParameterValues.parse(row.asked_values),
    })),
    ...conditions.map((row): StoredUse => ({
      kind: "contract",
      id: row.id,
      title: row.title,
      stage: null,
      instanceId: row.instance_id,
      role: "clause",
      place: row.clause,
      version: row.requirement_version,
      values: valuesOfCondition({
        requirement: row.requirement,
        dueDays: row.due_days,
        dueFrom: row.due_from as ContractCondition["dueFrom"],
        refreshEveryMonths: row.refresh_every_months,
        tiers: row.tiers as ContractCondition["tiers"],
        components: row.components,
        values: ParameterValues.parse(row.asked_values),
      }),
    })),
    ...rows.map((row): StoredUse => ({
      kind: "policy",
      id: row.id,
      title: row.title,
      stage: null,
      instanceId: row.id,
      role: row.role as RequirementRole,
      place: "",
      version: row.requirement_version,
      values: ParameterValues.parse(row.asked_values),
    })),
  ];
}

/** Those of them whose procurement, contract or policy the actor may read: a token may hold one right and not the other. */
export function keepReadable(work: Work, uses: readonly StoredUse[]): StoredUse[] {
  const readable = {
    procurement: may(work, "procurement.read"),
    contract: may(work, "contract.read"),
    policy: may(work, "requirement.read"),
  };
  return uses.filter(({ kind }) => readable[kind]);
}

/** In how many procurements, contracts and rows each requirement stands. */
export async function countUses(
  work: Work,
): Promise<Map<string, { procurements: number; contracts: number; policyRows: number }>> {
  const { organisationId } = work.actor;
  const counts = new Map<string, { procurements: number; contracts: number; policyRows: number }>();
  const add = (
    key: string | null,
    what: "procurements" | "contracts" | "policyRows",
    count: number | string | bigint,
  ): void => {
    if (key === null) return;
    const known = counts.get(key) ?? { procurements: 0, contracts: 0, policyRows: 0 };
    counts.set(key, { ...known, [what]: Number(count) });
  };
  const instances = await work.tx
    .selectFrom("procurement_requirements")
    .where("organisation_id", "=", organisationId)
    .where("requirement", "is not", null)
    .groupBy("requirement")
    .select((select) => [
      "requirement",
      select.fn.count<number>("procurement_id").distinct().as("count"),
    ])
    .execute();
  for (const { requirement, count } of instances) add(requirement, "procurements", count);
  const conditions = await work.tx
    .selectFrom("conditions")
    .where("organisation_id", "=", organisationId)
    .groupBy("requirement")
    .select((select) => [
      "requirement",
      select.fn.count<number>("contract_id").distinct().as("count"),
    ])
    .execute();
  for (const { requirement, count } of conditions) add(requirement, "contracts", count);
  const rows = await work.tx
    .selectFrom("policy_rows")
    .where("organisation_id", "=", organisationId)
    .where((where) =>
      where.or([where("effective_to", "is", null), where("effective_to", ">=", work.today)]),
    )
    .groupBy("requirement")
    .select((select) => ["requirement", select.fn.countAll<number>().as("count")])
    .execute();
  for (const { requirement, count } of rows) add(requirement, "policyRows", count);
  return counts;
}
