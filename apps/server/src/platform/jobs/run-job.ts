/**
 * Runs one claimed job. Every transaction it opens ends by touching the claim: when the job was given to another worker
 * in the meantime (this one was silent, or is stopping) nothing of it is committed, so nothing happens twice.
 */
import { explainDatabaseError, runAsLogin, type Database, type Tx } from "@throughline/db";
import { AppError } from "@throughline/domain";
import type { Logger } from "pino";
import { fromKysely, type JobWithMetadata, type PgBoss } from "pg-boss";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { makeWork, type Work } from "../api.ts";
import { describeForLog } from "../describe-for-log.ts";
import type { JobKind } from "./job-catalogue.ts";
import type { JobHandler, JobInfo, LongJob } from "./job-handlers.ts";
import { giveBack } from "./jobs.store.ts";

/** What is needed to run jobs. */
export interface JobParts {
  readonly database: Database;
  readonly catalogue: Readonly<Record<string, JobKind>>;
  /** Handlers by name; the payload of each is parsed by its kind before it is called. */
  readonly handlers: Readonly<Record<string, JobHandler<never>>>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** How it went. `given_back`: stopped before its end, free for another worker at once. `lost`: another worker has it. */
export type JobOutcome = "done" | "retry" | "failed" | "given_back" | "lost";

const Envelope = z.object({ job: z.string(), organisationId: z.uuid(), payload: z.unknown() });
export type Claim = JobWithMetadata<unknown>;

/** The job is another worker's by now. */
class ClaimLost extends Error {}

/** Runs it and settles it. Never throws: what went wrong is in the outcome, the log and the queue. */
export async function runJob(
  parts: JobParts,
  boss: PgBoss,
  claim: Claim,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const name = nameOf(claim);
  try {
    await perform(parts, boss, claim, signal);
    return "done";
  } catch (error) {
    if (error instanceof ClaimLost) return "lost";
    try {
      return await insist(() => settle(parts, boss, claim, error, signal.aborted));
    } catch (settling) {
      // The database stays away: the claim ends by itself when this worker's signs of life do.
      const failure = describeForLog(settling);
      parts.log.warn({ job: name, jobId: claim.id, failure }, "A job could not be settled.");
      return "lost";
    }
  }
}

async function settle(
  parts: JobParts,
  boss: PgBoss,
  claim: Claim,
  error: unknown,
  stopped: boolean,
): Promise<JobOutcome> {
  // Nobody's failure.
  if (stopped || isUnavailable(error)) {
    await giveBack(parts.database, claim);
    return "given_back";
  }
  const outcome = claim.retryCount < claim.retryLimit ? "retry" : "failed";
  const failure = describeForLog(error);
  // Kind and code only: a message may quote what the job was about.
  const settled = await boss.fail(claim.name, claim, {
    type: failure.type,
    code: error instanceof AppError ? error.code : (failure.code ?? null),
  });
  parts.log[outcome === "failed" ? "error" : "warn"](
    { job: nameOf(claim), jobId: claim.id, attempt: claim.retryCount, failure },
    outcome === "failed" ? "A job failed for good." : "A job failed and is tried again.",
  );
  return affected(settled) === 0 ? "lost" : outcome;
}

/** Over a restart of the database: tries for about twenty seconds. */
async function insist<T>(action: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await action();
    } catch (error) {
      if (tries === 10) throw error;
      await wait(Math.min(100 * 2 ** tries, 3000));
    }
  }
}

async function perform(
  parts: JobParts,
  boss: PgBoss,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { job, organisationId, payload } = Envelope.parse(claim.data);
  const kind = parts.catalogue[job];
  // The handler of a name takes what the kind of that name parses; the map of handlers has forgotten which.
  const handler = parts.handlers[job] as JobHandler<unknown> | undefined;
  if (kind === undefined || handler === undefined)
    throw new Error(`There is no job of the name ${job} in this version.`);
  const given: unknown = kind.payload.parse(payload);
  const info: JobInfo = {
    id: claim.id,
    attempt: claim.retryCount,
    lastAttempt: claim.retryCount >= claim.retryLimit,
  };

  function inTransaction<T>(
    work: (work: Work) => Promise<T>,
    end: (tx: Tx) => Promise<number>,
    stop: AbortSignal | null = signal,
  ): Promise<T> {
    stop?.throwIfAborted();
    return parts.database.withActor({ organisationId, personId: null }, async (tx) => {
      const result = await work(
        makeWork({
          tx,
          actor: {
            organisationId,
            personId: null,
            role: "system",
            scopes: null,
            requestId: claim.id,
          },
          tokenId: null,
          now: parts.now(),
        }),
      );
      // A job that was stopped leaves nothing half done.
      stop?.throwIfAborted();
      if ((await runAsLogin(tx, () => end(tx))) === 0) throw new ClaimLost();
      return result;
    });
  }

  if (handler.kind === "short") {
    await inTransaction(
      (work) => handler.run(work, given, info),
      async (tx) => affected(await boss.complete(claim.name, claim, null, { db: fromKysely(tx) })),
    );
    return;
  }
  const touch = async (tx: Tx): Promise<number> =>
    affected(await boss.touch(claim.name, claim, { db: fromKysely(tx) }));
  const long: LongJob<unknown> = {
    ...info,
    organisationId,
    payload: given,
    signal,
    now: parts.now,
    inBatch: (work) => inTransaction(work, touch),
    recordOutside: (work) => inTransaction(work, touch, null),
  };
  await handler.run(long);
  signal.throwIfAborted();
  if (affected(await boss.complete(claim.name, claim)) === 0) throw new ClaimLost();
}

/** Name of the kind, for the log. */
export function nameOf(claim: Claim): string {
  return Envelope.safeParse(claim.data).data?.job ?? "unknown";
}

function isUnavailable(error: unknown): boolean {
  const explained = explainDatabaseError(error);
  return explained instanceof AppError && explained.code === "database_unavailable";
}

/** How many jobs a command touched; the library answers with more than it declares. */
function affected(answer: object): number {
  const count: unknown = Reflect.get(answer, "affected");
  if (typeof count !== "number") throw new Error("The queue did not say how many jobs it touched.");
  return count;
}
