/** Changes a row from a day on. */
import type { PolicyRowInput } from "@throughline/contract";
import { AppError, type Sentence } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { describeForAudit } from "./describe-for-audit.ts";
import { decideChange } from "./policies.policy.ts";
import { insertRow, replaceRow, setLastDay } from "./policies.store.ts";
import { requireRow, requireSound, warnAbout } from "./require-row.ts";

/** A draft is written over; a row that counts ends the day before, and a new one begins. */
export async function changeRow(
  work: Work,
  { id, version, ...input }: PolicyRowInput & { readonly id: string; readonly version: number },
): Promise<{ id: string; endedId: string | null; warnings: Sentence[] }> {
  const row = await requireRow(work, id);
  const library = await openHouseLibrary(work);
  const decision = decideChange(row, input.effectiveFrom, work.today);
  if (decision.kind === "refused")
    throw new AppError(decision.code, decision.detail.message, [decision.detail]);
  await requireSound(work, input, library);
  const written =
    decision.kind === "write_over"
      ? await replaceRow(work, id, version, input)
      : await setLastDay(work, id, version, decision.lastDay);
  if (!written) throw new AppError("conflict");
  const newId =
    decision.kind === "write_over"
      ? id
      : await insertRow(work, input, { id, until: row.effectiveTo });
  await recordAudit(work, {
    action: "change-policy-row",
    subjectKind: "policy_row",
    subjectId: newId,
    before: { id, ...describeForAudit(row) },
    after: describeForAudit(input),
  });
  return {
    id: newId,
    endedId: newId === id ? null : id,
    warnings: await warnAbout(work, newId, library),
  };
}
