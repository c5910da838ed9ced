/** Links a person may no longer give are withdrawn: who was removed must not come back by a link made before. */
import { memberRoles, permissionsOfRole, type MemberRole } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { destroyPersonalKey } from "../../platform/personal-data.ts";
import { revokeInvitationsBy } from "./invitations.store.ts";
import { decideInvitation } from "./organisations.policy.ts";

/** @param role what the person is from now on; `null` when removed */
export async function withdrawLinks(
  work: Work,
  personId: string,
  role: MemberRole | null,
): Promise<void> {
  const { organisationId } = work.actor;
  const beyond = memberRoles.filter(
    (one) =>
      role === null ||
      !permissionsOfRole[role].includes("member.write") ||
      !decideInvitation(role, one).ok,
  );
  const ids = await revokeInvitationsBy(work.tx, organisationId, personId, beyond, work.now);
  for (const id of ids) {
    await destroyPersonalKey(work, id);
    await recordAudit(work, {
      action: "revoke-invitation",
      subjectKind: "invitation",
      subjectId: id,
      after: { madeBy: personId },
    });
  }
}
