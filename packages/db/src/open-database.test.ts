import { randomUUID } from "node:crypto";
import { AppError } from "@throughline/domain";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

describe("withActor", () => {
  it("sees the acting organisation's rows and nobody else's", async () => {
    const one = await plantOrganisation(db.database, "One");
    const two = await plantOrganisation(db.database, "Two");
    const seen = await db.database.withActor(one.actor(), (tx) =>
      tx.selectFrom("members").select("organisation_id").execute(),
    );
    expect(seen.length).toBe(4);
    expect(new Set(seen.map((row) => row.organisation_id))).toEqual(new Set([one.organisationId]));
    expect(two.organisationId).not.toBe(one.organisationId);
  });

  it("leaves nothing of the scope behind on the connection", async () => {
    const one = await plantOrganisation(db.database);
    await db.database.withActor(one.actor(), async () => undefined);
    const left = await db.database.signInPool.query<{ role: string; scope: string | null }>(
      "select current_user::text as role, nullif(current_setting('app.organisation_id', true), '') as scope",
    );
    expect(left.rows[0]).toEqual({ role: "throughline_login", scope: null });
  });

  it("rolls back when the work throws", async () => {
    const one = await plantOrganisation(db.database);
    await expect(
      db.database.withActor(one.actor(), async (tx) => {
        await tx.updateTable("organisations").set({ name: "Half written" }).execute();
        throw new AppError("conflict");
      }),
    ).rejects.toMatchObject({ code: "conflict" });
    const after = await db.database.withActor(one.actor(), (tx) =>
      tx.selectFrom("organisations").select("name").executeTakeFirstOrThrow(),
    );
    expect(after.name).toBe("Planted");
  });

  it("refuses the database inside an open transaction", async () => {
    const one = await plantOrganisation(db.database);
    await expect(
      db.database.withActor(one.actor(), () =>
        db.database.withActor(one.actor(), async () => "inner"),
      ),
    ).rejects.toThrow(/inside an open transaction/);
    await expect(
      db.database.withActor(one.actor(), async () => db.database.signInPool),
    ).rejects.toThrow(/inside an open transaction/);
  });

  it("answers a foreign reference and a missing one alike", async () => {
    const one = await plantOrganisation(db.database);
    const two = await plantOrganisation(db.database);
    const theirs = await db.database.withActor(two.actor(), (tx) =>
      tx
        .insertInto("contracts")
        .values({
          organisation_id: two.organisationId,
          kind: "stand_alone",
          reference: "T",
          title: "Theirs",
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    for (const contractId of [theirs.id, randomUUID()]) {
      await expect(
        db.database.withActor(one.actor(), (tx) =>
          tx
            .insertInto("product_lines")
            .values({
              organisation_id: one.organisationId,
              contract_id: contractId,
              brand: "B",
              family: "F",
            })
            .execute(),
        ),
      ).rejects.toMatchObject({
        code: "reference_unknown",
        message: "Something that was referred to is not there.",
        details: [],
      });
    }
  });
});

describe("the application role", () => {
  it("can neither bypass row security nor change what is audited", async () => {
    const one = await plantOrganisation(db.database);
    const [role] = await db.asOwner<{ bypass: boolean; superuser: boolean }>(
      "select rolbypassrls as bypass, rolsuper as superuser from pg_roles where rolname = 'throughline_app'",
    );
    expect(role).toEqual({ bypass: false, superuser: false });
    for (const statement of [
      "update audit_entries set action = 'x'",
      "delete from audit_entries",
      "delete from audit_seals",
      "alter table members disable row level security",
      "set role postgres",
    ]) {
      await expect(
        db.database.withActor(one.actor(), (tx) => sql.raw(statement).execute(tx)),
      ).rejects.toThrow();
    }
  });

  it("is reached only through a transaction: the login role itself sees no table of an organisation", async () => {
    await expect(db.database.signInPool.query("select * from contracts")).rejects.toThrow(
      /permission denied/,
    );
  });
});
