/** Which flags of a disclosed row stay with the site it names. */
import type { RowFlag } from "./disclosure-rows.ts";

const aboutThePlace: ReadonlySet<RowFlag> = new Set<RowFlag>([
  "head_office",
  "warehouse",
  "not_manufacturing",
  "packer",
  "po_box",
  "country_contradicts_address",
  "territory_filed_under_china",
  "short_address",
  "short_name",
  "address_missing",
  "country_missing",
  "address_cut_off",
  "identity_masked",
]);

/**
 * Flags of a row that speak about the place and not about the list it stands in.
 *
 * @example flagsOfPlace(["warehouse", "duplicate_in_list"]) // → ["warehouse"]
 */
export function flagsOfPlace(flags: readonly RowFlag[]): RowFlag[] {
  return flags.filter((flag) => aboutThePlace.has(flag));
}
