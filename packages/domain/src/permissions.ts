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
];
const contribute: readonly Permission[] = [
  ...readOnly,
  "contract.write",
  "disclosure.write",
  "site.write",
  "request.write",
];
const manage: readonly Permission[] = [
  ...contribute,
  // What was sent, refused and disclosed goes with the contract: not a contributor's to destroy.
  "contract.remove",
  "site.publish",
  "screening.decide",
  "audit.read",
  "member.write",
];

/** What each member role may do. */
export const permissionsOfRole: Readonly<Record<MemberRole, readonly Permission[]>> = {
  owner: [...manage, "organisation.write"],
  manager: manage,
  contributor: contribute,
  reader: readOnly,
};

/** Who acts: a member of one organisation, through a session or a token. */
export interface Actor {
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MemberRole;
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
