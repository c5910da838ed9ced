/** Finds a contract of the server by its id or its reference. */
import type { ApiClient } from "@throughline/contract";
import { AppError } from "@throughline/domain";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/**
 * The id of the contract.
 *
 * @throws AppError `not_found` when no contract has the reference
 * @example await findContract(client, "NB-2026-014")
 */
export async function findContract(client: ApiClient, given: string): Promise<string> {
  if (uuid.test(given)) return given;
  const wanted = given.trim().toLowerCase();
  let after: string | undefined;
  do {
    const page = await client.contracts.list({
      search: given,
      limit: 100,
      ...(after === undefined ? {} : { after }),
    });
    const found = page.items.find((one) => one.reference.toLowerCase() === wanted);
    if (found !== undefined) return found.id;
    after = page.next ?? undefined;
  } while (after !== undefined);
  throw new AppError("not_found", `No contract has the reference ${given}.`);
}
