/**
 * The worker's loop: takes what is due from each lane, runs it, says every few seconds that it is alive, and lets go at
 * once when it is stopped. It goes on by itself when the database was away.
 */
import type { Database } from "@throughline/db";
import { PgBoss } from "pg-boss";
import { setTimeout as wait } from "node:timers/promises";
import { describeForLog } from "../describe-for-log.ts";
import {
  bossOptions,
  heartbeatSeconds,
  lanes,
  superviseSeconds,
  type Lane,
} from "./boss-options.ts";
import { giveBack, listHeld, noteWorker } from "./jobs.store.ts";
import { runJob, type Claim, type JobParts } from "./run-job.ts";

export interface Working {
  /** Takes nothing new, aborts what runs, gives it back; returns within a second or so. */
  stop(): Promise<void>;
}

/** Jobs of a lane that run at the same time. */
const atOnce: Readonly<Record<Lane, number>> = { quick: 4, long: 2 };
const lookEveryMs = 500;
const touchEveryMs = (heartbeatSeconds * 1000) / 3;
const letGoMs = 700;

/** Opens the queue over the login role's pool, looking after silent workers. */
function openBoss(database: Database): PgBoss {
  const pool = database.signInPool;
  return new PgBoss({
    ...bossOptions,
    supervise: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    db: { executeSql: (text, values) => pool.query(text, values) },
  });
}

export interface WorkerPlace {
  /** Stays the same when the worker is started again by the same server. */
  readonly id: string;
  /** True where no other worker can be: whatever is being worked on at the start is an orphan. */
  readonly alone: boolean;
}

/** Starts working and returns at once. */
export function startWorking(parts: JobParts, place: WorkerPlace): Working {
  const stopping = new AbortController();
  const wakers = new Map<string, () => void>();
  const running = new Map<string, { readonly claim: Claim; readonly done: Promise<void> }>();
  const boss = openBoss(parts.database);
  const report = (error: unknown): void =>
    parts.log.warn({ failure: describeForLog(error) }, "The queue cannot be reached.");
  boss.on("error", report);

  /** Waits; a job of the lane that ends, or a stop, ends the wait. */
  async function rest(lane: Lane, milliseconds: number): Promise<void> {
    if (stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wakers.set(lane, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  function begin(claim: Claim): void {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const alive = setInterval(() => {
      boss.touch(claim.name, claim).then(
        (answer) => {
          if (Reflect.get(answer, "affected") === 0)
            lost.abort(new Error("The job was taken away."));
        },
        // That the database is away says nothing about the claim.
        () => undefined,
      );
    }, touchEveryMs);
    const done = runJob(parts, boss, claim, signal).then(() => {
      clearInterval(alive);
      running.delete(claim.id);
      wakers.get(claim.name)?.();
    });
    running.set(claim.id, { claim, done });
  }

  const handsFree = (lane: Lane): number =>
    atOnce[lane] - [...running.values()].filter((one) => one.claim.name === lane).length;

  async function workLane(lane: Lane): Promise<void> {
    while (!stopping.signal.aborted) {
      const free = handsFree(lane);
      const taken = free === 0 ? 0 : await take(lane, free);
      // All hands full: the end of a job wakes. Otherwise there is perhaps more, or nothing for now.
      if (handsFree(lane) === 0) await rest(lane, 60_000);
      else if (taken < free) await rest(lane, lookEveryMs);
    }
  }

  /** Takes up to so many jobs and begins them. */
  async function take(lane: Lane, free: number): Promise<number> {
    try {
      const claims: Claim[] = await boss.fetch<unknown>(lane, {
        batchSize: free,
        includeMetadata: true,
      });
      for (const claim of claims) begin(claim);
      if (claims.length > 0) await noteWorker(parts.database, claims, place.id);
      return claims.length;
    } catch (error) {
      report(error);
      return 0;
    }
  }

  const working = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await boss.start();
        // What a killed worker left is tried again soon, and counts as tried: a job that kills its worker ends.
        for (const job of await listHeld(parts.database, place.alone ? null : place.id))
          await boss.fail(job.name, job, { type: "WorkerDied", code: null });
        break;
      } catch (error) {
        report(error);
        await rest("quick", 1000);
      }
    }
    await Promise.all(lanes.map((lane) => workLane(lane)));
  })();

  return {
    async stop() {
      stopping.abort(new Error("The worker is stopping."));
      for (const wake of wakers.values()) wake();
      await Promise.race([
        Promise.all([working, ...[...running.values()].map((one) => one.done)]),
        wait(letGoMs),
      ]);
      // Whoever did not let go keeps its hands but not the job: it can commit nothing any more.
      await Promise.all(
        [...running.values()].map((one) =>
          giveBack(parts.database, one.claim).catch(() => undefined),
        ),
      );
      await boss.stop({ graceful: false, close: false }).catch(() => undefined);
    },
  };
}
