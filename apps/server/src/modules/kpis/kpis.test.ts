import type { ApiClient } from "@throughline/contract";
import { defaultBandScheme } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import {
  disclose,
  figure,
  followUp,
  outcome,
  plantKpiContract,
} from "./plant-kpi-contract.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let client: ApiClient;
let now = new Date("2026-11-20T09:00:00Z");

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  org = await plantOrganisation(db.database, "Northbridge University");
  client = server.as(org.people.owner, org.organisationId);
});

const plant = (given: Parameters<typeof plantKpiContract>[1] = {}): Promise<string> =>
  plantKpiContract(client, given);

describe("the KPIs of a contract", () => {
  it("are those its clauses name and those that were added, each section by itself", async () => {
    const id = await plant();
    await disclose(client, id, "2026-03-10");
    await client.kpis.assign({ id, ...outcome });
    const shown = await client.kpis.ofContract({ id });
    expect(shown.standings.supplierConduct).toMatchObject([
      {
        assignment: { kpi: "T10", reasons: [{ kind: "clause", clause: "14.2" }] },
        computed: { numerator: 1, denominator: 2, value: 50, basis: "computed", rows: [] },
        entered: null,
        rating: { band: "inadequate", of: "computed" },
      },
    ]);
    expect(shown.standings.workerOutcomes).toMatchObject([
      { assignment: { kpi: "L1" }, computed: null, rating: { band: "other", of: "nothing" } },
    ]);
    expect(shown.standings.ownPractice).toEqual([]);
    const earlier = shown.earlier["T10~3~90"] ?? [];
    expect(earlier.map(({ period, computed }) => [period.to, computed])).toEqual([
      ["2026-09-30", 50],
      ["2026-06-30", 50],
      ["2026-03-31", 50],
    ]);
    expect(
      (await client.kpis.ofContract({ id, dimension: "information" })).standings.workerOutcomes,
    ).toEqual([]);
  });

  it("open to their rows, page by page", async () => {
    const id = await plant();
    await disclose(client, id, "2026-03-10");
    const first = await client.kpis.get({ id, kpi: "T10", limit: 1 });
    expect(first.standing.computed?.rowCount).toBe(2);
    const second = await client.kpis.get({ id, kpi: "T10", limit: 1, after: first.next ?? "" });
    expect(second.next).toBeNull();
    const rows = [first, second].flatMap(({ standing }) => standing.computed?.rows ?? []);
    expect(rows.map(({ label, counts }) => [label, counts])).toEqual([
      ["Aster Book 3", "numerator"],
      ["Aster Book 5", "denominator"],
    ]);
  });

  it("can be asked for at any past day, and say what was so then", async () => {
    const id = await plant();
    await disclose(client, id, "2026-03-10");
    const on = async (asOf: string) =>
      (await client.kpis.get({ id, kpi: "T10", asOf })).standing.computed?.value;
    expect([await on("2026-03-09"), await on("2026-03-10")]).toEqual([0, 50]);
    const { points } = await client.kpis.series({ id, kpi: "T10", count: 4 });
    expect(points.map(({ computed }) => computed)).toEqual([50, 50, 50, 50].with(0, 50));
    const longer = await client.kpis.series({ id, kpi: "T10", count: 5 });
    expect(longer.points[0]).toMatchObject({ computed: 0, period: { to: "2025-12-31" } });
    await refuses("date_in_future", client.kpis.get({ id, kpi: "T10", asOf: "2026-11-21" }));
  });

  it("time answers in working days, and tell silence apart", async () => {
    const id = await plant();
    const ask = async (sentOn: string): Promise<string> => {
      const { requestId } = await client.requests.save({
        id,
        addressee: "Cedar IT",
        brand: null,
        subject: "Sites",
        body: "Which sites?",
        productIds: [],
        dueOn: null,
        sentOn,
      });
      return requestId;
    };
    const first = await ask("2026-10-02");
    await ask("2026-10-30");
    await client.requests.recordAnswer({
      id,
      requestId: first,
      answeredBy: "Cedar IT",
      brand: null,
      answer: "cannot_because",
      reason: "The maker does not tell us.",
      answeredOn: "2026-10-08",
      document: null,
      selfReported: false,
      productIds: [],
    });
    const { standing } = await client.kpis.get({ id, kpi: "R1" });
    expect(standing.computed).toMatchObject({ value: 4, numerator: 1, denominator: 2 });
    expect(standing.computed?.besides.map(({ text }) => text)).toEqual([
      "Cedar IT has not answered since 30 October 2026.",
    ]);
    const then = await client.kpis.get({ id, kpi: "R1", asOf: "2026-10-07" });
    expect(then.standing.computed).toMatchObject({ value: null, numerator: 0, denominator: 1 });
  });
});

