/** The job that carries a decision about many rows into each of them. */
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import { decidePart } from "./decide-check.ts";
import type { CheckAct } from "./intakes.policy.ts";
import { findIntake } from "./intakes.store.ts";
import { runStep } from "./run-step.ts";

export function decideMany(
  job: LongJob<{
    readonly intakeId: string;
    readonly check: string;
    readonly act: CheckAct;
    readonly personId: string | null;
  }>,
): Promise<void> {
  return runStep(job, "checking", async (step) => {
    if (step.intake.phase !== "decide") return;
    for (let goesOn = true; goesOn;) {
      goesOn = await step.inBatch(async (work) => {
        // As it stands now: the counts and the place it goes on after are written by every batch.
        const intake = (await findIntake(work, step.intakeId)) ?? step.intake;
        const part = await decidePart(work, intake, job.payload, intake.afterRow);
        const rowsDone = intake.rowsDone + part.rows;
        return part.last === null
          ? { change: { state: "to_review", rowsDone }, result: false }
          : { change: { ...part.counted, afterRow: part.last, rowsDone }, result: true };
      });
    }
  });
}
