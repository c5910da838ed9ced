/** The acting organisation's invitations, newest first, and what became of each. */
import type { MemberRole } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { listInvitationRows } from "./invitations.store.ts";
import { stateOfInvitation, type InvitationState } from "./organisations.policy.ts";

export interface ListedInvitation {
  readonly id: string;
  readonly email: string | null;
  readonly role: MemberRole;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: InvitationState;
}

export async function listInvitations(work: Work): Promise<{ items: ListedInvitation[] }> {
  const rows = await listInvitationRows(work.tx, work.actor.organisationId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      state: stateOfInvitation(row, work.now),
    })),
  };
}
