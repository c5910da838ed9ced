/** Which organisation keeps a contract. */
import type { Work } from "../../platform/api.ts";

/** The organisation's id; `undefined` for a contract the acting organisation may not see, as for none. */
export async function findKeeper(work: Work, contractId: string): Promise<string | undefined> {
  const row = await work.tx
    .selectFrom("contracts")
    .where("id", "=", contractId)
    .select("organisation_id")
    .executeTakeFirst();
  return row?.organisation_id;
}
