/** Convenes groups, lets organisations in by a code, and lets them go. */
import type { HarmonisationGroup } from "@throughline/contract";
import { AppError, type IsoDate } from "@throughline/domain";
import { isoDate, may, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { hashGroupCode, makeGroupCode } from "./group-code.ts";
import {
  endMembership,
  insertGroup,
  insertMember,
  markCodeUsed,
  openCode,
  readGroups,
  readMembers,
  replaceCode,
  type MemberKind,
  type OwnGroup,
  type StoredMember,
} from "./groups.store.ts";

const codeDays = 30;

/** A group one takes part in now; another's, one that was left, and nobody's are one answer. */
export async function requireGroup(work: Work, groupId: string): Promise<OwnGroup> {
  const [group] = await readGroups(work, groupId);
  if (group === undefined) throw new AppError("not_found");
  return group;
}

/** The same, for what buyers see and give among themselves. */
export async function requireBuyer(work: Work, groupId: string): Promise<OwnGroup> {
  const group = await requireGroup(work, groupId);
  if (group.kind !== "buyer")
    throw new AppError("not_allowed", "What each buyer asks is told to the buyers of the group.");
  return group;
}

/** The same, for whoever convenes it. */
export async function requireConvenor(work: Work, groupId: string): Promise<OwnGroup> {
  const group = await requireGroup(work, groupId);
  if (!group.convenes) throw new AppError("not_allowed", "Whoever convenes the group does this.");
  return group;
}

function describeGroup(
  work: Work,
  group: OwnGroup,
  members: readonly StoredMember[],
): HarmonisationGroup {
  const write = may(work, "harmonisation.write");
  return {
    ...group,
    members: members.map(({ groupId: _, ...member }) => member),
    can: {
      share: write && group.kind === "buyer",
      propose: write && group.convenes,
      invite: write && group.convenes,
      comment: write,
    },
  };
}

export async function listGroups(
  work: Work,
): Promise<{ groups: HarmonisationGroup[]; can: { convene: boolean } }> {
  const groups = await readGroups(work);
  const members = Map.groupBy(
    await readMembers(
      work,
      groups.map(({ id }) => id),
    ),
    (member) => member.groupId,
  );
  return {
    groups: groups.map((group) => describeGroup(work, group, members.get(group.id) ?? [])),
    can: { convene: may(work, "harmonisation.write") },
  };
}

export async function showGroup(work: Work, groupId: string): Promise<HarmonisationGroup> {
  const group = await requireGroup(work, groupId);
  return describeGroup(work, group, await readMembers(work, [groupId]));
}

/** Convenes one; whoever does takes part in it as a buyer. */
export async function conveneGroup(
  work: Work,
  input: { readonly title: string; readonly purpose: string; readonly lawfulPurpose: string },
): Promise<{ groupId: string }> {
  const groupId = await insertGroup(work, input);
  await insertMember(work, { groupId, kind: "buyer", convenes: true });
  await recordAudit(work, {
    action: "convene-harmonisation-group",
    subjectKind: "harmonisation_group",
    subjectId: groupId,
    after: {
      title: input.title,
      purpose: await sealPersonal(work, subjectOf(work.actor), input.purpose),
      lawfulPurpose: await sealPersonal(work, subjectOf(work.actor), input.lawfulPurpose),
    },
  });
  return { groupId };
}

/** Makes a code by which one organisation joins within a month. */
export async function inviteByCode(
  work: Work,
  { groupId, kind }: { readonly groupId: string; readonly kind: MemberKind },
): Promise<{ code: string; until: IsoDate }> {
  await requireConvenor(work, groupId);
  const code = makeGroupCode();
  const until = isoDate(new Date(work.now.getTime() + codeDays * 86_400_000));
  await replaceCode(work, { groupId, kind, hash: hashGroupCode(code), until });
  await recordAudit(work, {
    action: "make-harmonisation-code",
    subjectKind: "harmonisation_group",
    subjectId: groupId,
    after: { kind, until },
  });
  return { code, until };
}

/**
 * Joins by a code that was typed.
 *
 * @throws AppError `group_code_unknown`: mistyped, used, withdrawn and expired are one answer
 */
export async function joinGroup(
  work: Work,
  { code }: { readonly code: string },
): Promise<{ groupId: string }> {
  const opened = await openCode(work, hashGroupCode(code));
  if (opened === null) throw new AppError("group_code_unknown");
  const { groupId, kind } = opened;
  if ((await readGroups(work, groupId)).length > 0)
    throw new AppError("already_exists", "You take part in this group already.");
  await insertMember(work, { groupId, kind, convenes: false });
  if (!(await markCodeUsed(work, opened.id))) throw new AppError("group_code_unknown");
  await recordAudit(work, {
    action: "join-harmonisation-group",
    subjectKind: "harmonisation_group",
    subjectId: groupId,
    after: { kind },
  });
  return { groupId };
}

/** Leaves; what one shared is withdrawn, what one said to proposals stays said. */
export async function leaveGroup(
  work: Work,
  { groupId }: { readonly groupId: string },
): Promise<void> {
  const group = await requireGroup(work, groupId);
  if (group.convenes)
    throw new AppError("still_in_use", "You convene this group; the others' work rests on it.");
  await recordAudit(work, {
    action: "leave-harmonisation-group",
    subjectKind: "harmonisation_group",
    subjectId: groupId,
  });
  await endMembership(work, groupId);
}
