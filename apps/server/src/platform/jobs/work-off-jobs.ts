/** Works off what is queued, one job after the other, and stops; for tests. */
import { PgBoss } from "pg-boss";
import { bossOptions, lanes, stillClock } from "./boss-options.ts";
import { bringForward } from "./jobs.store.ts";
import { nameOf, runJob, type Claim, type JobOutcome, type JobParts } from "./run-job.ts";

export interface WorkedOff {
  readonly job: string;
  readonly id: string;
  readonly outcome: JobOutcome;
}

/**
 * Runs all that is due, and what that queues in turn.
 *
 * @param until also what is delayed, or to be tried again, up to this instant
 */
export async function workOffJobs(parts: JobParts, until?: Date): Promise<WorkedOff[]> {
  const pool = parts.database.signInPool;
  const boss = new PgBoss({
    ...bossOptions,
    clock: stillClock,
    db: { executeSql: (text, values) => pool.query(text, values) },
  });
  await boss.start();
  const done: WorkedOff[] = [];
  if (until !== undefined) await bringForward(parts.database, until);
  for (let found = true; found;) {
    found = false;
    for (const lane of lanes) {
      const claims: Claim[] = await boss.fetch<unknown>(lane, { includeMetadata: true });
      for (const claim of claims) {
        found = true;
        const outcome = await runJob(parts, boss, claim, new AbortController().signal);
        done.push({ job: nameOf(claim), id: claim.id, outcome });
      }
    }
  }
  await boss.stop({ graceful: false, close: false });
  return done;
}
