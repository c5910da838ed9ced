/** Ties a contract to the procurement it came of. */
import type { Work } from "../../platform/api.ts";
import { setProcurement } from "./contracts.store.ts";

/** Both are the organisation's own: the database holds that they are. The audit has it with the award. */
export async function linkToProcurement(
  work: Work,
  contractId: string,
  procurementId: string,
  lots: readonly string[],
): Promise<void> {
  await setProcurement(work.tx, work.actor.organisationId, contractId, procurementId, lots);
}
