/** A person gives a list up: at once for everybody; a worker removes what was written. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { actsOf, laneOf } from "./intakes.policy.ts";
import { changeIntake, removeSource } from "./intakes.store.ts";
import { notNow, requireIntake } from "./require-intake.ts";

/** @throws AppError `not_found`, `conflict` (it is taken already). Giving up what was given up changes nothing. */
export async function cancelIntake(
  work: Work,
  { intakeId }: { readonly intakeId: string },
): Promise<{ version: number }> {
  const intake = await requireIntake(work, intakeId, "write");
  if (intake.state === "cancelled") return { version: intake.version };
  if (!actsOf(intake).cancel) throw notNow(work, intake);
  await changeIntake(work, intakeId, intake.state, {
    state: "cancelled",
    cancelRequestedAt: work.now,
    finishedAt: work.now,
    failure: null,
    failedIn: null,
  });
  await removeSource(work, intakeId);
  await work.enqueue("clear-intake", { intakeId }, laneOf(intake));
  await recordAudit(work, {
    action: "cancel-intake",
    subjectKind: "intake",
    subjectId: intakeId,
    before: { state: intake.state, rowsDone: intake.rowsDone },
  });
  return { version: intake.version + 1 };
}
