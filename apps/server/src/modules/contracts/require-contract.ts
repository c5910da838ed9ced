/** Finds a contract that may be changed. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { findContract, type ContractRow } from "./contracts.store.ts";

/** The contract, one's own or a framework one may use; `not_found` for another's as for none. */
export async function requireContract(work: Work, id: string): Promise<ContractRow> {
  const contract = await findContract(work.tx, id);
  if (contract === undefined) throw new AppError("not_found", "There is no such contract here.");
  return contract;
}

/** The organisation's own contract; a framework that another keeps can be used, not changed. */
export async function requireOwnContract(work: Work, id: string): Promise<ContractRow> {
  const contract = await requireContract(work, id);
  if (contract.organisation_id !== work.actor.organisationId) {
    throw new AppError(
      "not_allowed",
      "This framework is kept by another organisation; record a call-off of your own.",
    );
  }
  return contract;
}
