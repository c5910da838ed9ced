/** Who may change whom, and what an organisation may say about itself. Pure decisions. */
import type { MemberRole, OrganisationRole } from "@throughline/domain";

/** A decision about people or roles; `why` says it in words. */
export type MemberDecision =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: "not_allowed" | "last_owner";
      readonly why?: string;
    };

const allowed: MemberDecision = { ok: true };
const onlyOwners: MemberDecision = {
  ok: false,
  code: "not_allowed",
  why: "Only an owner makes, changes or removes owners.",
};

/** May the actor give a member another role? `owners` counts the owners there are now. */
export function decideRoleChange(change: {
  readonly actorRole: MemberRole;
  readonly from: MemberRole;
  readonly to: MemberRole;
  readonly owners: number;
}): MemberDecision {
  const touchesOwners = change.from === "owner" || change.to === "owner";
  if (touchesOwners && change.actorRole !== "owner") return onlyOwners;
  if (change.from === "owner" && change.to !== "owner" && change.owners <= 1) {
    return { ok: false, code: "last_owner" };
  }
  return allowed;
}

/** May the actor remove this member? */
export function decideRemoval(removal: {
  readonly actorRole: MemberRole;
  readonly role: MemberRole;
  readonly owners: number;
}): MemberDecision {
  if (removal.role !== "owner") return allowed;
  if (removal.actorRole !== "owner") return onlyOwners;
  return removal.owners <= 1 ? { ok: false, code: "last_owner" } : allowed;
}

/** May the actor invite somebody to this role? */
export function decideInvitation(actorRole: MemberRole, role: MemberRole): MemberDecision {
  return role === "owner" && actorRole !== "owner" ? onlyOwners : allowed;
}

/** May an organisation say that these are its roles? It cannot make itself operator of the hub. */
export function decideOwnRoles(
  held: readonly OrganisationRole[],
  wanted: readonly OrganisationRole[],
): MemberDecision {
  if (wanted.includes("hub_operator") && !held.includes("hub_operator")) {
    return {
      ok: false,
      code: "not_allowed",
      why: "An organisation cannot make itself operator of the hub.",
    };
  }
  return allowed;
}

/** What an invitation is at an instant. */
export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** Reads an invitation's state: what was done with it, else whether its time is over. */
export function stateOfInvitation(
  invitation: {
    readonly accepted_at: Date | null;
    readonly revoked_at: Date | null;
    readonly expires_at: Date;
  },
  now: Date,
): InvitationState {
  if (invitation.accepted_at !== null) return "accepted";
  if (invitation.revoked_at !== null) return "revoked";
  return invitation.expires_at <= now ? "expired" : "open";
}
