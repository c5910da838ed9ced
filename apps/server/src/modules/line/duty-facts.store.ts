/** What duties read of a contract beside what its line reads. */
import type { Tx } from "@throughline/db";

/** How often a contract was changed, since when it is here, and which member follows it up. */
export async function readContractHeads(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("contracts")
    .where("id", "in", contractIds)
    .select(["id", "version", "created_at", "follow_up_person_id"])
    .execute();
}
