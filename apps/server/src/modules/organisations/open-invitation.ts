/** What an invitation link is for. A link that is used up, withdrawn, too old or made up gets one and the same answer. */
import { AppError, type MemberRole } from "@throughline/domain";
import type { ApiContext } from "../../platform/api.ts";
import { countTries, invitationPerAddress } from "../../platform/limit-tries.ts";
import { findOpenedInvitation } from "./invitations.store.ts";
import { hashSecret } from "./make-invitation.ts";
import { stateOfInvitation } from "./organisations.policy.ts";

export interface OpenedInvitation {
  readonly organisationName: string;
  readonly role: MemberRole;
  readonly email: string | null;
  readonly expiresAt: string;
}

export async function openInvitation(
  context: ApiContext,
  input: { readonly secret: string },
): Promise<OpenedInvitation> {
  return countTries(context, [[invitationPerAddress, context.clientAddress]], () =>
    readInvitation(context, input.secret),
  );
}

/** Reads the invitation behind a secret, or throws `invitation_not_valid`. Counts no try. */
export async function readInvitation(
  context: Pick<ApiContext, "database" | "now">,
  secret: string,
): Promise<OpenedInvitation & { readonly organisationId: string }> {
  const invitationHash = hashSecret(secret);
  const found = await context.database.withActor(
    { organisationId: null, personId: null, invitationHash },
    (tx) => findOpenedInvitation(tx, invitationHash),
  );
  if (found === undefined || stateOfInvitation(found, context.now) !== "open") {
    throw new AppError("invitation_not_valid");
  }
  return {
    organisationId: found.organisation_id,
    organisationName: found.organisation_name,
    role: found.role,
    email: found.email,
    expiresAt: found.expires_at.toISOString(),
  };
}
