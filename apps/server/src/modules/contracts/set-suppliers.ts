/** Sets who supplies a contract, or whose brands are bought; each becomes one of the organisation's suppliers. */
import type { Party } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { ensureSuppliers } from "../suppliers/index.ts";
import { setParties } from "./contracts.store.ts";

export async function setSuppliers(
  work: Work,
  contractId: string,
  role: "supplier" | "brand",
  parties: readonly Party[],
): Promise<void> {
  const supplierIds = await ensureSuppliers(work, parties);
  await setParties(work.tx, work.actor.organisationId, contractId, role, parties, supplierIds);
}
