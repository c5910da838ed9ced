/** Joins the organisations' endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeRole } from "./change-role.ts";
import { describeOrganisation } from "./describe-organisation.ts";
import { getOrganisation } from "./get-organisation.ts";
import { inviteMember } from "./invite-member.ts";
import { listInvitations } from "./list-invitations.ts";
import { listMembers } from "./list-members.ts";
import { openInvitation } from "./open-invitation.ts";
import { openOrganisation } from "./open-organisation.ts";
import { removeMemberForGood } from "./remove-member.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const group = api.organisations;

export const organisationRoutes = {
  get: group.get.handler(({ context }) => act(context, "organisation.read", getOrganisation)),
  describe: group.describe.handler(({ input, context }) =>
    act(context, "organisation.write", (work) => describeOrganisation(work, input)),
  ),
  open: group.open.handler(({ input, context }) => openOrganisation(context, input)),
  listMembers: group.listMembers.handler(({ context }) => act(context, "member.read", listMembers)),
  changeRole: group.changeRole.handler(({ input, context }) =>
    act(context, "member.write", (work) => changeRole(work, input)),
  ),
  removeMember: group.removeMember.handler(({ input, context }) =>
    removeMemberForGood(context, input),
  ),
  listInvitations: group.listInvitations.handler(({ context }) =>
    act(context, "member.write", listInvitations),
  ),
  invite: group.invite.handler(({ input, context }) =>
    act(context, "member.write", (work) => inviteMember(work, input, context.publicUrl)),
  ),
  revokeInvitation: group.revokeInvitation.handler(({ input, context }) =>
    act(context, "member.write", (work) => revokeInvitation(work, input)),
  ),
  openInvitation: group.openInvitation.handler(({ input, context }) =>
    openInvitation(context, input),
  ),
  acceptInvitation: group.acceptInvitation.handler(({ input, context }) =>
    acceptInvitation(context, input),
  ),
};
