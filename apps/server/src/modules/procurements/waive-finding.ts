/** Lets a mismatch stand, with a reason and under a name; or takes that back. */
import type { AlignmentWaiver } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { memberOf, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { align } from "./align.ts";
import { loadProcurement } from "./load-procurement.ts";
import { endWaiver, insertAct, insertWaiver } from "./procurement-acts.store.ts";

/** Waives a mismatch that is there now. The waiver holds on to its key: when the values change, it falls off. */
export async function waiveFinding(
  work: Work,
  input: { readonly id: string; readonly findingKey: string; readonly reason: string },
): Promise<AlignmentWaiver> {
  // A waiver stands under somebody's name.
  const { personId } = memberOf(work.actor);
  const loaded = await loadProcurement(work, input.id);
  const { alignment, ground } = await align(work, loaded);
  const finding = alignment.findings.find(({ key }) => key === input.findingKey);
  if (finding === undefined)
    throw new AppError("not_found", "This mismatch is not there, or not any more.");
  if (finding.waiver !== null)
    throw new AppError("already_exists", "Somebody has already let it stand.");
  if (!finding.waivable)
    throw new AppError("input_invalid", "This mismatch cannot be waived; mend it.", [
      { path: "/findingKey", message: "This mismatch cannot be waived." },
    ]);
  const { reason } = input;
  const id = await insertWaiver(work, { procurementId: input.id, key: finding.key, reason });
  await note(work, loaded, "waive-finding", { finding: finding.sentence.text }, reason);
  await recordAudit(work, {
    action: "waive-finding",
    subjectKind: "procurement",
    subjectId: input.id,
    after: {
      waiverId: id,
      finding: finding.key,
      code: finding.code,
      reason: await sealPersonal(work, subjectOf(work.actor), reason),
    },
  });
  return { id, reason, by: ground.members.get(personId) ?? null, on: work.today };
}

/** Takes a waiver back: the mismatch is open again. */
export async function withdrawWaiver(
  work: Work,
  input: { readonly id: string; readonly waiverId: string },
): Promise<void> {
  const loaded = await loadProcurement(work, input.id);
  const key = await endWaiver(work, input.id, input.waiverId);
  if (key === undefined) throw new AppError("not_found", "There is no such waiver.");
  await note(work, loaded, "withdraw-waiver", {}, null);
  await recordAudit(work, {
    action: "withdraw-waiver",
    subjectKind: "procurement",
    subjectId: input.id,
    before: { waiverId: input.waiverId, finding: key },
  });
}

/** Stands among the acts, and cannot be undone there: waiving and taking back are each other's undoing. */
async function note(
  work: Work,
  { facts, version }: Awaited<ReturnType<typeof loadProcurement>>,
  kind: "waive-finding" | "withdraw-waiver",
  about: Record<string, string>,
  reason: string | null,
): Promise<void> {
  await insertAct(work, {
    procurementId: facts.id,
    kind,
    about,
    reason,
    before: null,
    versionAfter: version,
  });
}
