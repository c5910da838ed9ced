/** Which organisation keeps a contract. */
import type { Work } from "../../platform/api.ts";
import { readKeeper } from "./line.store.ts";

/** The organisation's id; `undefined` for a contract the acting organisation may not see, as for none. */
export async function findKeeper(work: Work, contractId: string): Promise<string | undefined> {
  return readKeeper(work.tx, contractId);
}
