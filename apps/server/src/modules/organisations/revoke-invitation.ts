/** Withdraws an invitation and erases the address it was meant for. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { destroyPersonalKey } from "../../platform/personal-data.ts";
import { lockInvitation, markRevoked } from "./invitations.store.ts";

/** An accepted invitation stays what it is: remove the member instead. One withdrawn already stays so. */
export async function revokeInvitation(
  work: Work,
  input: { readonly id: string },
): Promise<{ done: true }> {
  const { organisationId } = work.actor;
  const invitation = await lockInvitation(work.tx, organisationId, input.id);
  if (invitation === undefined) throw new AppError("not_found");
  if (invitation.accepted_at !== null) {
    throw new AppError(
      "conflict",
      "Somebody has joined by this invitation. Remove the member instead.",
    );
  }
  if (invitation.revoked_at !== null) return { done: true };
  await markRevoked(work.tx, organisationId, input.id, work.now);
  await destroyPersonalKey(work, input.id);
  await recordAudit(work, {
    action: "revoke-invitation",
    subjectKind: "invitation",
    subjectId: input.id,
    before: { role: invitation.role },
  });
  return { done: true };
}
