/** Makes sure that whoever is named is among the organisation's suppliers. */
import type { Work } from "../../platform/api.ts";
import { upsertSuppliers, type NamedSupplier } from "./suppliers.store.ts";

/**
 * Adds the parties that are not known by name yet; blanks and capitals make no difference.
 *
 * @returns ids by the name as it was given
 * @example (await ensureSuppliers(work, [{ name: "Cedar IT" }])).get("Cedar IT")
 */
export async function ensureSuppliers(
  work: Work,
  parties: readonly NamedSupplier[],
): Promise<ReadonlyMap<string, string>> {
  const named = parties.filter((party) => party.name.trim() !== "");
  const ids = await upsertSuppliers(work.tx, work.actor.organisationId, named);
  return new Map(named.map((party, at) => [party.name, ids[at] ?? ""]));
}
