/** All SQL on groups, their codes and members. Row security decides what of them is there for whoever acts. */
import { typeGroupCode } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

export type MemberKind = "buyer" | "reference";

/** A group one takes part in. */
export interface OwnGroup {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly lawfulPurpose: string;
  readonly kind: MemberKind;
  readonly convenes: boolean;
  readonly shared: number;
  readonly proposals: number;
}

export interface StoredMember {
  readonly organisationId: string;
  readonly groupId: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly convenes: boolean;
  readonly invented: boolean;
  readonly joinedOn: IsoDate;
  readonly leftOn: IsoDate | null;
}

export async function readGroups(work: Work, groupId?: string): Promise<OwnGroup[]> {
  const { organisationId } = work.actor;
  let query = work.tx
    .selectFrom("harmonisation_groups as g")
    .innerJoin("harmonisation_memberships as mine", (join) =>
      join.onRef("mine.group_id", "=", "g.id").on("mine.organisation_id", "=", organisationId),
    )
    .where("mine.left_at", "is", null)
    .select([
      "g.id",
      "g.title",
      "g.purpose",
      "g.lawful_purpose",
      "mine.kind",
      sql<boolean>`g.organisation_id = ${organisationId}`.as("convenes"),
      sql<number>`(select count(*) from shared_instances s where s.group_id = g.id and s.withdrawn_at is null)`.as(
        "shared",
      ),
      sql<number>`(select count(*) from harmonisation_proposals p where p.group_id = g.id)`.as(
        "proposals",
      ),
    ])
    .orderBy("g.created_at", "desc")
    .orderBy("g.id");
  if (groupId !== undefined) query = query.where("g.id", "=", groupId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    title: row.title,
    purpose: row.purpose,
    lawfulPurpose: row.lawful_purpose,
    // Check constraints hold the vocabulary, here and below.
    kind: row.kind as MemberKind,
    convenes: row.convenes,
    shared: Number(row.shared),
    proposals: Number(row.proposals),
  }));
}

export async function readMembers(
  work: Work,
  groupIds: readonly string[],
): Promise<StoredMember[]> {
  if (groupIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("harmonisation_members")
    .where("group_id", "in", groupIds)
    .selectAll()
    .orderBy("group_id")
    .orderBy("convenes", "desc")
    .orderBy("joined_on")
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    groupId: row.group_id,
    name: row.name,
    kind: row.kind as MemberKind,
    convenes: row.convenes,
    invented: row.invented,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
  }));
}

export async function insertGroup(
  work: Work,
  group: { readonly title: string; readonly purpose: string; readonly lawfulPurpose: string },
): Promise<string> {
  const { id } = await work.tx
    .insertInto("harmonisation_groups")
    .values({
      organisation_id: work.actor.organisationId,
      title: group.title,
      purpose: group.purpose,
      lawful_purpose: group.lawfulPurpose,
      created_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The name one shows, a copy as it is now. */
export async function readOwnFace(
  work: Work,
): Promise<{ readonly name: string; readonly invented: boolean }> {
  const row = await work.tx
    .selectFrom("organisations")
    .where("id", "=", work.actor.organisationId)
    .select(["name", "invented"])
    .executeTakeFirstOrThrow();
  return row;
}

/** Takes part from now on, and shows the group its name. */
export async function insertMember(
  work: Work,
  member: { readonly groupId: string; readonly kind: MemberKind; readonly convenes: boolean },
): Promise<void> {
  const { organisationId } = work.actor;
  await work.tx
    .insertInto("harmonisation_memberships")
    .values({
      organisation_id: organisationId,
      group_id: member.groupId,
      kind: member.kind,
      joined_at: work.now,
    })
    .execute();
  const { name, invented } = await readOwnFace(work);
  await work.tx
    .insertInto("harmonisation_members")
    .values({
      organisation_id: organisationId,
      group_id: member.groupId,
      name,
      kind: member.kind,
      convenes: member.convenes,
      invented,
      joined_on: work.today,
    })
    .execute();
}

/** Ends what was shared and the membership, in this order: afterwards the group is not seen any more. */
export async function endMembership(work: Work, groupId: string): Promise<void> {
  const { organisationId } = work.actor;
  for (const table of ["shared_instances", "shared_follow_ups"] as const)
    await work.tx
      .updateTable(table)
      .set({ withdrawn_at: work.now })
      .where("group_id", "=", groupId)
      .where("organisation_id", "=", organisationId)
      .where("withdrawn_at", "is", null)
      .execute();
  await work.tx
    .updateTable("harmonisation_members")
    .set({ left_on: work.today })
    .where("group_id", "=", groupId)
    .where("organisation_id", "=", organisationId)
    .where("left_on", "is", null)
    .execute();
  await work.tx
    .updateTable("harmonisation_memberships")
    .set({ left_at: work.now })
    .where("group_id", "=", groupId)
    .where("organisation_id", "=", organisationId)
    .where("left_at", "is", null)
    .execute();
}

/** Keeps a new code; the one of its kind that stood before opens nothing any more. */
export async function replaceCode(
  work: Work,
  code: {
    readonly groupId: string;
    readonly kind: MemberKind;
    readonly hash: string;
    readonly until: IsoDate;
  },
): Promise<void> {
  await work.tx
    .updateTable("harmonisation_codes")
    .set({ revoked_at: work.now })
    .where("group_id", "=", code.groupId)
    .where("kind", "=", code.kind)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
  await work.tx
    .insertInto("harmonisation_codes")
    .values({
      organisation_id: work.actor.organisationId,
      group_id: code.groupId,
      kind: code.kind,
      code_hash: code.hash,
      until_day: code.until,
      made_at: work.now,
    })
    .execute();
}

/** The group a typed code opens, and as what; from here on the transaction holds the code. */
export async function openCode(
  work: Work,
  hash: string,
): Promise<{ readonly id: string; readonly groupId: string; readonly kind: MemberKind } | null> {
  await typeGroupCode(work.tx, hash);
  const row = await work.tx
    .selectFrom("harmonisation_codes")
    .where("code_hash", "=", hash)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("until_day", ">=", work.today)
    .select(["id", "group_id", "kind"])
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.id, groupId: row.group_id, kind: row.kind as MemberKind };
}

/** False where somebody else used it in the same moment. */
export async function markCodeUsed(work: Work, codeId: string): Promise<boolean> {
  const result = await work.tx
    .updateTable("harmonisation_codes")
    .set({ used_at: work.now })
    .where("id", "=", codeId)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
