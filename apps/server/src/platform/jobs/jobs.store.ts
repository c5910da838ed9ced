/** What we ask of the queue's tables ourselves, as the login role and outside any use case. */
import type { Database } from "@throughline/db";
import type { Lane } from "./boss-options.ts";

/** The attempt of a job that a worker holds. */
export interface HeldJob {
  readonly id: string;
  readonly name: string;
  readonly retryCount: number;
}

// The start stays noted, so that the next claim counts as another attempt and this one can commit nothing any more;
// the limit grows with it: being stopped is not a failure.
const setFree =
  "state = 'retry', retry_limit = retry_limit + 1, start_after = now(), heartbeat_on = null";

/** Puts a job back for another worker at once. */
export async function giveBack(database: Database, job: HeldJob): Promise<void> {
  await database.signInPool.query(
    `update jobs.job set ${setFree} where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
    [job.name, job.id, job.retryCount],
  );
}

/** Notes who works on jobs, so that its successor knows them for orphans. */
export async function noteWorker(
  database: Database,
  jobs: readonly HeldJob[],
  workerId: string,
): Promise<void> {
  await database.signInPool.query(
    "update jobs.job set group_id = $2 where id = any($1) and state = 'active' and name in ('quick', 'long')",
    [jobs.map((job) => job.id), workerId],
  );
}

/** Jobs that are being worked on by a worker of this id; of any, when `null`. */
export async function listHeld(database: Database, workerId: string | null): Promise<HeldJob[]> {
  const { rows } = await database.signInPool.query<HeldJob>(
    `select id, name, retry_count as "retryCount" from jobs.job
     where state = 'active' and name in ('quick', 'long') and ($1::text is null or group_id = $1)`,
    [workerId],
  );
  return rows;
}

/** Makes what is due by an instant due now; for tests, which do not wait. */
export async function bringForward(database: Database, until: Date): Promise<void> {
  await database.signInPool.query(
    "update jobs.job set start_after = now() where state < 'active' and name in ('quick', 'long') and start_after <= $1 and start_after > now()",
    [until],
  );
}

export interface LaneCount {
  readonly lane: Lane;
  /** Due and not begun. */
  readonly waiting: number;
  /** For a later time: delayed, or to be tried again. */
  readonly later: number;
  readonly running: number;
  /** Of those that wait, for how long the first has, in seconds. */
  readonly waitingSeconds: number;
}

export interface JobCounts {
  readonly lanes: readonly LaneCount[];
  /** Failed for good, by kind. */
  readonly failed: readonly { readonly job: string; readonly count: number }[];
}

/** For `throughline doctor`. Counts over all organisations: numbers of jobs by kind, nothing of what they are about. */
export async function countJobs(database: Database): Promise<JobCounts> {
  const pool = database.signInPool;
  const lanes = await pool.query<LaneCount>(`
    select q.name as lane,
      count(j.id) filter (where j.state < 'active' and j.start_after <= now())::int as waiting,
      count(j.id) filter (where j.state < 'active' and j.start_after > now())::int as later,
      count(j.id) filter (where j.state = 'active')::int as running,
      coalesce(extract(epoch from now() - min(j.start_after) filter (where j.state < 'active' and j.start_after <= now())), 0)::int as "waitingSeconds"
    from jobs.queue q left join jobs.job j on j.name = q.name
    where q.name in ('quick', 'long') group by q.name order by q.name desc`);
  const failed = await pool.query<JobCounts["failed"][number]>(`
    select data->>'job' as job, count(*)::int as count from jobs.job where name = 'dead' group by 1 order by 1`);
  return { lanes: lanes.rows, failed: failed.rows };
}
