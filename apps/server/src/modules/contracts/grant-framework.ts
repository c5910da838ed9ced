/** Lets another organisation call off from a framework. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { insertAccess } from "./frameworks.store.ts";
import { requireOwnContract } from "./require-contract.ts";

/** Grants the use; granting it twice changes nothing. The user sees the framework, its lots and conditions, and no more. */
export async function grantFramework(
  work: Work,
  input: { readonly id: string; readonly organisationId: string },
): Promise<void> {
  const contract = await requireOwnContract(work, input.id);
  if (contract.kind !== "framework") {
    throw new AppError("input_invalid", "Only a framework can be called off from by others.", [
      { path: "/id", message: "This is not a framework." },
    ]);
  }
  const granted = await insertAccess(
    work.tx,
    input.id,
    input.organisationId,
    work.actor.organisationId,
  ).catch((error: unknown) => {
    // 23503: the foreign key finds no such organisation.
    if (!(error instanceof Error && "code" in error && error.code === "23503")) throw error;
    throw new AppError("reference_unknown", "No organisation here has this id.", [
      { path: "/organisationId", message: "Ask the organisation for the id on its own page." },
    ]);
  });
  if (!granted) return;
  await recordAudit(work, {
    action: "grant-framework",
    subjectKind: "contract",
    subjectId: input.id,
    after: { organisationId: input.organisationId },
  });
}
