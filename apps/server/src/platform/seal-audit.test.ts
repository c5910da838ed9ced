import { randomUUID } from "node:crypto";
import type { Tx } from "@throughline/db";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  sealAudit,
  startSealing,
  sweepUnsealed,
  verifyAllChains,
  verifyChain,
  type ChainReport,
} from "./seal-audit.ts";

let db: TestDatabase;
let one: PlantedOrganisation;
beforeEach(async () => {
  db = await openTestDatabase();
  one = await plantOrganisation(db.database);
});
afterEach(async () => {
  await db.close();
});

function writeEntry(
  tx: Tx,
  planted: PlantedOrganisation,
  after: unknown = null,
): Promise<{ id: string }> {
  return tx
    .insertInto("audit_entries")
    .values({
      organisation_id: planted.organisationId,
      actor_kind: "person",
      actor_person_id: planted.people.owner,
      request_id: randomUUID(),
      action: "try-entry",
      subject_kind: "entry",
      subject_id: "1",
      after: JSON.stringify(after),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
}

function write(planted: PlantedOrganisation, after?: unknown): Promise<{ id: string }> {
  return db.database.withActor(planted.actor(), (tx) => writeEntry(tx, planted, after));
}

function verify(planted: PlantedOrganisation): Promise<ChainReport> {
  return db.database.withActor(planted.actor(), (tx) => verifyChain(tx, planted.organisationId));
}

/** Changes rows as somebody who owns the database, past triggers and foreign keys. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  await db.asOwner("set session_replication_role = replica");
  await db.asOwner(statement, values);
  await db.asOwner("set session_replication_role = default");
}

describe("sealing", () => {
  it("chains each organisation's entries in order, and finds nothing to do a second time", async () => {
    const two = await plantOrganisation(db.database);
    for (let n = 0; n < 3; n += 1) await write(one, { n });
    await write(two);
    expect(await verify(one)).toMatchObject({ sealed: 0, unsealed: 3, intact: true, head: null });
    expect(await sealAudit(db.database)).toBe(4);
    expect(await sealAudit(db.database)).toBe(0);
    expect(await verify(one)).toMatchObject({
      sealed: 3,
      unsealed: 0,
      intact: true,
      firstFault: null,
    });
    expect(await verifyAllChains(db.database)).toHaveLength(2);
  });

  it("seals an entry that commits late after a newer one, and loses none", async () => {
    let open: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      open = resolve;
    });
    let written: (id: string) => void = () => undefined;
    const lateId = new Promise<string>((resolve) => {
      written = resolve;
    });
    const late = db.database.withActor(one.actor(), async (tx) => {
      written((await writeEntry(tx, one, "late")).id);
      await held;
    });
    const id = await lateId;
    const newer = await write(one, "newer");
    expect(await sealAudit(db.database)).toBe(1);
    open();
    await late;
    expect(await sealAudit(db.database)).toBe(1);
    const order = await db.asOwner<{ entry_id: string }>(
      "select entry_id from audit_seals order by sequence",
    );
    expect(order.map((row) => row.entry_id)).toEqual([newer.id, id]);
    expect(await verify(one)).toMatchObject({ sealed: 2, unsealed: 0, intact: true });
  });

  it("is done once when several servers seal at the same moment", async () => {
    for (let n = 0; n < 20; n += 1) await write(one, { n });
    const counts = await Promise.all([
      sealAudit(db.database),
      sealAudit(db.database),
      sealAudit(db.database),
    ]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await verify(one)).toMatchObject({ sealed: 20, intact: true });
  });

  it("finds entries that are not in the queue by the sweep", async () => {
    await write(one);
    await db.asOwner("delete from audit_unsealed");
    expect(await sealAudit(db.database)).toBe(0);
    await sweepUnsealed(db.database);
    expect(await sealAudit(db.database)).toBe(1);
  });

  it("goes on by itself until it is stopped", async () => {
    const sealing = startSealing(db.database, { warn: () => undefined }, 20);
    await write(one);
    await expect.poll(async () => (await verify(one)).sealed, { timeout: 5000 }).toBe(1);
    await sealing.stop();
    await write(one);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await verify(one)).unsealed).toBe(1);
  });

  it("holds any JSON value exactly", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.jsonValue().filter((value) => !JSON.stringify(value).includes("\\u0000")),
          { minLength: 1, maxLength: 5 },
        ),
        async (values) => {
          for (const value of values) await write(one, value);
          await sealAudit(db.database);
          expect(await verify(one)).toMatchObject({ unsealed: 0, intact: true });
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("verification", () => {
  it("names a changed entry, however small the change", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1)
      ids.push((await write(one, { amount: 9007199254740993n.toString(), n })).id);
    await sealAudit(db.database);
    await tamper(`update audit_entries set at = at + interval '1 microsecond' where id = $1`, [
      ids[2],
    ]);
    expect(await verify(one)).toMatchObject({
      intact: false,
      firstFault: { sequence: 3, what: "The entry under seal 3 was changed after it was sealed." },
    });
    await tamper(`update audit_entries set at = at - interval '1 microsecond' where id = $1`, [
      ids[2],
    ]);
    expect(await verify(one)).toMatchObject({ intact: true });
    await tamper(`update audit_entries set after = jsonb_set(after, '{n}', '1.0') where id = $1`, [
      ids[1],
    ]);
    expect(await verify(one)).toMatchObject({ intact: false, firstFault: { sequence: 2 } });
  });

  it("names a deleted entry, a deleted seal, and a chain made anew from the middle", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await write(one, { n })).id);
    await sealAudit(db.database);
    await tamper("delete from audit_entries where id = $1", [ids[1]]);
    expect(await verify(one)).toMatchObject({
      intact: false,
      firstFault: { sequence: 2, what: "The entry that seal 2 was made for has been deleted." },
    });
    await tamper("delete from audit_seals where entry_id = $1", [ids[1]]);
    expect(await verify(one)).toMatchObject({
      intact: false,
      firstFault: { sequence: 2, what: "The seal with number 2 is missing; the next one is 3." },
    });
    await tamper("update audit_seals set sequence = sequence - 1 where sequence = 3", []);
    expect(await verify(one)).toMatchObject({
      intact: false,
      firstFault: { sequence: 2, what: "Seal 2 does not follow from the seal before it." },
    });
    const all = await verifyAllChains(db.database);
    expect(all).toEqual([
      expect.objectContaining({ organisationId: one.organisationId, intact: false }),
    ]);
  });

  it("answers about the acting organisation alone", async () => {
    const two = await plantOrganisation(db.database);
    await write(one);
    await sealAudit(db.database);
    const seen = await db.database.withActor(two.actor(), (tx) =>
      verifyChain(tx, one.organisationId),
    );
    expect(seen).toEqual({ sealed: 0, unsealed: 0, intact: true, firstFault: null, head: null });
  });
});
