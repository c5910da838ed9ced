/** For tests only: sends lists, and works their steps off with workers that die. */
import { randomUUID } from "node:crypto";
import type { Database, Tx } from "@throughline/db";
import { makeWork, type Work } from "../../platform/api.ts";
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import { multipart } from "../../test/multipart.ts";
import type { TestApp } from "../../test/start-test-app.ts";
import { checkIntake } from "./check-intake.ts";
import { findIntake } from "./intakes.store.ts";
import { placeIntake } from "./place-intake.ts";
import { readIntake } from "./read-intake.ts";

export const about = { title: "Sites 2026", declaredBy: "Acme", receivedOn: "2020-01-01" };

export interface SendOptions {
  readonly name?: string;
  readonly about?: object;
  readonly unattended?: boolean;
  readonly deliveryId?: string;
  readonly type?: string;
}

/** Sends a file as somebody; answers the id of its intake. */
export async function sendList(
  server: TestApp,
  headers: Record<string, string>,
  url: string,
  text: string | Buffer,
  more: SendOptions = {},
): Promise<string> {
  const answer = await trySendList(server, headers, url, text, more);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ intakeId: string }>().intakeId;
}

export function trySendList(
  server: TestApp,
  headers: Record<string, string>,
  url: string,
  text: string | Buffer,
  more: SendOptions = {},
) {
  const sent = multipart([
    { name: "about", text: JSON.stringify({ ...about, ...more.about }) },
    ...(more.unattended === true ? [{ name: "unattended", text: "true" }] : []),
    ...(more.deliveryId === undefined ? [] : [{ name: "deliveryId", text: more.deliveryId }]),
    {
      name: "file",
      text,
      fileName: more.name ?? "sites.csv",
      ...(more.type === undefined ? {} : { type: more.type }),
    },
  ]);
  return server.app.http.inject({
    method: "POST",
    url,
    headers: { ...headers, ...sent.headers },
    payload: sent.payload,
  });
}

class Died extends Error {}

/** A worker that dies in its n-th transaction: before it is committed, or right after. */
export interface MortalWorker {
  readonly database: Database;
  readonly organisationId: string;
  /** Called in each transaction before it commits. */
  readonly beforeCommit?: (work: Work) => Promise<void>;
  readonly diesAt?: (transaction: number) => "before commit" | "after commit" | null;
}

const steps = { reading: readIntake, checking: checkIntake, taking: placeIntake };

/** Works an intake off from wherever it stands, a new worker each time one dies, until nobody is busy with it. Answers how many died. */
export async function workOff(worker: MortalWorker, intakeId: string): Promise<number> {
  const scope = { organisationId: worker.organisationId, personId: null };
  let transaction = 0;
  let deaths = 0;
  const inBatch = async <T>(work: (work: Work) => Promise<T>): Promise<T> => {
    transaction += 1;
    const end = worker.diesAt?.(transaction) ?? null;
    const result = await worker.database.withActor(scope, async (tx) => {
      const given = workOf(tx, worker.organisationId);
      const done = await work(given);
      await worker.beforeCommit?.(given);
      if (end === "before commit") throw new Died();
      return done;
    });
    if (end === "after commit") throw new Died();
    return result;
  };
  for (;;) {
    const state = await stateOf(worker, intakeId);
    if (state !== "reading" && state !== "checking" && state !== "taking") return deaths;
    const job: LongJob<{ intakeId: string }> = {
      id: randomUUID(),
      attempt: 0,
      lastAttempt: false,
      organisationId: worker.organisationId,
      payload: { intakeId },
      signal: new AbortController().signal,
      now: () => new Date("2026-11-20T09:00:00Z"),
      inBatch,
      recordOutside: inBatch,
    };
    try {
      await steps[state](job);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      deaths += 1;
      if (deaths > 500) throw new Error("It does not get on.", { cause: error });
    }
  }
}

async function stateOf({ database, organisationId }: MortalWorker, intakeId: string) {
  const intake = await database.withActor({ organisationId, personId: null }, (tx) =>
    findIntake(workOf(tx, organisationId), intakeId),
  );
  return intake?.state;
}

function workOf(tx: Tx, organisationId: string): Work {
  return makeWork({
    tx,
    actor: {
      organisationId,
      personId: null,
      role: "system",
      scopes: null,
      requestId: randomUUID(),
    },
    tokenId: null,
    now: new Date("2026-11-20T09:00:00Z"),
  });
}
