/** Invites somebody by a link that is shown once. The address, when given, stands sealed in the audit. */
import { AppError, type MemberRole } from "@throughline/domain";
import { memberOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import type { ListedInvitation } from "./list-invitations.ts";
import { linkOf, makeInvitation } from "./make-invitation.ts";
import { decideInvitation } from "./organisations.policy.ts";

export interface MemberToInvite {
  readonly email: string | null;
  readonly role: MemberRole;
  readonly expiresInDays: number;
}

export async function inviteMember(
  work: Work,
  input: MemberToInvite,
  publicUrl: string,
): Promise<{ invitation: ListedInvitation; link: string }> {
  const decided = decideInvitation(memberOf(work.actor).role, input.role);
  if (!decided.ok) throw new AppError(decided.code, decided.why);
  const made = await makeInvitation(work.tx, {
    organisationId: work.actor.organisationId,
    invitedBy: work.actor.personId,
    now: work.now,
    ...input,
  });
  const expiresAt = made.expiresAt.toISOString();
  await recordAudit(work, {
    action: "invite-member",
    subjectKind: "invitation",
    subjectId: made.id,
    after: {
      role: input.role,
      email: input.email === null ? null : await sealPersonal(work, made.id, input.email),
      expiresAt,
    },
  });
  return {
    invitation: {
      id: made.id,
      email: input.email,
      role: input.role,
      createdAt: made.createdAt.toISOString(),
      expiresAt,
      state: "open",
    },
    link: linkOf(publicUrl, made.secret),
  };
}
