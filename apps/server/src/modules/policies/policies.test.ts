/** The policy over time: rows added, changed, ended, removed; tried, checked, laid out over the years, exported. */
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contractInput } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { checkLastDay, checkRow, decideChange, isDraft } from "./policies.policy.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let client: ApiClient;
let now = new Date("2026-01-05T09:00:00Z");

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
beforeEach(async () => {
  now = new Date("2026-01-05T09:00:00Z");
  city = await plantOrganisation(db.database, "Policy City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

type Row = Parameters<ApiClient["policies"]["addRow"]>[0];
const anything: Row["when"] = {
  cpvPrefixes: [],
  risks: [],
  valueFrom: null,
  valueTo: null,
  countries: [],
  procedures: [],
  bidderRoles: [],
  sizes: [],
};
function rowOf(given: Partial<Row> = {}): Row {
  return {
    title: "Computers: name the sites",
    when: { ...anything, cpvPrefixes: ["302"] },
    ask: {
      requirement: "disclose_sites",
      version: null,
      role: "clause",
      values: { due_days: 60, due_from: "award" },
      followUp: null,
    },
    effectiveFrom: "2026-02-01",
    ...given,
  };
}
const stricter = (days: number): Row["ask"] => ({
  ...rowOf().ask,
  values: { due_days: days, due_from: "award" },
});

describe("rows over time", () => {
  it("are never written over once they count: a change ends one and begins another", async () => {
    const { id } = await client.policies.addRow(rowOf());
    now = new Date("2026-03-10T09:00:00Z");
    const changed = await client.policies.changeRow({
      id,
      version: 1,
      ...rowOf({ effectiveFrom: "2027-01-01", ask: stricter(28) }),
    });
    expect(changed).toMatchObject({ endedId: id });
    const { history } = await client.policies.getRow({ id: changed.id });
    expect(
      history.map(({ effectiveFrom, effectiveTo, state }) => [effectiveFrom, effectiveTo, state]),
    ).toEqual([
      ["2026-02-01", "2026-12-31", "in_force"],
      ["2027-01-01", null, "future"],
    ]);
    await refuses("still_in_use", client.policies.changeRow({ id, version: 2, ...rowOf() }));
    // Removing the one to come lets the first go on.
    await refuses("conflict", client.policies.removeRow({ id: changed.id, version: 7 }));
    await client.policies.removeRow({ id: changed.id, version: 1 });
    expect(await client.policies.getRow({ id })).toMatchObject({
      effectiveTo: null,
      followedBy: null,
      version: 3,
    });
  });

  it("that nobody relied on yet are changed themselves, with warnings about notice and days gone by", async () => {
    const { id, warnings } = await client.policies.addRow(
      rowOf({ effectiveFrom: "2025-01-01", announcedOn: "2024-12-01", noticeMonths: 6 }),
    );
    expect(warnings.map(({ code }) => code)).toEqual([
      "row.warning.past",
      "policy.conflict.short_notice",
    ]);
    const changed = await client.policies.changeRow({
      id,
      version: 1,
      ...rowOf({ title: "Typed wrong at first" }),
    });
    expect(changed).toEqual({ id, endedId: null, warnings: [] });
    expect(await client.policies.getRow({ id })).toMatchObject({
      title: "Typed wrong at first",
      version: 2,
    });
    now = new Date("2026-02-10T09:00:00Z");
    await refuses("still_in_use", client.policies.removeRow({ id, version: 2 }));
    await refuses(
      "input_invalid",
      client.policies.changeRow({ id, version: 2, ...rowOf({ effectiveFrom: "2026-02-09" }) }),
    );
    await refuses(
      "input_invalid",
      client.policies.endRow({ id, version: 2, on: "2026-02-01", reason: "A" }),
    );
    await client.policies.endRow({ id, version: 2, on: "2026-02-28", reason: "Council decision." });
    await refuses(
      "conflict",
      client.policies.endRow({ id, version: 2, on: "2026-03-01", reason: "A" }),
    );
    expect((await client.policies.getRow({ id })).effectiveTo).toBe("2026-02-28");
  });

  it("hold together: dates, amounts, values, roles, members, requirements that are there", async () => {
    const refused = async (given: Partial<Row>) =>
      (await refuses("input_invalid", client.policies.addRow(rowOf(given)))).errors[0]?.path;
    expect(await refused({ effectiveTo: "2026-01-01" })).toBe("/effectiveTo");
    expect(await refused({ announcedOn: "2026-03-01" })).toBe("/announcedOn");
    expect(
      await refused({ when: { ...anything, valueFrom: { minorUnits: 1, currency: "SEK" } } }),
    ).toBe("/when/valueFrom");
    expect(await refused({ ask: { ...rowOf().ask, values: { due_days: -1 } } })).toBe(
      "/ask/values/due_days",
    );
    expect(
      await refused({
        ask: { ...rowOf().ask, requirement: "respond_query", role: "award", values: {} },
      }),
    ).toBe("/ask/role");
    await refuses(
      "reference_unknown",
      client.policies.addRow(rowOf({ ask: { ...rowOf().ask, requirement: "not_there" } })),
    );
    const other = await plantOrganisation(db.database, "Other City");
    const followUp = (personId: string) => ({
      ways: ["dialogue" as const],
      kpis: [],
      evidenceTypes: [],
      personId,
      role: null,
      hoursPerMonth: null,
    });
    const add = (personId: string) =>
      client.policies.addRow(rowOf({ ask: { ...rowOf().ask, followUp: followUp(personId) } }));
    expect(await refuses("reference_unknown", add(other.people.owner))).toEqual(
      await refuses("reference_unknown", add("6f1c2b1e-0a0b-4c5d-8e9f-000000000000")),
    );
    await add(city.people.manager);
  });

  it("are listed as of a day, in every order, by pages", async () => {
    for (const [index, from] of ["2025-01-01", "2026-01-01", "2027-01-01"].entries())
      await client.policies.addRow(
        rowOf({
          title: `${"cab"[index]} row`,
          effectiveFrom: from,
          effectiveTo: index === 0 ? "2025-12-31" : null,
        }),
      );
    const titles = async (input: Parameters<typeof client.policies.listRows>[0]) =>
      (await client.policies.listRows(input)).items.map(({ title }) => title[0]).join("");
    expect(await titles({})).toBe("a");
    expect(await titles({ on: "2025-06-01" })).toBe("c");
    expect(await titles({ state: "future" })).toBe("b");
    expect(await titles({ state: "all", sort: "title" })).toBe("abc");
    expect(await titles({ state: "all", sort: "from" })).toBe("cab");
    expect(await titles({ state: "all", search: "B ROW" })).toBe("b");
    expect(await titles({ state: "all", requirement: "wages" })).toBe("");
    for (const sort of ["title", "requirement", "from"] as const) {
      const first = await client.policies.listRows({ state: "all", sort, limit: 2 });
      const rest = await client.policies.listRows({
        state: "all",
        sort,
        limit: 2,
        after: first.next ?? "",
      });
      expect(first.total).toBe(3);
      expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
      expect(rest.next).toBeNull();
    }
    const { next } = await client.policies.listRows({ state: "all", sort: "title", limit: 1 });
    await refuses("input_invalid", client.policies.listRows({ sort: "from", after: next ?? "" }));
  });
});

describe("the policy itself", () => {
  it("has a name, a currency and a promised notice; the currency stays while rows count in it", async () => {
    expect(await client.policies.get()).toMatchObject({ version: 0, currency: "EUR", days: [] });
    const { version } = await client.policies.describe({
      version: 0,
      title: "Fair computers",
      currency: "SEK",
      noticeMonths: 6,
    });
    expect(version).toBe(2);
    await refuses(
      "conflict",
      client.policies.describe({ version: 0, title: "B", currency: "SEK", noticeMonths: 6 }),
    );
    await client.policies.addRow(
      rowOf({ when: { ...anything, valueFrom: { minorUnits: 100, currency: "SEK" } } }),
    );
    await refuses(
      "still_in_use",
      client.policies.describe({ version, title: "B", currency: "EUR", noticeMonths: 6 }),
    );
    const { counts, days } = await client.policies.get();
    expect(counts).toEqual({ inForce: 0, future: 1, ended: 0 });
    expect(days).toEqual(["2026-02-01"]);
    const { conflicts } = await client.policies.check({});
    expect(conflicts.map(({ kind }) => kind)).toEqual(["short_notice"]);
  });
});

describe("trying the table", () => {
  it("says which rows fire and why, for a situation, a procurement or a contract", async () => {
    const { id } = await client.policies.addRow(rowOf({ effectiveFrom: "2025-01-01" }));
    await client.policies.addRow(
      rowOf({
        title: "Above a million",
        effectiveFrom: "2025-01-01",
        when: { ...anything, valueFrom: { minorUnits: 100_000_000, currency: "EUR" } },
        ask: { ...rowOf().ask, requirement: "wages", values: {} },
      }),
    );
    const trial = await client.policies.tryOut({ situation: { cpv: ["30213100"] } });
    expect(trial.fires).toMatchObject([
      { rowId: id, because: [{ code: "policy.because.category" }] },
    ]);
    expect(trial.unknowns).toMatchObject([{ sentence: { code: "policy.unknown.value" } }]);
    expect(trial.asked).toMatchObject([
      { requirement: "disclose_sites", values: { due_days: 60 } },
    ]);
    const small = await client.policies.tryOut({
      situation: { cpv: ["48000000"], value: { minorUnits: 5, currency: "EUR" } },
    });
    expect(small).toMatchObject({ fires: [], asked: [] });
    expect(small.doesNotFire).toHaveLength(2);
    const sterling = await client.policies.tryOut({
      situation: { cpv: ["48000000"], value: { minorUnits: 200_000_000, currency: "GBP" } },
    });
    expect(sterling.fires).toMatchObject([{ title: "Above a million" }]);
    expect(sterling.fires[0]?.because[0]?.text).toContain("rate of");
    const contract = await client.contracts.create(
      contractInput({ cpv: ["30213100"], awardedOn: "2024-06-01" }),
    );
    const early = await client.policies.tryOut({ contractId: contract.id });
    expect(early).toMatchObject({ on: "2024-06-01", fires: [], situation: { risk: "high" } });
    const procurement = await client.procurements.create({
      reference: "P",
      title: "P",
      cpv: ["30213100"],
    });
    expect((await client.policies.tryOut({ procurementId: procurement.id })).fires).toHaveLength(1);
    await refuses("input_invalid", client.policies.tryOut({}));
    await refuses(
      "input_invalid",
      client.policies.tryOut({ contractId: contract.id, procurementId: procurement.id }),
    );
  });

  it("finds gaps in what is bought, and rows that clash", async () => {
    await client.contracts.create(contractInput({ cpv: ["34110000"] }));
    await client.policies.addRow(rowOf({ effectiveFrom: "2025-01-01" }));
    await client.policies.addRow(
      rowOf({
        title: "Counted from a request",
        effectiveFrom: "2025-01-01",
        when: { ...anything, countries: ["SE"] },
        ask: { ...rowOf().ask, values: { due_days: 10, due_from: "request" } },
      }),
    );
    const { gaps, conflicts } = await client.policies.check({});
    expect(gaps.some(({ cpvPrefix, covered }) => cpvPrefix === "341" && covered !== "none")).toBe(
      true,
    );
    expect(conflicts.map(({ kind }) => kind)).toContain("clash");
  });

  it("is the scale-up plan when it is laid out over the years", async () => {
    const { id } = await client.policies.addRow(rowOf({ effectiveFrom: "2026-06-01" }));
    const second = await client.policies.addRow(
      rowOf({ title: "Next", effectiveFrom: "2027-06-01", ask: stricter(28) }),
    );
    expect(second.id).not.toBe(id);
    const { steps } = await client.policies.scaleUp({ situation: { cpv: ["30213100"] } });
    expect(steps.map(({ on }) => on)).toEqual(["2026-06-01", "2027-06-01"]);
    expect(steps[1]?.changes).toMatchObject([{ requirement: "disclose_sites", what: "stricter" }]);
    expect(steps[1]?.asked[0]?.values).toMatchObject({ due_days: 28 });
  });

  it("goes out as CSV and YAML as of a day, naming nobody", async () => {
    await client.policies.addRow(
      rowOf({
        title: "=1+1",
        effectiveFrom: "2025-01-01",
        ask: {
          ...rowOf().ask,
          followUp: {
            ways: ["dialogue"],
            kpis: [],
            evidenceTypes: [],
            personId: null,
            role: "somebody@policy.example",
            hoursPerMonth: 1,
          },
        },
      }),
    );
    const headers = await server.headersOf(city.people.reader, city.organisationId);
    for (const format of ["csv", "yaml"]) {
      const file = await server.call({
        method: "GET",
        url: `/api/policy/export?format=${format}`,
        headers,
      });
      expect(file.statusCode).toBe(200);
      expect(file.body).toContain("1+1");
      expect(file.body).not.toContain("policy.example");
    }
    const none = await server.call({
      method: "GET",
      url: "/api/policy/export?format=csv&on=2024-01-01",
      headers,
    });
    expect(none.body).not.toContain("1+1");
    const rows = await db.asOwner<{ found: number }>(
      "select count(*)::int as found from audit_entries where after::text like '%policy.example%'",
    );
    expect(rows[0]?.found).toBe(0);
  });
});

describe("what a change of the table does", () => {
  const row = {
    effectiveFrom: "2026-01-01",
    effectiveTo: null,
    followedBy: null,
    madeOn: "2025-12-01",
  };
  it("is decided by the days alone", () => {
    expect(isDraft(row, "2025-12-31")).toBe(true);
    expect(isDraft(row, "2026-01-01")).toBe(false);
    expect(isDraft({ ...row, madeOn: "2026-05-01" }, "2026-05-01")).toBe(true);
    expect(decideChange(row, "2026-07-01", "2026-06-01")).toEqual({
      kind: "end_and_begin",
      lastDay: "2026-06-30",
    });
    expect(decideChange({ ...row, effectiveTo: "2026-06-15" }, "2026-07-01", "2026-06-01")).toEqual(
      { kind: "end_and_begin", lastDay: "2026-06-15" },
    );
    expect(decideChange(row, "2026-05-31", "2026-06-01")).toMatchObject({ kind: "refused" });
    expect(decideChange(row, "2026-01-01", "2026-01-01")).toMatchObject({ kind: "refused" });
    expect(checkLastDay(row, "2026-05-31", "2026-06-01")).not.toBeNull();
    expect(checkLastDay(row, "2026-06-01", "2026-06-01")).toBeNull();
    expect(checkLastDay(row, "2025-12-31", "2025-12-15")).not.toBeNull();
  });
  it("keeps amounts in order", () => {
    const money = (minorUnits: number) => ({ minorUnits, currency: "EUR" });
    const when = { ...anything, valueFrom: money(200), valueTo: money(100) };
    const sound = {
      effectiveTo: null,
      announcedOn: null,
      noticeMonths: null,
      reason: "",
      proportionality: "",
    };
    expect(checkRow({ ...rowOf({ when }), ...sound }, "EUR")[0]?.path).toBe("/when/valueTo");
  });
});
