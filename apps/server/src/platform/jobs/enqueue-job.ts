/**
 * Queues a job inside the transaction of the fact it follows from: committed with it, rolled back with it. The queue is
 * the outbox.
 */
import { runAsLogin, type Tx } from "@throughline/db";
import { sql } from "kysely";
import { fromKysely, PgBoss } from "pg-boss";
import { randomUUID } from "node:crypto";
import { jobCatalogue, type JobKind, type JobName, type JobPayload } from "./job-catalogue.ts";
import { bossOptions, heartbeatSeconds, longestRunSeconds, stillClock } from "./boss-options.ts";

export interface EnqueueOptions {
  /** Not before this instant. */
  readonly startAfter?: Date;
  /**
   * At most one job of this kind and key waits in an organisation: a second one joins it, and the earlier of the two
   * instants counts. One that is running already does not count, because it may have read before this was written.
   */
  readonly singletonKey?: string;
  /**
   * Whose job it is, when not the acting organisation's: the handler runs in that scope and reads what it may see there.
   * It learns the ids of the payload and nothing else.
   */
  readonly organisationId?: string;
  /** Another lane than the kind's: what takes long only for long lists need not wait behind those. */
  readonly lane?: JobKind["lane"];
}

/** What `Work` offers. Await it before anything else is asked of the transaction. */
export type Enqueue = <N extends JobName>(
  name: N,
  payload: JobPayload<N>,
  options?: EnqueueOptions,
) => Promise<void>;

/** Makes `work.enqueue` for a transaction of the organisation. */
export function enqueueIn(tx: Tx, organisationId: string): Enqueue {
  return (name, payload, options = {}) =>
    enqueueKind(
      tx,
      options.organisationId ?? organisationId,
      name,
      jobCatalogue[name],
      payload,
      options,
    );
}

/** Queues a job of a kind that may stand outside the catalogue (tests have kinds of their own). */
export async function enqueueKind(
  tx: Tx,
  organisationId: string,
  name: string,
  kind: JobKind,
  payload: unknown,
  options: EnqueueOptions,
): Promise<void> {
  const data = { job: name, organisationId, payload: kind.payload.parse(payload) };
  // Without a key of its own a job would count as the same as every other one that waits.
  const key = options.singletonKey ?? randomUUID();
  const singletonKey = `${name}:${organisationId}:${key}`;
  const lane = options.lane ?? kind.lane;
  await runAsLogin(tx, async () => {
    for (;;) {
      const boss = await openSender(tx);
      const id = await boss
        .send(lane, data, {
          db: fromKysely(tx),
          singletonKey,
          retryLimit: kind.retries,
          retryDelay: kind.delaySeconds,
          retryDelayMax: kind.delayMaxSeconds,
          retryBackoff: true,
          expireInSeconds: longestRunSeconds[lane],
          heartbeatSeconds,
          ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
        })
        .catch((error: unknown) => {
          sender = null;
          throw error;
        });
      if (id !== null) return;
      // It waits already. Held until this transaction ends, so that it cannot start before the fact is there to be read.
      const joined = await sql`
        update jobs.job set start_after = least(start_after, coalesce(${options.startAfter ?? null}::timestamptz, now()))
        where name = ${lane} and singleton_key = ${singletonKey} and state = 'created'`.execute(tx);
      if ((joined.numAffectedRows ?? 0n) > 0n) return;
      // A worker took it in between: one more is due.
    }
  });
}

let sender: Promise<PgBoss> | null = null;

/**
 * The library's object that knows the lanes. It is opened inside the first transaction that queues a job and keeps no
 * connection and no timer, so the rule that nothing asks for the database beside the transaction holds here too.
 */
async function openSender(tx: Tx): Promise<PgBoss> {
  if (sender !== null) {
    try {
      return await sender;
    } catch {
      // The transaction it was being opened in failed; this one may not.
    }
  }
  let opening: Tx | null = tx;
  const boss = new PgBoss({
    ...bossOptions,
    clock: stillClock,
    db: {
      executeSql(text, values) {
        if (opening === null) throw new Error("The sender has no connection of its own.");
        return fromKysely(opening).executeSql(text, values);
      },
    },
  });
  sender = boss.start().finally(() => {
    opening = null;
  });
  return sender;
}
