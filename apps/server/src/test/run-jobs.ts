/** Works off what is queued in a test database, with the handlers of the product. */
import type { Database } from "@throughline/db";
import { pino } from "pino";
import { makeJobHandlers, type JobOutside } from "../job-handlers.ts";
import { jobCatalogue } from "../platform/jobs/job-catalogue.ts";
import { workOffJobs, type WorkedOff } from "../platform/jobs/work-off-jobs.ts";

/** The secret of every test server. */
export const testSecret = "a-secret-for-tests-only-0123456789abcdef";

export interface RunJobsOptions extends Partial<JobOutside> {
  readonly now?: () => Date;
  /** Also what is delayed, or to be tried again, up to this instant. */
  readonly until?: Date;
}

/**
 * Runs every job that is due, and those they queue, one after the other; answers what became of each.
 *
 * @example expect(await runJobs(db.database)).toMatchObject([{ job: "send-mail", outcome: "done" }])
 */
export function runJobs(database: Database, options: RunJobsOptions = {}): Promise<WorkedOff[]> {
  const { mailer = null, publicUrl = "http://localhost", now, until } = options;
  const secret = options.secret ?? testSecret;
  return workOffJobs(
    {
      database,
      catalogue: jobCatalogue,
      handlers: makeJobHandlers({ mailer, publicUrl, secret }),
      log: pino({ level: "silent" }),
      now: now ?? ((): Date => new Date()),
    },
    until,
  );
}
