/** What an API token may carry. Pure. */
import { permissionsOfRole, type MemberRole, type Permission } from "@throughline/domain";

export type ScopeDecision =
  | { readonly ok: true; readonly scopes: readonly Permission[] }
  | { readonly ok: false; readonly code: "not_allowed"; readonly beyond: readonly Permission[] };

/** A token never carries more than its owner's role allows on the day it is made; later the role counts anew each time. */
export function decideScopes(role: MemberRole, wanted: readonly Permission[]): ScopeDecision {
  const allowed = permissionsOfRole[role];
  const beyond = wanted.filter((scope) => !allowed.includes(scope));
  if (beyond.length > 0) return { ok: false, code: "not_allowed", beyond: [...new Set(beyond)] };
  return { ok: true, scopes: [...new Set(wanted)] };
}
