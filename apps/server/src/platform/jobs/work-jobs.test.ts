import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { openDatabase, type Database } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { pino } from "pino";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Work } from "../api.ts";
import { recordAudit } from "../audit.ts";
import { enqueueKind, type EnqueueOptions } from "./enqueue-job.ts";
import type { JobKind } from "./job-catalogue.ts";
import type { JobHandler, LongJob } from "./job-handlers.ts";
import type { JobParts } from "./run-job.ts";
import { startWorking, type Working } from "./work-jobs.ts";
import { workOffJobs } from "./work-off-jobs.ts";

const soon: Omit<JobKind, "lane"> = {
  payload: z.strictObject({ upTo: z.int() }),
  retries: 2,
  delaySeconds: 1,
  delayMaxSeconds: 1,
};
const catalogue: Record<string, JobKind> = {
  note: { ...soon, lane: "quick" },
  count: { ...soon, lane: "long" },
  fail: { ...soon, lane: "quick" },
};

let db: TestDatabase;
let org: PlantedOrganisation;
let inBatch: () => Promise<void> = () => Promise.resolve();
const workers: Working[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  await db.asOwner(
    "create table planted_steps (organisation_id uuid not null, job uuid not null, step int not null, attempt int not null)",
  );
  await db.asOwner("call private.protect('planted_steps')");
});
afterAll(async () => {
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Own");
  await db.asOwner("delete from jobs.job");
  inBatch = () => Promise.resolve();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await db.asOwner("delete from planted_steps");
});

const noteStep = async (work: Work, job: string, step: number, attempt: number): Promise<void> => {
  await sql`insert into planted_steps values (${work.actor.organisationId}, ${job}, ${step}, ${attempt})`.execute(
    work.tx,
  );
};

/** Counts to its number in batches; where it is, is read from what was committed. */
async function count(job: LongJob<{ upTo: number }>): Promise<void> {
  for (;;) {
    const done = await job.inBatch(async (work) => {
      const { rows } = await sql<{ steps: number }>`
        select count(*)::int as steps from planted_steps where job = ${job.id}`.execute(work.tx);
      const next = (rows[0]?.steps ?? 0) + 1;
      if (next > job.payload.upTo) return true;
      await noteStep(work, job.id, next, job.attempt);
      await inBatch();
      return false;
    });
    if (done) return;
  }
}

const handlers: Record<string, JobHandler<never>> = {
  note: {
    kind: "short",
    run: async (work, _payload, job) => {
      await noteStep(work, job.id, 1, job.attempt);
      await recordAudit(work, { action: "note-step", subjectKind: "step", subjectId: job.id });
    },
  },
  count: { kind: "long", run: count },
  fail: {
    kind: "short",
    run: async (work, _payload, job) => {
      await noteStep(work, job.id, 1, job.attempt);
      throw new AppError("already_exists", "Ms Meadow's secret");
    },
  },
};

const partsOf = (database: Database = db.database): JobParts => ({
  database,
  catalogue,
  handlers,
  log: pino({ level: "silent" }),
  now: () => new Date(),
});

function work(database?: Database, alone = false, id = "w"): Working {
  const working = startWorking(partsOf(database), { id, alone });
  workers.push(working);
  return working;
}

async function queue(name: string, upTo = 1, options: EnqueueOptions = {}): Promise<void> {
  await db.database.withActor(org.actor(), (tx) => {
    const kind = catalogue[name];
    if (kind === undefined) throw new Error(name);
    return enqueueKind(tx, org.organisationId, name, kind, { upTo }, options);
  });
}

interface Step extends Record<string, unknown> {
  readonly job: string;
  readonly step: number;
  readonly attempt: number;
}
const steps = (): Promise<Step[]> =>
  db.asOwner<Step>("select job, step, attempt from planted_steps order by job, step");
const states = async (): Promise<string[]> =>
  (
    await db.asOwner<{ state: string }>(
      "select name || ' ' || state::text as state from jobs.job order by name, state",
    )
  ).map((row) => row.state);

async function until(what: () => Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`Still ${(await states()).join(", ")}.`);
    await wait(30);
  }
}
const allDone = async (): Promise<boolean> =>
  (await states()).every((state) => state.endsWith("completed"));

