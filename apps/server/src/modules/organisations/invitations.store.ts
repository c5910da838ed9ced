/** All SQL on invitations. The secret of a link is never kept, only its hash. */
import type { Tx } from "@throughline/db";
import type { MemberRole } from "@throughline/domain";

export interface InvitationRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly email: string | null;
  readonly role: MemberRole;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
  readonly revoked_at: Date | null;
}

const columns = [
  "id",
  "organisation_id",
  "email",
  "role",
  "created_at",
  "expires_at",
  "accepted_at",
  "revoked_at",
] as const;

export interface NewInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly email: string | null;
  readonly role: MemberRole;
  readonly tokenHash: string;
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto("invitations")
    .values({
      id: invitation.id,
      organisation_id: invitation.organisationId,
      email: invitation.email,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

export async function listInvitationRows(tx: Tx, organisationId: string): Promise<InvitationRow[]> {
  const rows = await tx
    .selectFrom("invitations")
    .select(columns)
    .where("organisation_id", "=", organisationId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  // The column's check constraint holds the vocabulary.
  return rows.map((row) => ({ ...row, role: row.role as MemberRole }));
}

/** One invitation of the organisation, locked until the transaction ends. */
export async function lockInvitation(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<InvitationRow | undefined> {
  const row = await tx
    .selectFrom("invitations")
    .select(columns)
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, role: row.role as MemberRole };
}

/** The invitation whose link was opened, with the organisation's name. The scope must carry the hash. */
export async function findOpenedInvitation(
  tx: Tx,
  tokenHash: string,
): Promise<(InvitationRow & { readonly organisation_name: string }) | undefined> {
  const row = await tx
    .selectFrom("invitations as i")
    .innerJoin("organisations as o", "o.id", "i.organisation_id")
    .select([
      "i.id",
      "i.organisation_id",
      "i.email",
      "i.role",
      "i.created_at",
      "i.expires_at",
      "i.accepted_at",
      "i.revoked_at",
      "o.name as organisation_name",
    ])
    .where("i.token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && { ...row, role: row.role as MemberRole };
}

/** The same, locked: of two people who accept at once the second waits and then finds it accepted. */
export async function lockOpenedInvitation(
  tx: Tx,
  tokenHash: string,
): Promise<InvitationRow | undefined> {
  const row = await tx
    .selectFrom("invitations")
    .select(columns)
    .where("token_hash", "=", tokenHash)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, role: row.role as MemberRole };
}

export async function markAccepted(
  tx: Tx,
  tokenHash: string,
  personId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ accepted_at: at, accepted_by: personId })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Withdraws it and erases the address it was meant for. */
export async function markRevoked(
  tx: Tx,
  organisationId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ revoked_at: at, email: null })
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** Withdraws every invitation that is still open; answers their ids. */
export async function revokeOpenInvitations(
  tx: Tx,
  organisationId: string,
  at: Date,
): Promise<string[]> {
  const rows = await tx
    .updateTable("invitations")
    .set({ revoked_at: at, email: null })
    .where("organisation_id", "=", organisationId)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Withdraws the open invitations a person has made to one of these roles; answers their ids. */
export async function revokeInvitationsBy(
  tx: Tx,
  organisationId: string,
  personId: string,
  roles: readonly MemberRole[],
  at: Date,
): Promise<string[]> {
  if (roles.length === 0) return [];
  const rows = await tx
    .updateTable("invitations")
    .set({ revoked_at: at, email: null })
    .where("organisation_id", "=", organisationId)
    .where("invited_by", "=", personId)
    .where("role", "in", roles)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Erases the addresses of the invitations a person joined by; answers the invitations' ids. */
export async function eraseAddressesOf(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<string[]> {
  const rows = await tx
    .updateTable("invitations")
    .set({ email: null })
    .where("organisation_id", "=", organisationId)
    .where("accepted_by", "=", personId)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}
