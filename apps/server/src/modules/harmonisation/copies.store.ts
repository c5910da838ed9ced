/** All SQL on what buyers give to a group: how they ask requirements, and what they followed up. */
import { ParameterValues, type IsoDate, type RequirementRole } from "@throughline/domain";
import { sql } from "kysely";
import { isoDate, type Work } from "../../platform/api.ts";

/** How one buyer asks a requirement, as it gave it. */
export interface StoredInstance {
  readonly id: string;
  readonly organisationId: string;
  readonly buyer: string;
  readonly requirement: string;
  readonly version: number | null;
  readonly role: RequirementRole;
  readonly values: ParameterValues | null;
  readonly floor: { readonly values: ParameterValues; readonly reason: string } | null;
  readonly resellers: readonly string[];
  readonly schemes: readonly string[];
  readonly sharedOn: IsoDate;
}

export type NewInstance = Omit<StoredInstance, "id" | "organisationId" | "sharedOn">;

/** What stands in a group, by requirement and buyer. */
export async function readInstances(
  work: Work,
  groupId: string,
  requirement?: string,
): Promise<StoredInstance[]> {
  let query = work.tx
    .selectFrom("shared_instances")
    .where("group_id", "=", groupId)
    .where("withdrawn_at", "is", null)
    .selectAll()
    .orderBy("requirement")
    .orderBy("buyer")
    .orderBy("organisation_id")
    .orderBy("role");
  if (requirement !== undefined) query = query.where("requirement", "=", requirement);
  return (await query.execute()).map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    buyer: row.buyer,
    requirement: row.requirement,
    version: row.requirement_version,
    // The column's check constraint holds the vocabulary.
    role: row.role as RequirementRole,
    values: row.asked_values === null ? null : ParameterValues.parse(row.asked_values),
    floor:
      row.floor_values === null || row.floor_reason === null
        ? null
        : { values: ParameterValues.parse(row.floor_values), reason: row.floor_reason },
    resellers: row.resellers,
    schemes: row.schemes,
    sharedOn: isoDate(row.shared_at),
  }));
}

/** Gives it, in the place of what was given of this requirement in this role before. */
export async function replaceInstance(
  work: Work,
  groupId: string,
  given: NewInstance,
): Promise<string> {
  await work.tx
    .updateTable("shared_instances")
    .set({ withdrawn_at: work.now })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("group_id", "=", groupId)
    .where("requirement", "=", given.requirement)
    .where("role", "=", given.role)
    .where("withdrawn_at", "is", null)
    .execute();
  const { id } = await work.tx
    .insertInto("shared_instances")
    .values({
      organisation_id: work.actor.organisationId,
      group_id: groupId,
      buyer: given.buyer,
      requirement: given.requirement,
      requirement_version: given.version,
      role: given.role,
      asked_values: given.values === null ? null : JSON.stringify(given.values),
      floor_values: given.floor === null ? null : JSON.stringify(given.floor.values),
      floor_reason: given.floor?.reason ?? null,
      resellers: [...given.resellers],
      schemes: [...given.schemes],
      shared_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Withdraws one's own; false where it does not stand. */
export async function withdrawShared(
  work: Work,
  table: "shared_instances" | "shared_follow_ups",
  groupId: string,
  id: string,
): Promise<boolean> {
  const result = await work.tx
    .updateTable(table)
    .set({ withdrawn_at: work.now })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("group_id", "=", groupId)
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface StoredFollowUp {
  readonly id: string;
  readonly organisationId: string;
  readonly buyer: string;
  readonly requirement: string;
  readonly supplier: string;
  readonly values: ParameterValues;
  readonly method: string;
  readonly followedUpOn: IsoDate;
  readonly result: string;
  readonly sharedOn: IsoDate;
}

/** Standing ones: of a group, or (without one) of all groups one is a buyer in. */
export async function readFollowUps(work: Work, groupId?: string): Promise<StoredFollowUp[]> {
  let query = work.tx
    .selectFrom("shared_follow_ups")
    .where("withdrawn_at", "is", null)
    .selectAll()
    .orderBy("followed_up_on", "desc")
    .orderBy("id");
  if (groupId !== undefined) query = query.where("group_id", "=", groupId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    buyer: row.buyer,
    requirement: row.requirement,
    supplier: row.supplier,
    values: ParameterValues.parse(row.asked_values),
    method: row.method,
    followedUpOn: row.followed_up_on,
    result: row.result,
    sharedOn: isoDate(row.shared_at),
  }));
}

export async function insertFollowUp(
  work: Work,
  groupId: string,
  given: Omit<StoredFollowUp, "id" | "organisationId" | "sharedOn">,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("shared_follow_ups")
    .values({
      organisation_id: work.actor.organisationId,
      group_id: groupId,
      buyer: given.buyer,
      requirement: given.requirement,
      supplier: given.supplier,
      asked_values: JSON.stringify(given.values),
      method: given.method,
      followed_up_on: given.followedUpOn,
      result: given.result,
      shared_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Suppliers of our contracts, the framework's where the contract names none. */
export async function readContractSuppliers(work: Work): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ contract_id: string; name: string }>`
    select c.id as contract_id, p.name
    from contracts c join contract_parties p on p.role = 'supplier' and (p.contract_id = c.id or (
      p.contract_id = c.framework_id and not exists (select from contract_parties own where own.contract_id = c.id and own.role = 'supplier')))
    where c.organisation_id = ${work.actor.organisationId}
    order by c.id, p.position`.execute(work.tx);
  return new Map(
    [...Map.groupBy(rows, (row) => row.contract_id)].map(([id, its]) => [
      id,
      its.map(({ name }) => name),
    ]),
  );
}