describe("a worker", () => {
  it("shares the work with another one: every job once, for its organisation, as the system", async () => {
    for (let made = 0; made < 30; made += 1) await queue("note");
    work();
    work(undefined, false, "other");
    await until(allDone);
    const done = await steps();
    expect(done).toHaveLength(30);
    expect(new Set(done.map((step) => step.job)).size).toBe(30);
    const [entry] = await db.asOwner(
      "select distinct actor_kind, actor_person_id from audit_entries where organisation_id = $1",
      [org.organisationId],
    );
    expect(entry).toEqual({ actor_kind: "system", actor_person_id: null });
  });

  it("lets go within a second, and another goes on without loss or doubling", async () => {
    inBatch = () => wait(20);
    await queue("count", 60);
    const first = work();
    await until(async () => (await steps()).length > 5);
    const before = Date.now();
    await first.stop();
    expect(Date.now() - before).toBeLessThan(1500);
    const reached = (await steps()).length;
    expect(reached).toBeLessThan(60);
    await wait(200);
    expect((await steps()).length).toBe(reached);
    expect(await states()).toEqual(["long retry"]);
    work(undefined, false, "other");
    await until(allDone);
    expect((await steps()).map((step) => step.step)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });

  it("that does not let go loses the job, and can commit nothing of it any more", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    inBatch = () => held;
    await queue("count", 3);
    const first = work();
    await until(async () => (await states()).includes("long active"));
    await wait(100);
    const before = Date.now();
    await first.stop();
    expect(Date.now() - before).toBeLessThan(1500);
    inBatch = () => Promise.resolve();
    work(undefined, false, "other");
    await until(allDone);
    release();
    await wait(200);
    const done = await steps();
    expect(done.map((step) => step.step)).toEqual([1, 2, 3]);
    expect(done.every((step) => step.attempt === 1)).toBe(true);
  });

  it("that died without a word is missed, and its job tried again", async () => {
    await queue("count", 2);
    await db.asOwner(
      "update jobs.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '31 seconds'",
    );
    work();
    await until(allDone, 20);
    expect((await steps()).map((step) => step.attempt)).toEqual([1, 1]);
  });

  it("takes up what its predecessor left, at once, and not what somebody else is at", async () => {
    for (const [name, group] of [
      ["mine", "w"],
      ["others", "other"],
    ]) {
      await queue("count", 1, { singletonKey: name ?? "" });
      await db.asOwner(
        "update jobs.job set state = 'active', started_on = now(), heartbeat_on = now(), group_id = $1 where state = 'created'",
        [group],
      );
    }
    work();
    await until(async () => (await states()).includes("long completed"), 8);
    expect(await states()).toEqual(["long active", "long completed"]);
  });

  it("goes on when its connections are cut", async () => {
    inBatch = () => wait(10);
    await queue("count", 80);
    const database = openDatabase(db.login);
    const working = startWorking(partsOf(database), { id: "cut", alone: false });
    await until(async () => (await steps()).length > 5);
    for (let cut = 0; cut < 3; cut += 1) {
      await db.asOwner(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'throughline_login'",
      );
      await wait(300);
    }
    await until(allDone, 50);
    expect((await steps()).map((step) => step.step)).toEqual(
      Array.from({ length: 80 }, (_, index) => index + 1),
    );
    await working.stop();
    await database.close();
  });
});

describe("a job that fails", () => {
  it("leaves nothing of it behind, is tried again, and ends among the dead with nothing said about anybody", async () => {
    await queue("fail");
    const parts = partsOf();
    expect(await workOffJobs(parts)).toMatchObject([{ job: "fail", outcome: "retry" }]);
    const later = new Date(Date.now() + 60_000);
    expect(await workOffJobs(parts, later)).toMatchObject([{ outcome: "retry" }]);
    expect(await workOffJobs(parts, later)).toMatchObject([{ outcome: "failed" }]);
    expect(await workOffJobs(parts, later)).toEqual([]);
    expect(await steps()).toEqual([]);
    expect(await states()).toEqual(["dead created", "quick failed"]);
    const [dead] = await db.asOwner<{ text: string; output: unknown }>(
      "select j::text as text, source_output as output from jobs.job j where name = 'dead'",
    );
    expect(dead?.output).toEqual({ type: "AppError", code: "already_exists" });
    expect(dead?.text).not.toContain("Meadow");
  });

  it("of a kind nobody knows is a failure like any other", async () => {
    await queue("note");
    await db.asOwner("update jobs.job set data = jsonb_set(data, '{job}', '\"unheard-of\"')");
    expect(await workOffJobs(partsOf())).toMatchObject([{ job: "unheard-of", outcome: "retry" }]);
  });
});
