/** Adds a row to the table. */
import type { PolicyRowInput } from "@throughline/contract";
import type { Sentence } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { describeForAudit } from "./describe-for-audit.ts";
import { ensureHead, insertRow } from "./policies.store.ts";
import { sayRow } from "./policy-sentences.ts";
import { requireSound, warnAbout } from "./require-row.ts";

/** Adds it. Days that have passed are taken: a policy is often older than its record here; a warning says so. */
export async function addRow(
  work: Work,
  input: PolicyRowInput,
): Promise<{ id: string; warnings: Sentence[] }> {
  await ensureHead(work);
  const library = await openHouseLibrary(work);
  await requireSound(work, input, library);
  const id = await insertRow(work, input);
  await recordAudit(work, {
    action: "add-policy-row",
    subjectKind: "policy_row",
    subjectId: id,
    after: describeForAudit(input),
  });
  const past =
    input.effectiveFrom < work.today
      ? [sayRow("row.warning.past", { from: input.effectiveFrom })]
      : [];
  return { id, warnings: [...past, ...(await warnAbout(work, id, library))] };
}
