/** Nothing of a procurement is another organisation's to see, to count, to refer to or to change. */
import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { clauseOf, criterionOf, followedUp, makeTender } from "./make-tender.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let other: PlantedOrganisation;
let mine: ApiClient;
let theirs: ApiClient;
let secret: string;
let instanceId: string;
let waiverId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  city = await plantOrganisation(db.database, "Secret City");
  other = await plantOrganisation(db.database, "Other City");
  mine = server.as(city.people.owner, city.organisationId);
  theirs = server.as(other.people.owner, other.organisationId);
  secret = await makeTender(mine, {
    reference: "SECRET-1",
    title: "Secret laptops",
    ocid: "ocds-secret-1",
    instances: [criterionOf({ due_days: 28 })],
  });
  const detail = await mine.procurements.get({ id: secret });
  instanceId = detail.facts.instances[0]?.id ?? "";
  const key = detail.alignment.findings[0]?.key ?? "";
  waiverId = (await mine.procurements.waive({ id: secret, findingKey: key, reason: "Secret why" }))
    .id;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("another organisation's procurement", () => {
  it("cannot be told from one that does not exist", async () => {
    const calls: ((id: string) => Promise<unknown>)[] = [
      (id) => theirs.procurements.get({ id }),
      (id) => theirs.procurements.listActs({ id }),
      (id) => theirs.procurements.revise({ id, version: 1, title: "Mine" }),
      (id) => theirs.procurements.remove({ id, version: 1 }),
      (id) => theirs.procurements.addInstances({ id, version: 1, instances: [clauseOf({}, null)] }),
      (id) => theirs.procurements.reviseInstance({ id, version: 1, instanceId, title: "Mine" }),
      (id) => theirs.procurements.removeInstance({ id, version: 1, instanceId }),
      (id) => theirs.procurements.applyFixes({ id, version: 1, findings: "all_safe" }),
      (id) => theirs.procurements.withdrawWaiver({ id, waiverId }),
      (id) => theirs.procurements.publish({ id, version: 1, publishedOn: "2026-11-01" }),
    ];
    for (const call of calls)
      expect(await refuses("not_found", call(secret))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
  });

  it("is neither listed, counted nor found, and its reference is free", async () => {
    for (const input of [{}, { search: "Secret" }, { requirement: "disclose_sites" }])
      expect(await theirs.procurements.list(input)).toMatchObject({ items: [], total: 0 });
    const { usedIn, uses } = await theirs.requirements.get({ key: "disclose_sites" });
    expect(usedIn).toEqual([]);
    expect(uses.procurements).toBe(0);
    const { id } = await theirs.procurements.create({ reference: "SECRET-1", title: "Ours" });
    await theirs.procurements.remove({ id, version: 1 });
  });

  it("lends nothing to one's own: no framework, no member, no criterion, no waiver", async () => {
    const framework = await mine.contracts.create({
      kind: "framework",
      reference: "F",
      title: "Secret framework",
    });
    const create = (frameworkId: string) =>
      theirs.procurements.create({ reference: randomUUID(), title: "A", frameworkId });
    expect(await refuses("reference_unknown", create(framework.id))).toEqual(
      await refuses("reference_unknown", create(randomUUID())),
    );
    const own = await makeTender(theirs);
    const revise = (frameworkId: string) =>
      theirs.procurements.revise({ id: own, version: 1, frameworkId });
    expect(await refuses("reference_unknown", revise(framework.id))).toEqual(
      await refuses("reference_unknown", revise(randomUUID())),
    );
    const add = (personId: string) =>
      theirs.procurements.addInstances({
        id: own,
        version: 1,
        instances: [clauseOf({}, followedUp(personId))],
      });
    expect(await refuses("reference_unknown", add(city.people.owner))).toEqual(
      await refuses("reference_unknown", add(randomUUID())),
    );
    const change = (one: string) =>
      theirs.procurements.reviseInstance({ id: own, version: 1, instanceId: one, title: "A" });
    expect(await refuses("not_found", change(instanceId))).toEqual(
      await refuses("not_found", change(randomUUID())),
    );
    const withdraw = (one: string) =>
      theirs.procurements.withdrawWaiver({ id: own, waiverId: one });
    expect(await refuses("not_found", withdraw(waiverId))).toEqual(
      await refuses("not_found", withdraw(randomUUID())),
    );
    await theirs.procurements.publish({ id: own, version: 1, publishedOn: "2026-11-01" });
    const promise = (criterionId: string) =>
      theirs.procurements.setPromises({
        id: own,
        version: 2,
        promises: [
          { bidder: "A", winning: false, criterionId, requirement: null, text: "A", values: {} },
        ],
      });
    expect(await refuses("input_invalid", promise(instanceId))).toEqual(
      await refuses("input_invalid", promise(randomUUID())),
    );
  });

  it("is not named by what a contract came of", async () => {
    const contract = await theirs.contracts.create({
      kind: "stand_alone",
      reference: "C",
      title: "Ours",
    });
    await expect(
      db.asOwner("update contracts set procurement_id = $1 where id = $2", [secret, contract.id]),
    ).rejects.toThrow(/foreign key/);
  });
});

describe("the audit of a procurement", () => {
  it("holds nobody's name or mailbox, no bid's words, no reason in clear", async () => {
    const id = await makeTender(mine, {
      instances: [
        clauseOf({ due_days: 28 }, { ...followedUp(null), role: "jo@secret-audit.example" }),
      ],
    });
    await mine.procurements.publish({
      id,
      version: 1,
      publishedOn: "2026-11-01",
      deadlineOn: "2026-11-10",
    });
    await mine.procurements.setPromises({
      id,
      version: 2,
      promises: [
        {
          bidder: "Secret-audit Bidder",
          winning: true,
          criterionId: null,
          requirement: null,
          text: "Secret-audit words",
          values: {},
        },
      ],
    });
    await mine.procurements.moveOn({
      id,
      version: 3,
      stage: "drafting",
      reason: "Secret-audit reason",
    });
    await mine.procurements.revise({
      id,
      version: 4,
      riskOverride: { level: "low", reason: "Secret-audit risk" },
    });
    const [entries] = await db.asOwner<{ all: number; telling: number }>(
      "select count(*)::int as all, (count(*) filter (where concat(before, after) ilike '%secret-audit%' or concat(before, after) like '%Secret why%'))::int as telling from audit_entries where subject_kind = 'procurement'",
    );
    expect(entries?.all ?? 0).toBeGreaterThan(5);
    expect(entries?.telling).toBe(0);
  });
});
