/** On which side of a request an organisation stands, by its roles. */
import type { OrganisationRole } from "@throughline/domain";

/** An organisation may be on both sides: a reseller that buys. */
export type Side = "asks" | "answers";

const answering: readonly OrganisationRole[] = ["reseller", "brand", "site_operator"];

/**
 * Sides an organisation is on. One that has not said what it is may be on either; the operator of a hub begins as a buyer.
 *
 * @example sidesOf(["buyer", "reseller"]) // ["asks", "answers"]
 */
export function sidesOf(roles: readonly OrganisationRole[]): readonly Side[] {
  if (roles.length === 0) return ["asks", "answers"];
  const answers = roles.some((role) => answering.includes(role));
  const asks = !answers || roles.some((role) => role === "buyer" || role === "framework_authority");
  return [...(asks ? (["asks"] as const) : []), ...(answers ? (["answers"] as const) : [])];
}
