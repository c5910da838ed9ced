/** Makes an invitation by link. The secret stands behind `#`, which browsers do not send: it reaches no log. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "@throughline/db";
import type { MemberRole } from "@throughline/domain";
import { insertInvitation } from "./invitations.store.ts";

export interface InvitationRequest {
  readonly organisationId: string;
  readonly email: string | null;
  readonly role: MemberRole;
  readonly invitedBy: string | null;
  readonly now: Date;
  readonly expiresInDays: number;
}

export interface MadeInvitation {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Shown once; only its hash is kept. */
  readonly secret: string;
}

const dayMs = 86_400_000;

/** What is kept of a link's secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The link that carries a secret. */
export function linkOf(publicUrl: string, secret: string): string {
  return `${publicUrl.replace(/\/$/, "")}/join#${secret}`;
}

/** Writes the invitation and answers its secret. The caller audits it. */
export async function makeInvitation(tx: Tx, request: InvitationRequest): Promise<MadeInvitation> {
  const secret = randomBytes(32).toString("base64url");
  const made = {
    id: randomUUID(),
    createdAt: request.now,
    expiresAt: new Date(request.now.getTime() + request.expiresInDays * dayMs),
  };
  await insertInvitation(tx, {
    ...made,
    organisationId: request.organisationId,
    email: request.email,
    role: request.role,
    invitedBy: request.invitedBy,
    tokenHash: hashSecret(secret),
  });
  return { ...made, secret };
}