describe("what people enter", () => {
  it("stands beside what is computed, and the difference is said", async () => {
    const id = await plant();
    await disclose(client, id, "2026-03-10");
    await client.kpis.enter({
      id,
      kpi: "T10",
      from: "2026-10-01",
      to: "2026-10-31",
      value: 80,
      note: "told by the supplier",
    });
    const { standing } = await client.kpis.get({ id, kpi: "T10" });
    expect([standing.computed?.value, standing.entered?.value]).toEqual([50, 80]);
    expect(standing.differs?.code).toBe("differs");
    expect(standing.rating.of).toBe("computed");
  });

  it("is corrected by a later entry and taken back by another; nothing is overwritten", async () => {
    const id = await plant();
    const first = await client.kpis.enter({ id, ...figure });
    await refuses("already_exists", client.kpis.enter({ id, ...figure }));
    const { kpi: _kpi, ...again } = figure;
    now = new Date("2026-11-21T09:00:00Z");
    const second = await client.kpis.correct({ entryId: first.entryId, ...again, numerator: 15 });
    await refuses("conflict", client.kpis.correct({ entryId: first.entryId, ...again }));
    const ask = async (asOf?: string) =>
      (
        await client.kpis.get({
          id,
          kpi: "L1",
          months: 12,
          on: "2025-06-01",
          ...(asOf === undefined ? {} : { asOf }),
        })
      ).standing.entered?.value;
    expect([await ask("2026-11-20"), await ask()]).toEqual([4, 5]);
    now = new Date("2026-11-22T09:00:00Z");
    await client.kpis.takeBack({ entryId: second.entryId, reason: "the wrong site" });
    expect(await ask()).toBeUndefined();
    await refuses("not_found", client.kpis.takeBack({ entryId: randomUUID(), reason: "x" }));
    const { entries } = await client.kpis.get({ id, kpi: "L1" });
    expect(entries.map(({ kind, replacedBy }) => [kind, replacedBy !== null])).toEqual([
      ["taken_back", false],
      ["figure", true],
      ["figure", true],
    ]);
  });

  it("is refused with the field at fault", async () => {
    const id = await plant();
    const wrong = async (given: Partial<Parameters<ApiClient["kpis"]["enter"]>[0]>) =>
      (await refuses("input_invalid", client.kpis.enter({ id, ...figure, ...given }))).errors.map(
        ({ path }) => path,
      );
    expect(await wrong({ from: "2026-01-01" })).toEqual(["/to"]);
    expect(await wrong({ denominator: null })).toEqual(["/denominator"]);
    expect(await wrong({ numerator: null, denominator: null })).toEqual(["/value"]);
    expect(await wrong({ value: 99 })).toEqual(["/value"]);
    expect(await wrong({ denominator: -1 })).toEqual(["/denominator"]);
    expect(await wrong({ evidence: null })).toEqual(["/evidence"]);
    expect(await wrong({ judgement: "good" })).toEqual(["/judgement", "/note"]);
    expect(await wrong({ kpi: "L3" })).toEqual(["/value"]);
    expect(await wrong({ kpi: "P2", value: 2, numerator: null, denominator: null })).toEqual([
      "/value",
    ]);
    await refuses("reference_unknown", client.kpis.enter({ id, ...figure, kpi: "X9" }));
    await refuses("date_in_future", client.kpis.enter({ id, ...figure, to: "2026-12-31" }));
    await refuses("not_found", client.kpis.enter({ ...figure, id: randomUUID() }));
  });

  it("is no data where there is nothing of nothing", async () => {
    const id = await plant();
    await client.kpis.assign({ id, ...outcome });
    await client.kpis.enter({ id, ...figure, numerator: 0, denominator: 0 });
    const { standing } = await client.kpis.get({ id, kpi: "L1", on: "2025-01-01" });
    expect(standing.entered).toMatchObject({ value: null, denominator: 0 });
    expect(standing.rating).toMatchObject({ band: "other", says: { code: "rating.no_data" } });
  });

  it("judges a target told in words, with the reason", async () => {
    const id = await plant();
    await client.kpis.assign({
      id,
      kpi: "M4",
      target: { number: null, words: "a plan for each site of high risk" },
      everyMonths: 12,
      reason: "clause 12 leaves it open",
    });
    await client.kpis.enter({
      id,
      kpi: "M4",
      from: "2026-01-01",
      to: "2026-10-31",
      judgement: "approaching_target",
      note: "one plan is missing",
    });
    const { standings } = await client.kpis.ofContract({ id });
    expect(
      standings.supplierConduct.find(({ assignment }) => assignment.kpi === "M4"),
    ).toMatchObject({
      measured: true,
      rating: { band: "approaching_target", of: "judgement" },
    });
  });

  it("performs the duty to measure, and takes that back with the figure", async () => {
    const id = await plant({ conditions: [siteClause({ dueFrom: "signature", followUp })] });
    const due = async () => {
      const { items } = await client.duties.list({ contractId: id, limit: 200 });
      return items.find(({ key, dueOn }) => key.includes(":kpi:T10:") && dueOn === "2027-02-01");
    };
    now = new Date("2027-03-01T09:00:00Z");
    expect((await due())?.state).toBe("overdue");
    const { entryId, dutiesPerformed } = await client.kpis.enter({
      id,
      kpi: "T10",
      from: "2027-01-01",
      to: "2027-02-28",
      value: 95,
      note: "told by the supplier",
    });
    expect(dutiesPerformed).toBe(1);
    expect((await due())?.performedOn).toBe("2027-03-01");
    await client.kpis.takeBack({ entryId, reason: "not true" });
    expect((await due())?.performedOn).toBeNull();
    expect(
      (await client.kpis.recordMeasured({ id, kpi: "T10", on: "2027-02-28" })).dutiesPerformed,
    ).toBe(1);
    expect((await due())?.performedOn).toBe("2027-03-01");
    await refuses(
      "reference_unknown",
      client.kpis.recordMeasured({ id, kpi: "L1", on: "2027-02-28" }),
    );
    await refuses(
      "date_in_future",
      client.kpis.recordMeasured({ id, kpi: "T10", on: "2027-03-02" }),
    );
  });
});

