/** Requests hang on a contract of one's own. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { findKeeper } from "../line/index.ts";

/** A framework that another organisation keeps is theirs to ask about. */
export function refuseKeptElsewhere(): never {
  throw new AppError(
    "not_allowed",
    "This framework is kept by another organisation; record a call-off of your own.",
  );
}

/** Refuses what is not there (`not_found`) and what another organisation keeps (`not_allowed`). */
export async function requireOwnContract(work: Work, contractId: string): Promise<void> {
  const keeper = await findKeeper(work, contractId);
  if (keeper === undefined) throw new AppError("not_found", "There is no such contract here.");
  if (keeper !== work.actor.organisationId) refuseKeptElsewhere();
}
