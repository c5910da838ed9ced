/** Gives a member another role. It counts from the member's next request on, for its tokens too. */
import { AppError, type MemberRole } from "@throughline/domain";
import { memberOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { lockMember, updateMemberRole } from "./members.store.ts";
import { decideRoleChange } from "./organisations.policy.ts";
import { withdrawLinks } from "./withdraw-links.ts";

export async function changeRole(
  work: Work,
  input: { readonly personId: string; readonly role: MemberRole },
): Promise<{ done: true }> {
  const { organisationId } = work.actor;
  const { role: actorRole } = memberOf(work.actor);
  const member = await lockMember(work.tx, organisationId, input.personId);
  if (member === undefined) throw new AppError("not_found");
  const decided = decideRoleChange({
    actorRole,
    from: member.role,
    to: input.role,
    owners: member.owners,
  });
  if (!decided.ok) throw new AppError(decided.code, decided.why);
  if (member.role === input.role) return { done: true };
  await updateMemberRole(work.tx, organisationId, input.personId, input.role);
  await withdrawLinks(work, input.personId, input.role);
  await recordAudit(work, {
    action: "change-role",
    subjectKind: "member",
    subjectId: input.personId,
    before: { role: member.role },
    after: { role: input.role },
  });
  return { done: true };
}
