/**
 * Removes a member and erases who that was: the name and address kept here, the address the invitation was sent to,
 * and the keys under which the audit holds them. Links the person gave that nobody has used are withdrawn. What the person did stays in the audit, under an id without a name.
 */
import { AppError } from "@throughline/domain";
import { act, type ApiContext, memberOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { erasePerson, forgetTokens } from "../../platform/keep-people.ts";
import { destroyPersonalKey } from "../../platform/personal-data.ts";
import { eraseAddressesOf } from "./invitations.store.ts";
import { deleteMember, lockMember } from "./members.store.ts";
import { decideRemoval } from "./organisations.policy.ts";
import { listMemberships } from "./organisations.store.ts";
import { withdrawLinks } from "./withdraw-links.ts";

/** The removal inside the organisation, in one transaction. */
export async function removeMember(
  work: Work,
  input: { readonly personId: string },
): Promise<{ organisationId: string }> {
  const { organisationId } = work.actor;
  const { role: actorRole } = memberOf(work.actor);
  const member = await lockMember(work.tx, organisationId, input.personId);
  if (member === undefined) throw new AppError("not_found");
  const decided = decideRemoval({ actorRole, role: member.role, owners: member.owners });
  if (!decided.ok) throw new AppError(decided.code, decided.why);
  const invitations = await eraseAddressesOf(work.tx, organisationId, input.personId);
  await deleteMember(work.tx, organisationId, input.personId);
  for (const subject of [input.personId, ...invitations]) await destroyPersonalKey(work, subject);
  await withdrawLinks(work, input.personId, null);
  await recordAudit(work, {
    action: "remove-member",
    subjectKind: "member",
    subjectId: input.personId,
    before: { role: member.role },
  });
  return { organisationId };
}

/**
 * Removes a member, then lets go of what the sign-in still holds for it: its tokens for the organisation, and the
 * account itself when it is a member nowhere else. A server killed in between leaves an account that opens nothing.
 */
export async function removeMemberForGood(
  context: ApiContext,
  input: { readonly personId: string },
): Promise<{ done: true }> {
  const { organisationId } = await act(context, "member.write", (work) =>
    removeMember(work, input),
  );
  await forgetTokens(context.database, input.personId, organisationId);
  const elsewhere = await context.database.withActor(
    { organisationId: null, personId: input.personId },
    (tx) => listMemberships(tx, input.personId),
  );
  if (elsewhere.length === 0) await erasePerson(context.database, input.personId);
  return { done: true };
}
