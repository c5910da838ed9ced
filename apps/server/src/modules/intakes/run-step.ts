/**
 * Runs one step of an intake as a long job. Every batch is a transaction that commits only while the intake is still in
 * this step (nobody gave it up) and the job still this worker's, together with the row it goes on after; so a worker
 * that dies anywhere leaves a step that another goes on with, and nothing happens twice.
 */
import { AppError, type ErrorCode } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import type { BusyState } from "./intakes.policy.ts";
import {
  changeIntake,
  findIntake,
  removeSource,
  type IntakeChange,
  type StoredIntake,
} from "./intakes.store.ts";

/** The intake is not in this step any more: given up, or removed with its contract. */
class StepOver extends Error {}

/** One step at work. */
export interface Step {
  readonly job: LongJob<{ readonly intakeId: string }>;
  readonly intakeId: string;
  /** The intake as it was when this worker began. */
  readonly intake: StoredIntake;
  /** One transaction; what it returns as `change` is written with it, and it is undone where the step is over. */
  inBatch<T>(
    work: (work: Work) => Promise<{ readonly change: IntakeChange; readonly result: T }>,
  ): Promise<T>;
  /** Stops where the intake was given up; for long transactions, between two of their statements. */
  goOn(work: Work): Promise<void>;
}

/** Faults of the source itself: going on is of no use, and nothing of it is kept. */
const faultsOfSource: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "file_too_large",
  "file_not_readable",
  "file_not_a_list",
  "file_old_format",
  "file_protected",
  "file_has_macros",
  "file_damaged",
  "file_unpacks_too_large",
  "file_takes_too_much",
  "file_empty",
  "columns_not_recognised",
]);

/** Passes by itself: the queue tries again. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["database_unavailable", "conflict"]);

export async function runStep(
  job: LongJob<{ readonly intakeId: string }>,
  state: BusyState,
  run: (step: Step) => Promise<void>,
): Promise<void> {
  const { intakeId } = job.payload;
  try {
    const intake = await job.inBatch(async (work) => begin(work, intakeId, state));
    await run({
      job,
      intakeId,
      intake,
      inBatch: (work) =>
        job.inBatch(async (given) => {
          const { change, result } = await work(given);
          if (!(await changeIntake(given, intakeId, state, change))) throw new StepOver();
          return result;
        }),
      async goOn(work) {
        job.signal.throwIfAborted();
        if ((await findIntake(work, intakeId))?.state !== state) throw new StepOver();
      },
    });
  } catch (error) {
    if (error instanceof StepOver) return;
    if (job.signal.aborted || !isFinal(error, job.lastAttempt)) throw error;
    const over = await job.inBatch((work) => fail(work, intakeId, state, error));
    // A bug is the queue's to report; a refusal is told to whoever sent the list.
    if (over && !(error instanceof AppError)) throw error;
  }
}

/** From now on the rate is this worker's. */
async function begin(work: Work, intakeId: string, state: BusyState): Promise<StoredIntake> {
  const intake = await findIntake(work, intakeId);
  if (intake === undefined || intake.state !== state) throw new StepOver();
  await changeIntake(work, intakeId, state, {
    stepStartedAt: work.now,
    rowsDoneBefore: intake.rowsDone,
  });
  return intake;
}

function isFinal(error: unknown, lastAttempt: boolean): boolean {
  if (error instanceof AppError) return lastAttempt || !passing.has(error.code);
  return lastAttempt;
}

async function fail(
  work: Work,
  intakeId: string,
  state: BusyState,
  error: unknown,
): Promise<boolean> {
  const found = error instanceof AppError ? error : new AppError("internal");
  const useless = faultsOfSource.has(found.code);
  const failed = await changeIntake(work, intakeId, state, {
    state: "failed",
    failure: { code: found.code, detail: found.message },
    failedIn: useless ? null : state,
    finishedAt: work.now,
  });
  if (!failed) return false;
  if (useless) {
    await removeSource(work, intakeId);
    await work.enqueue("clear-intake", { intakeId });
  }
  await recordAudit(work, {
    action: "fail-intake",
    subjectKind: "intake",
    subjectId: intakeId,
    after: { code: found.code, in: state, kept: !useless },
  });
  return true;
}
