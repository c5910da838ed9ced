/**
 * The operator of the hub opens a workspace for another organisation and gets the first owner's link. The operator
 * does not become a member: from then on it sees nothing of it. Both organisations' audits say what was done.
 */
import { randomUUID } from "node:crypto";
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
  const operator = await act(context, "organisation.write", requireHubOperator);
  const organisationId = randomUUID();
  const about = { ...input, openedBy: operator.actor.organisationId };
  const secret = await context.database.withActor(
    { organisationId, personId: operator.actor.personId },
    async (tx) => {
      await layOrganisation(tx, organisationId, about);
      const invitation = await makeInvitation(tx, {
        organisationId,
        email: null,
        role: "owner",
        invitedBy: operator.actor.personId,
        now: context.now,
        expiresInDays: firstLinkDays,
      });
      const there: Work = {
        ...operator,
        tx,
        actor: { ...operator.actor, organisationId },
      };
      await recordAudit(there, {
        action: "open-organisation",
        subjectKind: "organisation",
        subjectId: organisationId,
        after: saidOf(about),
      });
      await recordAudit(there, {
        action: "invite-member",
        subjectKind: "invitation",
        subjectId: invitation.id,
        after: { role: "owner", email: null, expiresAt: invitation.expiresAt },
      });
      return invitation.secret;
    },
  );
  await act(context, "organisation.write", (work) =>
    recordAudit(work, {
      action: "open-organisation",
      subjectKind: "organisation",
      subjectId: organisationId,
      after: saidOf(about),
    }),
  );
  return { organisationId, invitationLink: linkOf(context.publicUrl, secret) };
}

async function requireHubOperator(work: Work): Promise<Omit<Work, "tx">> {
  const roles = await listRoles(work.tx, work.actor.organisationId);
  if (!roles.includes("hub_operator")) {
    throw new AppError("not_allowed", "Only the operator of the hub opens organisations.");
  }
  const { tx: _, ...rest } = work;
  return rest;
}
