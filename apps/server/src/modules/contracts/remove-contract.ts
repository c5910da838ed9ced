/** Removes a contract with all that hangs on it. Sites stay: they belong to the organisation, not to the contract. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { deleteContract } from "./contracts.store.ts";
import { describeRemoved } from "./describe-for-audit.ts";
import { requireOwnContract } from "./require-contract.ts";
import { showContract } from "./show-contract.ts";

/** Removes the contract if nobody changed it since; the audit keeps what it was. */
export async function removeContract(
  work: Work,
  input: { readonly id: string; readonly version: number },
): Promise<void> {
  await requireOwnContract(work, input.id);
  const before = describeRemoved(await showContract(work, input.id));
  const gone = await deleteContract(
    work.tx,
    work.actor.organisationId,
    input.id,
    input.version,
  ).catch((error: unknown) => {
    throw isStillReferenced(error)
      ? new AppError(
          "still_in_use",
          "Call-offs rest on this framework; it stays as long as they do.",
        )
      : error;
  });
  if (!gone) throw new AppError("conflict");
  await recordAudit(work, {
    action: "remove-contract",
    subjectKind: "contract",
    subjectId: input.id,
    before,
  });
}

/** Foreign key violation: some call-off, perhaps another organisation's, names the framework. */
function isStillReferenced(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23503";
}