describe("KPIs added by hand", () => {
  it("apply until they are ended, and are not added twice", async () => {
    const id = await plant({ conditions: [] });
    const { assignmentId } = await client.kpis.assign({ id, ...outcome });
    await refuses("already_exists", client.kpis.assign({ id, ...outcome }));
    await refuses("reference_unknown", client.kpis.assign({ id, ...outcome, kpi: "X9" }));
    now = new Date("2026-11-25T09:00:00Z");
    await client.kpis.endAssignment({ assignmentId, reason: "measured in the framework" });
    await refuses("conflict", client.kpis.endAssignment({ assignmentId, reason: "again" }));
    const count = async (asOf: string) =>
      (await client.kpis.ofContract({ id, asOf })).standings.workerOutcomes.length;
    expect([
      await count("2026-11-19"),
      await count("2026-11-24"),
      await count("2026-11-25"),
    ]).toEqual([0, 1, 0]);
  });
});

describe("bands", () => {
  it("are the law's until the house names its own", async () => {
    expect(await client.kpis.getBands({})).toMatchObject({ version: 0, isDefault: true });
    const bands = {
      ...defaultBandScheme,
      labels: { ...defaultBandScheme.labels, good: "On track" },
      approachingFrom: 0.8,
      improvementFrom: 0.5,
    };
    expect(await client.kpis.setBands({ version: 0, bands })).toEqual({ version: 1 });
    await refuses("conflict", client.kpis.setBands({ version: 0, bands }));
    await refuses(
      "input_invalid",
      client.kpis.setBands({ version: 1, bands: { ...bands, improvementFrom: 0.9 } }),
    );
    const same = { ...bands.labels, other: "on track" };
    await refuses(
      "input_invalid",
      client.kpis.setBands({ version: 1, bands: { ...bands, labels: same } }),
    );
    const id = await plant();
    await disclose(client, id, "2026-03-10");
    const { standings } = await client.kpis.ofContract({ id });
    expect(standings.supplierConduct[0]?.rating.band).toBe("requires_improvement");
  });
});

describe("the list over all contracts", () => {
  it("is of one section, in pages, none twice and none left out", async () => {
    for (const title of ["Phones", "Laptops", "Servers"]) {
      const id = await plant({ title });
      await client.kpis.assign({ id, ...outcome });
    }
    for (const sort of ["band", "-band", "contract", "kpi", "due", "-due"] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await client.kpis.list({
          section: "supplier_conduct",
          sort,
          limit: 2,
          ...(after === undefined ? {} : { after }),
        });
        expect(page.items.every(({ section }) => section === "supplier_conduct")).toBe(true);
        seen.push(...page.items.map(({ contract }) => contract.title));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen.toSorted()).toEqual(["Laptops", "Phones", "Servers"]);
    }
    const outcomes = await client.kpis.list({ section: "worker_outcomes", state: "due" });
    // Added today: the year that runs is not over.
    expect([outcomes.total, outcomes.due]).toEqual([0, 0]);
    expect((await client.kpis.list({ section: "supplier_conduct", search: "phones" })).total).toBe(
      1,
    );
    expect((await client.kpis.list({ section: "supplier_conduct", band: "good" })).total).toBe(0);
    expect(
      (await client.kpis.list({ section: "supplier_conduct", supplier: "cedar it" })).total,
    ).toBe(3);
  });
});
