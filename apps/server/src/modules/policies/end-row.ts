/** Ends a row on a day, or removes one nobody relied on yet. */
import { AppError, type IsoDate } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { describeForAudit } from "./describe-for-audit.ts";
import { checkLastDay, isDraft } from "./policies.policy.ts";
import { deleteRow, setLastDay } from "./policies.store.ts";
import { requireRow } from "./require-row.ts";

/** Sets the last day of a row that counts. */
export async function endRow(
  work: Work,
  input: {
    readonly id: string;
    readonly version: number;
    readonly on: IsoDate;
    readonly reason: string;
  },
): Promise<{ version: number }> {
  const row = await requireRow(work, input.id);
  const fault = checkLastDay(row, input.on, work.today);
  if (fault !== null) throw new AppError("input_invalid", fault.message, [fault]);
  if (!(await setLastDay(work, input.id, input.version, input.on))) throw new AppError("conflict");
  await recordAudit(work, {
    action: "end-policy-row",
    subjectKind: "policy_row",
    subjectId: input.id,
    before: { effectiveTo: row.effectiveTo },
    after: {
      effectiveTo: input.on,
      reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
    },
  });
  return { version: input.version + 1 };
}

/** Removes a draft; the row whose place it was to take goes on as before. */
export async function removeRow(
  work: Work,
  input: { readonly id: string; readonly version: number },
): Promise<void> {
  const row = await requireRow(work, input.id);
  if (row.followedBy !== null)
    throw new AppError("still_in_use", "Another row is to take its place; remove that one first.");
  if (!isDraft(row, work.today))
    throw new AppError(
      "still_in_use",
      "This row has counted: end it instead, so that it stays known.",
    );
  if (!(await deleteRow(work, input.id, input.version))) throw new AppError("conflict");
  if (row.follows !== null) {
    const before = await requireRow(work, row.follows);
    await setLastDay(work, before.id, before.version, row.followsUntil);
  }
  await recordAudit(work, {
    action: "remove-policy-row",
    subjectKind: "policy_row",
    subjectId: input.id,
    before: describeForAudit(row),
  });
}
