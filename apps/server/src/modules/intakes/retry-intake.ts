/** Goes on after a failure from where it stood. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { removePlacements } from "./intake-rows.store.ts";
import { actsOf, laneOf } from "./intakes.policy.ts";
import { changeIntake, type StoredIntake } from "./intakes.store.ts";
import { notNow, requireIntake } from "./require-intake.ts";

const jobOf = {
  reading: "read-intake",
  checking: "check-intake",
  taking: "take-intake",
} as const;

/** @throws AppError `not_found`, `conflict` (it has not failed, or nothing is left to go on with). */
export async function retryIntake(
  work: Work,
  { intakeId }: { readonly intakeId: string },
): Promise<{ version: number }> {
  const intake = await requireIntake(work, intakeId, "write");
  const { failedIn } = intake;
  if (!actsOf(intake).retry || failedIn === null) throw notNow(work, intake);
  await changeIntake(work, intakeId, "failed", {
    state: failedIn,
    failure: null,
    failedIn: null,
    finishedAt: null,
    stepStartedAt: work.now,
    rowsDoneBefore: intake.rowsDone,
    ...(await beginAnew(work, intake)),
  });
  await work.enqueue(jobOf[failedIn], { intakeId }, laneOf(intake));
  await recordAudit(work, {
    action: "retry-intake",
    subjectKind: "intake",
    subjectId: intakeId,
    before: { failure: intake.failureCode, failedIn },
  });
  return { version: intake.version + 1 };
}

/** Sites that rows were placed at may be gone with whatever made the last part fail: they are placed again. */
async function beginAnew(work: Work, intake: StoredIntake): Promise<object> {
  if (intake.phase === "decide")
    return {
      phase: "check",
      afterRow: intake.mapping?.headerRow ?? 0,
      rowsDone: 0,
      rowsDoneBefore: 0,
    };
  if (intake.phase !== "write") return {};
  await removePlacements(work, intake.id);
  return { phase: "place", afterRow: 0, rowsDone: 0, rowsDoneBefore: 0 };
}
