/**
 * The first start of an installation without demonstrations: an organisation that operates the hub, and a one-time
 * link for its first owner. Until somebody has joined, every start prints a fresh link and withdraws the one before.
 */
import type { Database } from "@throughline/db";
import { recordSystemAudit } from "../../platform/audit.ts";
import { anybodyCanSignIn } from "../../platform/keep-people.ts";
import { layOrganisation, saidOf } from "./create-organisation.ts";
import { readDecision, writeDecision } from "./first-organisation.store.ts";
import { revokeOpenInvitations } from "./invitations.store.ts";
import { linkOf, makeInvitation } from "./make-invitation.ts";
import { hasMembers } from "./members.store.ts";
import { lockOrganisation } from "./organisations.store.ts";

const occasion = "first-start";
const linkDays = 7;

/** The owner gives it its own name after joining. */
const about = { name: "Our organisation", country: null, roles: ["hub_operator"] } as const;

/**
 * @param publicUrl address people use, for the link
 * @param now the clock
 * @returns the link, or `null` when somebody has joined already
 */
export async function openFirstOrganisation(
  database: Database,
  publicUrl: string,
  now: Date = new Date(),
): Promise<string | null> {
  const organisationId = await decideFirstOrganisation(database);
  if (organisationId === null) return null;
  return database.withActor({ organisationId, personId: null }, async (tx) => {
    const laid = await layOrganisation(tx, organisationId, about);
    if (laid) {
      await recordSystemAudit(tx, organisationId, occasion, {
        action: "open-organisation",
        subjectKind: "organisation",
        subjectId: organisationId,
        after: saidOf(about),
      });
    }
    // Servers that start at the same moment withdraw each other's links one after the other: one stays open.
    await lockOrganisation(tx, organisationId);
    if (await hasMembers(tx, organisationId)) return null;
    for (const id of await revokeOpenInvitations(tx, organisationId, now)) {
      await recordSystemAudit(tx, organisationId, occasion, {
        action: "revoke-invitation",
        subjectKind: "invitation",
        subjectId: id,
      });
    }
    const made = await makeInvitation(tx, {
      organisationId,
      email: null,
      role: "owner",
      invitedBy: null,
      now,
      expiresInDays: linkDays,
    });
    await recordSystemAudit(tx, organisationId, occasion, {
      action: "invite-member",
      subjectKind: "invitation",
      subjectId: made.id,
      after: { role: "owner", email: null, expiresAt: made.expiresAt },
    });
    return linkOf(publicUrl, made.secret);
  });
}

/**
 * The id of the first organisation, decided once and for all servers. Nobody can count organisations across row
 * security, so the decision is kept beside the sign-in. `null` when it was never decided and people can sign in: they
 * came in another way (the demonstrations) and will invite others.
 */
async function decideFirstOrganisation(database: Database): Promise<string | null> {
  const known = await readDecision(database);
  if (known !== null) return known;
  if (await anybodyCanSignIn(database)) return null;
  await writeDecision(database);
  return readDecision(database);
}
