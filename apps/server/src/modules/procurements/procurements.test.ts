/** A procurement from the first draft to its contracts, as a route serves it. */
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
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  city = await plantOrganisation(db.database, "Tender City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const followUp = () => followedUp(city.people.manager);

describe("drafting", () => {
  it("keeps what was said and shows it with its alignment, lead time and risk", async () => {
    const id = await makeTender(client, {
      cpv: ["30213100"],
      value: { minorUnits: 90_000_000, currency: "EUR" },
      announcedOn: "2026-11-02",
      deadlineOn: "2026-11-30",
      instances: [criterionOf({ due_days: 28, due_from: "award" })],
    });
    const detail = await client.procurements.get({ id });
    expect(detail).toMatchObject({
      version: 1,
      facts: { stage: "drafting", procedure: "open" },
      leadTime: { days: 28, short: true },
      risk: { level: "high", weighed: "high", overridden: null },
      cpvLabels: [{ code: "30213100", label: "Portable computers" }],
      can: { write: true, change: true, publish: true, award: false, undo: false },
    });
    expect(detail.stageSays.text).toContain("2 November 2026");
    expect(detail.risk.because[0]?.text).not.toBe("");
    expect(detail.asks[0]?.sentence.text).toContain("28 days");
    const codes = detail.alignment.findings.map(({ code }) => code);
    expect(codes).toContain("criterion_without_clause");
    expect(detail.alignment.threads[0]).toMatchObject({
      requirement: "disclose_sites",
      clauses: [],
    });
  });

  it("takes the risk a person says, with the reason, and shows what was weighed beside it", async () => {
    const id = await makeTender(client, { cpv: ["30213100"] });
    await client.procurements.revise({
      id,
      version: 1,
      riskOverride: { level: "low", reason: "Refurbished at home." },
    });
    expect((await client.procurements.get({ id })).risk).toMatchObject({
      level: "low",
      weighed: "high",
      overridden: { reason: "Refurbished at home." },
    });
  });

  it("adds, changes, orders and removes criteria and clauses by version", async () => {
    const id = await makeTender(client);
    const { ids, version } = await client.procurements.addInstances({
      id,
      version: 1,
      instances: [criterionOf({ due_days: 28 }), clauseOf({ due_days: 28 }, followUp())],
    });
    expect(version).toBe(2);
    await refuses(
      "conflict",
      client.procurements.addInstances({ id, version: 1, instances: [clauseOf({}, null)] }),
    );
    const [first = "", second = ""] = ids;
    await client.procurements.reviseInstance({
      id,
      version: 2,
      instanceId: first,
      values: { due_days: 14 },
    });
    await client.procurements.reorderInstances({ id, version: 3, instanceIds: [second, first] });
    await refuses(
      "input_invalid",
      client.procurements.reorderInstances({ id, version: 4, instanceIds: [second] }),
    );
    const { facts } = await client.procurements.get({ id });
    expect(facts.instances.map((one) => [one.id, one.values])).toEqual([
      [second, { due_days: 28 }],
      [first, { due_days: 14 }],
    ]);
    await client.procurements.removeInstance({ id, version: 4, instanceId: first });
    await refuses(
      "not_found",
      client.procurements.removeInstance({ id, version: 5, instanceId: first }),
    );
  });

  it("refuses values that do not fit, requirements that are not there, lots that are not, persons who are not members", async () => {
    const id = await makeTender(client);
    const add = (instance: ReturnType<typeof clauseOf>) =>
      client.procurements.addInstances({ id, version: 1, instances: [instance] });
    const { errors } = await refuses("input_invalid", add(clauseOf({ due_days: -3 }, null)));
    expect(errors[0]?.path).toBe("/instances/0/values/due_days");
    await refuses("input_invalid", add({ ...clauseOf({}, null), requirement: "not_there" }));
    await refuses("input_invalid", add({ ...clauseOf({}, null), lots: ["7"] }));
    await refuses("input_invalid", add({ ...clauseOf({}, null), weight: 20 }));
    await refuses(
      "reference_unknown",
      add(clauseOf({}, followedUp("6f1c2b1e-0a0b-4c5d-8e9f-000000000000"))),
    );
  });

  it("undoes the latest act, once, and nothing before it", async () => {
    const id = await makeTender(client, { instances: [clauseOf({ due_days: 28 }, followUp())] });
    const before = (await client.procurements.get({ id })).facts;
    const [instance] = before.instances;
    await client.procurements.removeInstance({ id, version: 1, instanceId: instance?.id ?? "" });
    const { lastAct, can } = await client.procurements.get({ id });
    expect(can.undo).toBe(true);
    expect(lastAct?.sentence.text).toBe("Removed “Name the sites”.");
    await client.procurements.undo({ id, version: 2, actId: lastAct?.id ?? "" });
    const after = await client.procurements.get({ id });
    expect(after.facts).toEqual(before);
    expect(after.can.undo).toBe(false);
    await refuses(
      "conflict",
      client.procurements.undo({ id, version: 3, actId: lastAct?.id ?? "" }),
    );
    await refuses(
      "stage_does_not_allow",
      client.procurements.undo({ id, version: 3, actId: after.lastAct?.id ?? "" }),
    );
    const { items } = await client.procurements.listActs({ id });
    expect(items.map(({ kind, undone }) => [kind, undone])).toEqual([
      ["undo-act", false],
      ["remove-instance", true],
      ["create-procurement", false],
    ]);
  });

  it("has one reference each, and goes while it made no contract", async () => {
    const id = await makeTender(client, { reference: "T-ONE" });
    await refuses("already_exists", client.procurements.create({ reference: "T-ONE", title: "B" }));
    await refuses("conflict", client.procurements.remove({ id, version: 9 }));
    await client.procurements.remove({ id, version: 1 });
    await refuses("not_found", client.procurements.get({ id }));
  });
});

describe("mending", () => {
  it("says in a dry run what it would do, does it in one act, and can be undone", async () => {
    const id = await makeTender(client, {
      instances: [criterionOf({ due_days: 28, due_from: "award" })],
    });
    const { alignment } = await client.procurements.get({ id });
    const finding = alignment.findings.find(({ code }) => code === "criterion_without_clause");
    const dry = await client.procurements.applyFixes({
      id,
      version: 1,
      findings: [finding?.key ?? ""],
    });
    expect(dry).toMatchObject({ done: false, version: 1, changes: [{ findingKey: finding?.key }] });
    expect((await client.procurements.get({ id })).facts.instances).toHaveLength(1);
    const done = await client.procurements.applyFixes({
      id,
      version: 1,
      findings: [finding?.key ?? ""],
      dryRun: false,
    });
    expect(done).toMatchObject({ done: true, version: 2 });
    expect(done.after.blocking).toBeLessThanOrEqual(done.before.blocking);
    const after = await client.procurements.get({ id });
    expect(after.facts.instances.map(({ role }) => role)).toEqual(["award", "clause"]);
    expect(after.alignment.findings.map(({ code }) => code)).not.toContain(
      "criterion_without_clause",
    );
    const again = await client.procurements.applyFixes({
      id,
      version: 2,
      findings: [finding?.key ?? ""],
      dryRun: false,
    });
    expect(again).toMatchObject({ done: false, left: [{ sentence: { code: "fix.gone" } }] });
  });

  it("leaves to a person what needs one, and takes what it is told", async () => {
    const id = await makeTender(client, {
      instances: [clauseOf({ due_days: 28 }, { ...followedUp(null), role: null })],
    });
    const { alignment } = await client.procurements.get({ id });
    const nobody = alignment.findings.find(({ code }) => code === "nobody_follows_up");
    expect(nobody?.fix?.kind).toBe("assign_follow_up");
    const done = await client.procurements.applyFixes({
      id,
      version: 1,
      findings: [nobody?.key ?? ""],
      give: { personId: city.people.contributor, hoursPerMonth: 2 },
      dryRun: false,
    });
    expect(done.done).toBe(true);
    const { alignment: after, facts } = await client.procurements.get({ id });
    expect(facts.instances[0]?.followUp?.personId).toBe(city.people.contributor);
    expect(after.threads[0]?.person?.name).toBe("contributor of Tender City");
  });

  it("mends all that is safe at once", async () => {
    const id = await makeTender(client, {
      instances: [
        { ...criterionOf({ due_days: 28 }), announced: false, labels: ["TCO"] },
        { ...clauseOf({ due_days: 10 }, followUp()), announced: false },
      ],
    });
    const { findings } = (await client.procurements.get({ id })).alignment;
    const safe = findings.filter(({ fix }) => fix?.safe === true);
    expect(safe.length).toBeGreaterThan(0);
    const done = await client.procurements.applyFixes({
      id,
      version: 1,
      findings: "all_safe",
      dryRun: false,
    });
    expect(done.changes.length).toBeGreaterThan(0);
    const left = (await client.procurements.get({ id })).alignment.findings;
    expect(left.filter(({ fix }) => fix?.safe === true)).toEqual([]);
  });
});

describe("what the policy asks", () => {
  it("is said to be missing, and taken over as one act", async () => {
    await client.policies.addRow({
      title: "Servers: name the sites",
      when: {
        cpvPrefixes: ["488"],
        risks: [],
        valueFrom: null,
        valueTo: null,
        countries: [],
        procedures: [],
        bidderRoles: [],
        sizes: [],
      },
      ask: {
        requirement: "disclose_sites",
        version: null,
        role: "clause",
        values: { due_days: 28, due_from: "award" },
        followUp: null,
      },
      effectiveFrom: "2026-01-01",
    });
    const id = await makeTender(client, { cpv: ["48820000"] });
    const detail = await client.procurements.get({ id });
    expect(detail.policy.asked.map(({ requirement, role }) => [requirement, role])).toEqual([
      ["disclose_sites", "clause"],
    ]);
    expect(detail.policy.missing).toEqual([{ requirement: "disclose_sites", role: "clause" }]);
    const dry = await client.procurements.takeFromPolicy({ id, version: 1 });
    expect(dry).toMatchObject({ done: false, changes: [{}] });
    await client.procurements.takeFromPolicy({ id, version: 1, dryRun: false });
    const after = await client.procurements.get({ id });
    expect(after.policy.missing).toEqual([]);
    expect(after.facts.instances[0]).toMatchObject({
      requirement: "disclose_sites",
      role: "clause",
      values: { due_days: 28, due_from: "award" },
      announced: true,
    });
    const none = await client.procurements.takeFromPolicy({ id, version: 2, dryRun: false });
    expect(none).toMatchObject({ done: false, version: 2, changes: [] });
  });
});

describe("the list", () => {
  it("pages in every order, counts mismatches, filters by stage, requirement and words", async () => {
    const other = await plantOrganisation(db.database, "List City");
    const mine = server.as(other.people.owner, other.organisationId);
    for (const [index, deadlineOn] of [null, "2027-01-31", "2026-12-31", null].entries())
      await makeTender(mine, {
        title: `${"dbca"[index]} laptops`,
        deadlineOn,
        instances: index === 0 ? [criterionOf({ due_days: 28 })] : [],
      });
    for (const sort of ["title", "-title", "deadline", "-deadline", "changed"] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await mine.procurements.list({
          sort,
          limit: 2,
          ...(after === undefined ? {} : { after }),
        });
        expect(page.total).toBe(4);
        seen.push(...page.items.map(({ title, deadlineOn }) => `${title[0]}${deadlineOn ?? ""}`));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(seen).size, sort).toBe(4);
      const expected = {
        title: ["a", "b2027-01-31", "c2026-12-31", "d"],
        "-title": ["d", "c2026-12-31", "b2027-01-31", "a"],
        deadline: ["c2026-12-31", "b2027-01-31"],
        "-deadline": ["b2027-01-31", "c2026-12-31"],
        changed: [],
      }[sort];
      expect(seen.slice(0, expected.length)).toEqual(expected);
    }
    const found = await mine.procurements.list({ requirement: "disclose_sites" });
    expect(found.items).toMatchObject([{ title: "d laptops", criteria: 1, clauses: 0 }]);
    expect(found.items[0]?.open.blocking ?? 0).toBeGreaterThan(0);
    expect((await mine.procurements.list({ search: "C LAP" })).total).toBe(1);
    expect((await mine.procurements.list({ stage: "awarded" })).total).toBe(0);
    const { next } = await mine.procurements.list({ sort: "title", limit: 1 });
    await refuses("input_invalid", mine.procurements.list({ sort: "deadline", after: next ?? "" }));
  });
});
