import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { PgBoss } from "pg-boss";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { workOf } from "../../test/plant-contract.ts";
import { bossOptions, stillClock } from "./boss-options.ts";
import { jobCatalogue } from "./job-catalogue.ts";
import { z } from "zod";

let db: TestDatabase;
let org: PlantedOrganisation;
let other: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  org = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
});
afterAll(async () => {
  await db.close();
});
beforeEach(async () => {
  await db.asOwner("delete from jobs.job");
});

interface Row extends Record<string, unknown> {
  readonly name: string;
  readonly data: unknown;
  readonly late: boolean;
}

const queued = (): Promise<Row[]> =>
  db.asOwner<Row>(
    "select name, data, start_after > now() as late from jobs.job order by created_on",
  );

describe("a job queued by a use case", () => {
  it("is there when the transaction is, with ids only, and the transaction stays the organisation's", async () => {
    const mailId = randomUUID();
    await db.database.withActor(org.actor(), async (tx) => {
      const work = workOf(tx, org.actor());
      await work.enqueue("send-mail", { mailId });
      const { rows } = await sql<{ role: string; organisation: string }>`
        select current_user as role, current_setting('app.organisation_id') as organisation`.execute(
        tx,
      );
      expect(rows).toEqual([{ role: "throughline_app", organisation: org.organisationId }]);
      const seen = await tx.selectFrom("organisations").select("id").execute();
      expect(seen).toEqual([{ id: org.organisationId }]);
      expect(await queued()).toEqual([]);
    });
    expect(await queued()).toEqual([
      {
        name: "quick",
        data: { job: "send-mail", organisationId: org.organisationId, payload: { mailId } },
        late: false,
      },
    ]);
  });

  it("is gone when the use case throws afterwards", async () => {
    const attempt = db.database.withActor(org.actor(), async (tx) => {
      await workOf(tx, org.actor()).enqueue("send-mail", { mailId: randomUUID() });
      throw new Error("planted");
    });
    await expect(attempt).rejects.toThrow("planted");
    expect(await queued()).toEqual([]);
  });

  it("leaves the application role in place when the queue refuses it", async () => {
    await db.database.withActor(org.actor(), async (tx) => {
      const attempt = workOf(tx, org.actor()).enqueue("send-mail", {
        mailId: "content, not an id",
      });
      await expect(attempt).rejects.toThrow();
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(tx);
      expect(rows).toEqual([{ role: "throughline_app" }]);
    });
    expect(await queued()).toEqual([]);
  });

  it("does not open the database to the use case", async () => {
    await db.database.withActor(org.actor(), async (tx) => {
      await workOf(tx, org.actor()).enqueue("send-mail", { mailId: randomUUID() });
      expect(() => db.database.signInPool).toThrow("inside an open transaction");
    });
    const attempt = db.database.withActor(org.actor(), (tx) =>
      sql`select * from jobs.job`.execute(tx),
    );
    await expect(attempt).rejects.toMatchObject({ code: "reference_unknown" });
  });

  it("waits for its time", async () => {
    await db.database.withActor(org.actor(), (tx) =>
      workOf(tx, org.actor()).enqueue(
        "send-mail",
        { mailId: randomUUID() },
        { startAfter: new Date(Date.now() + 3_600_000) },
      ),
    );
    expect(await queued()).toMatchObject([{ late: true }]);
  });
});

describe("a key", () => {
  it("lets one of a kind wait in each organisation, at the earlier of the instants", async () => {
    const mailId = randomUUID();
    const later = { singletonKey: "k", startAfter: new Date(Date.now() + 3_600_000) };
    for (const planted of [org, org, other])
      await db.database.withActor(planted.actor(), (tx) =>
        workOf(tx, planted.actor()).enqueue("send-mail", { mailId }, later),
      );
    expect(await queued()).toMatchObject([{ late: true }, { late: true }]);
    await db.database.withActor(org.actor(), (tx) =>
      workOf(tx, org.actor()).enqueue("send-mail", { mailId }, { singletonKey: "k" }),
    );
    expect((await queued()).filter((row) => row.late)).toHaveLength(1);
  });

  it("keeps a waiting job from starting before what joined it is committed, and does not count a running one", async () => {
    const mailId = randomUUID();
    const once = (): Promise<void> =>
      db.database.withActor(org.actor(), (tx) =>
        workOf(tx, org.actor()).enqueue("send-mail", { mailId }, { singletonKey: "k" }),
      );
    await once();
    const boss = new PgBoss({
      ...bossOptions,
      clock: stillClock,
      db: { executeSql: (text, values) => pool.query(text, values) },
    });
    const pool = db.database.signInPool;
    await boss.start();
    await db.database.withActor(org.actor(), async (tx) => {
      await workOf(tx, org.actor()).enqueue("send-mail", { mailId }, { singletonKey: "k" });
      const client = await pool.connect();
      client.release();
      expect(await boss.fetch("quick")).toEqual([]);
    });
    expect(await boss.fetch("quick")).toHaveLength(1);
    await once();
    expect(await queued()).toHaveLength(2);
    await boss.stop({ graceful: false, close: false });
  });
});

describe("the schema of the queue", () => {
  it("is the one the library knows", async () => {
    const pool = db.database.signInPool;
    const boss = new PgBoss({
      ...bossOptions,
      clock: stillClock,
      db: { executeSql: (text, values) => pool.query(text, values) },
    });
    await boss.start();
    const drift = await boss.detectSchemaDrift();
    expect(drift).toMatchObject({ ok: true });
    await db.asOwner("drop index jobs.job_common_i7");
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: false });
    await boss.stop({ graceful: false, close: false });
  });
});

describe("every kind of job", () => {
  it("has a payload of ids and dates only", () => {
    const kinds = Object.entries(jobCatalogue);
    expect(kinds.length).toBeGreaterThanOrEqual(1);
    for (const [name, kind] of kinds) expect(findContent(kind.payload), name).toEqual([]);
    // Planted: a payload that could carry words.
    expect(findContent(z.strictObject({ subject: z.string() }))).toEqual(["subject"]);
  });
});

/** Names of the properties that could hold more than an id, a date, a number or one of a closed list. */
function findContent(payload: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(payload);
  return Object.entries(properties).flatMap(([name, shape]) => {
    const parts = typeof shape === "object" && shape.anyOf !== undefined ? shape.anyOf : [shape];
    const narrow = parts.every(
      (part) =>
        typeof part === "object" &&
        (part.enum !== undefined ||
          part.const !== undefined ||
          ["integer", "null", "boolean"].includes(String(part.type)) ||
          ["uuid", "date", "date-time"].includes(String(part.format))),
    );
    return narrow ? [] : [name];
  });
}
