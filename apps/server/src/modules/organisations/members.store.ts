/** All SQL on members. */
import type { Tx } from "@throughline/db";
import type { MemberRole } from "@throughline/domain";

export interface MemberRow {
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly joined_at: Date;
}

export interface NewMember {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
}

export async function listMemberRows(tx: Tx, organisationId: string): Promise<MemberRow[]> {
  const rows = await tx
    .selectFrom("members")
    .select(["person_id", "name", "email", "role", "joined_at"])
    .where("organisation_id", "=", organisationId)
    .orderBy("name")
    .orderBy("person_id")
    .execute();
  // The column's check constraint holds the vocabulary.
  return rows.map((row) => ({ ...row, role: row.role as MemberRole }));
}

/** Names of members by person id; somebody who has left is not in it. */
export async function listMemberNames(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("members")
    .select(["person_id", "name"])
    .where("organisation_id", "=", organisationId)
    .where("person_id", "in", [...new Set(personIds)])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** One member's role and how many owners there are, locked until the transaction ends. */
export async function lockMember(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<{ role: MemberRole; owners: number } | undefined> {
  // One order for everybody, so that two changes at once wait for each other instead of for both.
  const rows = await tx
    .selectFrom("members")
    .select(["person_id", "role"])
    .where("organisation_id", "=", organisationId)
    .where((or) => or.or([or("role", "=", "owner"), or("person_id", "=", personId)]))
    .orderBy("person_id")
    .forUpdate()
    .execute();
  const found = rows.find((row) => row.person_id === personId);
  if (found === undefined) return undefined;
  // The column's check constraint holds the vocabulary.
  return {
    role: found.role as MemberRole,
    owners: rows.filter((row) => row.role === "owner").length,
  };
}

export async function insertMember(
  tx: Tx,
  organisationId: string,
  member: NewMember,
): Promise<void> {
  await tx
    .insertInto("members")
    .values({
      organisation_id: organisationId,
      person_id: member.personId,
      role: member.role,
      name: member.name,
      email: member.email,
    })
    .execute();
}

export async function updateMemberRole(
  tx: Tx,
  organisationId: string,
  personId: string,
  role: MemberRole,
): Promise<void> {
  await tx
    .updateTable("members")
    .set({ role })
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
}

export async function deleteMember(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("members")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
}

export async function hasMembers(tx: Tx, organisationId: string): Promise<boolean> {
  const found = await tx
    .selectFrom("members")
    .select("person_id")
    .where("organisation_id", "=", organisationId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
