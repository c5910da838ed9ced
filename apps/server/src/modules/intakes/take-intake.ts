/** A person takes the list; a worker puts it where it belongs. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { actsOf, laneOf } from "./intakes.policy.ts";
import { changeIntake, type IntakeChange, type StoredIntake } from "./intakes.store.ts";
import { notNow, requireIntake, requireVersion } from "./require-intake.ts";

/** @throws AppError `not_found`, `conflict`. */
export async function takeIntake(
  work: Work,
  input: { readonly intakeId: string; readonly version: number },
): Promise<{ version: number }> {
  const intake = await requireIntake(work, input.intakeId, "write");
  requireVersion(intake, input.version);
  if (!actsOf(intake).take) throw notNow(work, intake);
  await changeIntake(
    work,
    intake.id,
    intake.state,
    await beginTaking(work, intake, work.actor.personId),
  );
  await recordAudit(work, {
    action: "take-intake",
    subjectKind: "intake",
    subjectId: intake.id,
    after: { counts: intake.counts, contractId: intake.contractId },
  });
  return { version: intake.version + 1 };
}

/** What a checked list becomes on its way to where it belongs; its job is queued. */
export async function beginTaking(
  work: Work,
  intake: Pick<StoredIntake, "id" | "target" | "counts" | "sizeBytes">,
  takenBy: string | null,
): Promise<IntakeChange> {
  const { counts } = intake;
  await work.enqueue("take-intake", { intakeId: intake.id }, laneOf(intake));
  return {
    state: "taking",
    phase: intake.target === "contract" ? "place" : "record",
    afterRow: 0,
    rowsDone: 0,
    rowsDoneBefore: 0,
    rowsTotal: (counts?.accepted ?? 0) + (counts?.corrected ?? 0),
    stepStartedAt: work.now,
    takenBy,
  };
}
