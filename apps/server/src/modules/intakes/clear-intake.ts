/** The job that removes what was written of a list that was given up or could not be read. Until it is done nobody is shown any of it. */
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import { lockSites, removePendingSites } from "../sites/index.ts";
import { removePlacements, removeRows } from "./intake-rows.store.ts";
import { findIntake, removeSource } from "./intakes.store.ts";

const rowsAtOnce = 20_000;

export async function clearIntake(job: LongJob<{ readonly intakeId: string }>): Promise<void> {
  const { intakeId } = job.payload;
  const isOver = await job.inBatch(async (work) => {
    const intake = await findIntake(work, intakeId);
    if (intake?.state !== "cancelled" && intake?.state !== "failed") return false;
    await removeSource(work, intakeId);
    await removePlacements(work, intakeId);
    return true;
  });
  if (!isOver) return;
  for (let left = true; left;)
    left = await job.inBatch(async (work) => {
      await lockSites(work);
      return !(await removePendingSites(work, intakeId));
    });
  while ((await job.inBatch((work) => removeRows(work, intakeId, rowsAtOnce))) > 0);
}
