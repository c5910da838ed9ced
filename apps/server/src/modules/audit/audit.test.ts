import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealAudit } from "../../platform/seal-audit.ts";
import { codeOf } from "../../test/code-of.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let planted: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  planted = await plantOrganisation(db.database);
});

const client = () => server.as(planted.people.manager, planted.organisationId).organisations;

/** Entries that fell in one microsecond, as those of one import do. */
async function plantEntries(count: number, at: string, kind = "entry"): Promise<void> {
  await db.asOwner(
    `insert into audit_entries (organisation_id, at, actor_kind, actor_person_id, request_id, action, subject_kind, subject_id)
     select $1, $2, 'person', $3, 'planted', 'plant-entry', $4, n::text from generate_series(1, $5::int) n`,
    [planted.organisationId, at, planted.people.owner, kind, count],
  );
}

describe("the list of entries", () => {
  it("pages through entries of the same microsecond without repeating or leaving out one", async () => {
    await plantEntries(25, "2026-03-01T10:00:00.123456Z");
    await plantEntries(5, "2026-03-01T10:00:00.123457Z", "newer");
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await client().listAudit({
        limit: 7,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.items.map((entry) => `${entry.subject.kind} ${entry.subject.id}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
    expect(seen.slice(0, 5).every((one) => one.startsWith("newer"))).toBe(true);
  });

  it("filters by subject, action and days", async () => {
    await plantEntries(1, "2026-02-28T23:59:59.999999Z", "before");
    await plantEntries(1, "2026-03-01T00:00:00Z", "first");
    await plantEntries(1, "2026-03-02T23:59:59.999999Z", "last");
    await plantEntries(1, "2026-03-03T00:00:00Z", "after");
    const days = await client().listAudit({ from: "2026-03-01", to: "2026-03-02" });
    expect(days.items.map((entry) => entry.subject.kind)).toEqual(["last", "first"]);
    expect((await client().listAudit({ subjectKind: "first", subjectId: "1" })).items).toHaveLength(
      1,
    );
    expect((await client().listAudit({ subjectKind: "first", subjectId: "2" })).items).toEqual([]);
    expect((await client().listAudit({ action: "plant-entry" })).items).toHaveLength(4);
    expect((await client().listAudit({ action: "other" })).items).toEqual([]);
  });

  it("refuses a cursor it has not given", async () => {
    for (const after of ["nonsense", Buffer.from(`["x","y"]`).toString("base64url")])
      expect(await codeOf(client().listAudit({ after }))).toBe("input_invalid");
  });

  it("shows an entry's place in the chain once it is sealed, and its instant", async () => {
    await plantEntries(2, "2026-03-01T10:00:00Z");
    expect((await client().listAudit({})).items.map((entry) => entry.sequence)).toEqual([
      null,
      null,
    ]);
    await sealAudit(db.database);
    const { items } = await client().listAudit({});
    expect(items.map((entry) => entry.sequence)).toEqual([2, 1]);
    expect(items[0]).toMatchObject({
      at: "2026-03-01T10:00:00.000Z",
      before: null,
      after: null,
      actor: { kind: "person", name: "owner of Planted" },
    });
  });
});

describe("verification", () => {
  it("says that the chain holds, and where it does not", async () => {
    await plantEntries(3, "2026-03-01T10:00:00Z");
    await sealAudit(db.database);
    await plantEntries(1, "2026-03-02T10:00:00Z");
    const report = await client().verifyAudit();
    expect(report).toMatchObject({ sealed: 3, unsealed: 1, intact: true, firstFault: null });
    expect(report.head).toMatch(/^[0-9a-f]{64}$/);
    await db.asOwner(
      "update audit_entries set action = 'forged' where organisation_id = $1 and subject_id = '2'",
      [planted.organisationId],
    );
    const after = await client().verifyAudit();
    expect(after.intact).toBe(false);
    expect(after.firstFault?.what).toMatch(
      /^The entry under seal \d was changed after it was sealed\.$/,
    );
  });
});

describe("isolation", () => {
  it("shows no entry, name or fault of another organisation, and takes no cursor into it", async () => {
    await plantEntries(3, "2026-03-01T10:00:00Z");
    const page = await client().listAudit({ limit: 1 });
    const other = await plantOrganisation(db.database, "Other");
    const theirs = server.as(other.people.owner, other.organisationId).organisations;
    expect((await theirs.listAudit({})).items).toEqual([]);
    expect((await theirs.listAudit({ after: page.next ?? "" })).items).toEqual([]);
    expect((await theirs.listAudit({ subjectId: "1" })).items).toEqual([]);
    await db.asOwner("update audit_entries set action = 'forged' where organisation_id = $1", [
      planted.organisationId,
    ]);
    expect(await theirs.verifyAudit()).toEqual({
      sealed: 0,
      unsealed: 0,
      intact: true,
      firstFault: null,
      head: null,
    });
  });
});
