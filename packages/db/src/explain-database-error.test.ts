import { AppError } from "@throughline/domain";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainDatabaseError, openDatabase } from "./open-database.ts";

const nobody = { organisationId: null, personId: null };

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error.code;
  throw new Error("No coded error.", { cause: error });
}

describe("what the database refuses", () => {
  it("comes back with a code: deadlock, time, numbers and dates that are none", async () => {
    for (const [state, code] of [
      ["40001", "conflict"],
      ["40P01", "conflict"],
      ["55P03", "conflict"],
      ["57014", "database_unavailable"],
      ["53100", "database_unavailable"],
      ["53300", "database_unavailable"],
      ["08006", "database_unavailable"],
      ["22008", "input_invalid"],
      ["22P05", "input_invalid"],
      ["54000", "input_invalid"],
    ] as const) {
      const raised = db.database.withActor(nobody, (tx) =>
        sql.raw(`do $$ begin raise exception 'x' using errcode = '${state}'; end $$`).execute(tx),
      );
      expect(await codeOf(raised), state).toBe(code);
    }
    const bug = new Error("a bug");
    expect(explainDatabaseError(bug)).toBe(bug);
  });

  it("stops a statement that hangs", async () => {
    const impatient = openDatabase({ ...db.login, statement_timeout: 50 });
    try {
      const hangs = impatient.withActor(nobody, (tx) => sql`select pg_sleep(5)`.execute(tx));
      expect(await codeOf(hangs)).toBe("database_unavailable");
    } finally {
      await impatient.close();
    }
    const shown = await db.database.signInPool.query<{ s: string; i: string }>(
      "select current_setting('statement_timeout') as s, current_setting('idle_in_transaction_session_timeout') as i",
    );
    expect(shown.rows).toEqual([{ s: "1min", i: "5min" }]);
  });

  it("says so when every connection is in use, and when one is lost in use", async () => {
    const small = openDatabase({ ...db.login, max: 1, connectionTimeoutMillis: 50 });
    try {
      const holds = small.signInPool.query("select pg_sleep(0.3)");
      expect(await codeOf(small.withActor(nobody, async () => undefined))).toBe(
        "database_unavailable",
      );
      await holds;
      const [own] = (
        await small.signInPool.query<{ pid: number }>("select pg_backend_pid() as pid")
      ).rows;
      const killed = small.withActor(nobody, async (tx) => {
        await db.asOwner("select pg_terminate_backend($1)", [own?.pid]);
        await sql`select 1`.execute(tx);
      });
      expect(await codeOf(killed)).toBe("database_unavailable");
    } finally {
      await small.close();
    }
  });
});
