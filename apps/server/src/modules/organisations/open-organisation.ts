/**
 * The operator of the hub opens a workspace for another organisation and gets the first owner's link. The operator
 * does not become a member: from then on it sees nothing of it. Both organisations' audits say what was done.
 */
import { randomUUID } from "node:crypto";
import { changeOrganisation } from "@throughline/db";
import { AppError, type OrganisationRole } from "@throughline/domain";
import { act, type ApiContext, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { layOrganisation, saidOf } from "./create-organisation.ts";
import { linkOf, makeInvitation } from "./make-invitation.ts";
import { listRoles } from "./organisations.store.ts";

const firstLinkDays = 14;

export interface OrganisationToOpen {
  readonly name: string;
  readonly country: string | null;
  readonly roles: readonly OrganisationRole[];
  readonly invented: boolean;
}

export async function openOrganisation(
  context: ApiContext,
  input: OrganisationToOpen,
): Promise<{ organisationId: string; invitationLink: string }> {
  return act(context, "organisation.write", async (work) => {
    await requireHubOperator(work);
    const organisationId = randomUUID();
    const about = { ...input, openedBy: work.actor.organisationId };
    const opened = {
      action: "open-organisation",
      subjectKind: "organisation",
      subjectId: organisationId,
      after: saidOf(about),
    };
    await recordAudit(work, opened);
    // From here on the transaction is the new organisation's: both audits say what was done, or neither does.
    await changeOrganisation(work.tx, organisationId);
    const there: Work = { ...work, actor: { ...work.actor, organisationId } };
    await layOrganisation(work.tx, organisationId, about);
    const invitation = await makeInvitation(work.tx, {
      organisationId,
      email: null,
      role: "owner",
      invitedBy: work.actor.personId,
      now: work.now,
      expiresInDays: firstLinkDays,
    });
    await recordAudit(there, opened);
    await recordAudit(there, {
      action: "invite-member",
      subjectKind: "invitation",
      subjectId: invitation.id,
      after: { role: "owner", email: null, expiresAt: invitation.expiresAt },
    });
    return { organisationId, invitationLink: linkOf(context.publicUrl, invitation.secret) };
  });
}

async function requireHubOperator(work: Work): Promise<void> {
  const roles = await listRoles(work.tx, work.actor.organisationId);
  if (!roles.includes("hub_operator")) {
    throw new AppError("not_allowed", "Only the operator of the hub opens organisations.");
  }
}
