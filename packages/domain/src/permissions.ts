/** The permission vocabulary. Roles grant permissions; API tokens carry a subset as scopes. */
import { z } from "zod";
import type { MemberRole } from "./vocabulary.ts";

export const permissions = [
  "organisation.read",
  "organisation.write",
  "member.read",
  "member.write",
  "contract.read",
  "contract.write",
  "contract.remove",
  "disclosure.read",
  "disclosure.write",
  "site.read",
  "site.write",
  "site.publish",
  "screening.decide",
  "request.write",
  "supplier.read",
  "supplier.write",
  "record.read",
  "record.write",
  "release.write",
  "requirement.read",
  "requirement.write",
  "procurement.read",
  "procurement.write",
  "procurement.publish",
  "harmonisation.read",
  "harmonisation.write",
  "dialogue.read",
  "dialogue.write",
  "kpi.read",
  "kpi.write",
  "kpi.publish",
  "audit.read",
] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

const readOnly: readonly Permission[] = [
  "organisation.read",
  "member.read",
  "contract.read",
  "disclosure.read",
  "site.read",
  "supplier.read",
  "record.read",
  "requirement.read",
  "procurement.read",
  "harmonisation.read",
  "dialogue.read",
  "kpi.read",
];
const contribute: readonly Permission[] = [
  ...readOnly,
  "contract.write",
  "disclosure.write",
  "site.write",
  "request.write",
  "supplier.write",
  "record.write",
  "procurement.write",
  "dialogue.write",
  "kpi.write",
];
const manage: readonly Permission[] = [
  ...contribute,
  // What was sent, refused and disclosed goes with the contract: not a contributor's to destroy.
  "contract.remove",
  "site.publish",
  "screening.decide",
  "audit.read",
  "member.write",
  // A release leaves the house.
  "release.write",
  // What the house asks of everybody, what it publishes, and what it tells other buyers.
  "requirement.write",
  "procurement.publish",
  "harmonisation.write",
  "kpi.publish",
];

/**
 * Who can act: a member by its role; a `guest`, who holds the link and code of a request or of a seat in a dialogue and
 * works in the workspace that answers; the `system`, which works off what members began.
 */
export type ActorRole = MemberRole | "guest" | "system";

/** What each role may do. */
export const permissionsOfRole: Readonly<Record<ActorRole, readonly Permission[]>> = {
  owner: [...manage, "organisation.write"],
  manager: manage,
  contributor: contribute,
  reader: readOnly,
  guest: ["record.read", "record.write", "release.write", "dialogue.read", "dialogue.write"],
  system: permissions,
};

/** Who acts: a member of one organisation, through a session or a token; a guest; the system. */
export interface Actor {
  readonly organisationId: string;
  /** `null` for a guest and for the system. */
  readonly personId: string | null;
  readonly role: ActorRole;
  /** `null` for a browser session: all permissions of the role. */
  readonly scopes: readonly Permission[] | null;
  readonly requestId: string;
}

export type Permitted =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: "not_allowed" | "token_scope_missing";
      readonly missing: Permission;
    };

/** Decides whether the actor may; a token never gives more than its owner's role. */
export function permits(actor: Pick<Actor, "role" | "scopes">, permission: Permission): Permitted {
  if (!permissionsOfRole[actor.role].includes(permission)) {
    return { ok: false, code: "not_allowed", missing: permission };
  }
  if (actor.scopes !== null && !actor.scopes.includes(permission)) {
    return { ok: false, code: "token_scope_missing", missing: permission };
  }
  return { ok: true };
}
