import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../parameters/compare-values.ts";
import { buildPolicyRow, buildSituation } from "../testing/build-policy-row.ts";
import { buildRequirement } from "../testing/build-requirement.ts";
import { compilePolicy } from "./compile-policy.ts";
import type { PolicyRow, PolicySituation } from "./policy-row.ts";
import { tryPolicy } from "./try-policy.ts";

const requirement = buildRequirement();
const find = (key: string) => (key === "sites" ? requirement : undefined);
const trial = (
  rows: readonly PolicyRow[],
  situation: PolicySituation = buildSituation(),
  onDate = "2026-06-01",
  options = {},
) => tryPolicy(compilePolicy(rows, find), situation, onDate, options);

describe("which rows fire", () => {
  it("says why each one fires, and the first reason why another does not", () => {
    const { fires, doesNotFire } = trial([
      buildPolicyRow({ id: "all" }),
      buildPolicyRow({
        id: "computers",
        when: { cpvPrefixes: ["30200000"], risks: ["high", "medium"] },
      }),
      buildPolicyRow({ id: "buses", when: { cpvPrefixes: ["34"] } }),
      buildPolicyRow({ id: "low", when: { risks: ["low"], countries: ["NO"] } }),
    ]);
    expect(fires.map(({ row, because }) => [row.id, because.map(({ text }) => text)])).toEqual([
      ["all", ["It asks this of everything that is bought."]],
      ["computers", ["30213100 belongs to category 302.", "The risk of what is bought is high."]],
    ]);
    expect(doesNotFire.map(({ row, because }) => [row.id, because.text])).toEqual([
      ["buses", "30213100 is not of category 34."],
      ["low", "The risk is high; the row is for low risk."],
    ]);
  });

  it("keeps a row that a missing fact could make fire apart: it asks nothing yet", () => {
    const rows = [
      buildPolicyRow({ id: "a", when: { valueFrom: { minorUnits: 1, currency: "EUR" } } }),
      buildPolicyRow({ id: "b", when: { cpvPrefixes: ["302131"] } }),
      buildPolicyRow({ id: "c", when: { risks: ["high"] } }),
      buildPolicyRow({ id: "d", when: { sizes: ["small"] } }),
    ];
    const { fires, asked, unknowns } = trial(
      rows,
      buildSituation({ cpv: ["30200000"], value: null, risk: "unknown", sizes: [] }),
    );
    expect(fires).toEqual([]);
    expect(asked).toEqual([]);
    expect(unknowns.map(({ row, condition }) => [row.id, condition])).toEqual([
      ["a", "value"],
      ["b", "category"],
      ["c", "risk"],
      ["d", "size"],
    ]);
    expect(unknowns[1]?.sentence.text).toBe(
      "What is bought is only said as 30200000, which is broader than the category 302131 of “b”.",
    );
  });

  it("counts a value from its lower bound to below its upper", () => {
    const row = buildPolicyRow({
      when: {
        valueFrom: { minorUnits: 100, currency: "EUR" },
        valueTo: { minorUnits: 200, currency: "EUR" },
      },
    });
    const fires = (minorUnits: number) =>
      trial([row], buildSituation({ value: { minorUnits, currency: "EUR" } })).fires.length;
    expect([99, 100, 199, 200].map(fires)).toEqual([0, 1, 1, 0]);
  });

  it("needs a dated rate for another currency, and says whose day it is of", () => {
    const row = buildPolicyRow({
      when: { valueFrom: { minorUnits: 10_000_00, currency: "EUR" } },
    });
    const situation = buildSituation({ value: { minorUnits: 120_000_00, currency: "SEK" } });
    expect(trial([row], situation).unknowns[0]?.sentence.text).toBe(
      "The value is in SEK and “row” counts in EUR: no rate between them was given.",
    );
    const rates = { on: "2026-05-29", perEuro: { SEK: 11 } };
    const { fires } = trial([row], situation, "2026-06-01", { rates });
    expect(fires[0]?.because[0]?.text).toBe(
      "The value is at least EUR 10,000, reckoned by the rate of 29 May 2026.",
    );
  });

  it("takes the first and the last day of a row as in force, and no other", () => {
    const row = buildPolicyRow({ effectiveFrom: "2026-02-01", effectiveTo: "2026-02-28" });
    const on = (day: string) => trial([row], buildSituation(), day).fires.length;
    expect(["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map(on)).toEqual([0, 1, 1, 0]);
  });
});

describe("rows that overlap", () => {
  it("lets the more specific row take the place of the general one, even where it asks less", () => {
    const { asked, fires } = trial([
      buildPolicyRow({ id: "all", asks: { values: { days: 10 } } }),
      buildPolicyRow({
        id: "laptops",
        when: { cpvPrefixes: ["302131"] },
        asks: { values: { days: 60 } },
      }),
    ]);
    expect(asked.map(({ values, rowIds }) => ({ values, rowIds }))).toEqual([
      { values: { days: 60 }, rowIds: ["laptops"] },
    ]);
    expect(fires[0]?.overriddenBy).toEqual(["laptops"]);
  });

  it("joins rows that are not so ordered, the stricter value first", () => {
    const { asked, conflicts } = trial([
      buildPolicyRow({ id: "high", when: { risks: ["high"] }, asks: { values: { days: 28 } } }),
      buildPolicyRow({
        id: "sweden",
        when: { countries: ["SE"] },
        asks: { values: { days: 60, tiers: ["component"] } },
      }),
    ]);
    expect(asked[0]?.values).toEqual({ days: 28, tiers: ["component"] });
    expect(conflicts).toEqual([]);
  });

  it("leaves to people what no order joins", () => {
    const { asked, conflicts } = trial([
      buildPolicyRow({
        id: "high",
        when: { risks: ["high"] },
        asks: { values: { days: 28, counted_from: "award" } },
      }),
      buildPolicyRow({
        id: "sweden",
        when: { countries: ["SE"] },
        asks: { values: { counted_from: "request" } },
      }),
    ]);
    expect(asked[0]?.values).toEqual({ days: 28 });
    expect(asked[0]?.undecided).toEqual(["counted_from"]);
    expect(conflicts.map(({ sentence }) => sentence.text)).toEqual([
      "The rows “high” and “sweden” ask “Say where it is made” with values that cannot be put in order (counted from): a person decides.",
    ]);
  });

  it("asks small resellers by their own row, and everybody else by the general one", () => {
    const { asked, fires } = trial(
      [
        buildPolicyRow({ id: "all", asks: { values: { days: 28 } } }),
        buildPolicyRow({
          id: "small",
          when: { bidderRoles: ["reseller"], sizes: ["small"] },
          asks: { values: { days: 60 } },
        }),
      ],
      buildSituation({ bidderRoles: ["reseller", "brand"], sizes: ["small", "large"] }),
    );
    expect(asked.map(({ values, bidders }) => [values["days"], bidders])).toEqual([
      [60, [{ bidderRole: "reseller", size: "small" }]],
      [
        28,
        [
          { bidderRole: "reseller", size: "large" },
          { bidderRole: "brand", size: "small" },
          { bidderRole: "brand", size: "large" },
        ],
      ],
    ]);
    expect(fires.every(({ overriddenBy }) => overriddenBy.length === 0)).toBe(true);
  });

  it("asks of a purchase of several categories the strictest any of them asks", () => {
    const { asked } = trial(
      [
        buildPolicyRow({ id: "all", asks: { values: { days: 28 } } }),
        buildPolicyRow({
          id: "laptops",
          when: { cpvPrefixes: ["3021"] },
          asks: { values: { days: 60 } },
        }),
      ],
      buildSituation({ cpv: ["30213100", "34121000"] }),
    );
    expect(asked[0]?.values).toEqual({ days: 28 });
    expect(asked[0]?.rowIds).toEqual(["all", "laptops"]);
  });

  const anyRow = fc
    .record({
      cpv: fc.subarray(["30", "3021", "302131", "34"]),
      risks: fc.subarray(["high", "low"] as const),
      countries: fc.subarray(["SE", "NO"]),
      days: fc.integer({ min: 1, max: 90 }),
      tiers: fc.subarray(["final_assembly", "component"]),
    })
    .map(({ cpv, risks, countries, days, tiers }) => ({
      when: { cpvPrefixes: cpv, risks, countries },
      asks: { values: { days, tiers } },
    }));

  it("asks exactly what some row asks, never less than a row that counts, whatever the order of rows", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (overs) => {
        const rows = overs.map((over, at) => buildPolicyRow({ id: `r${at}`, ...over }));
        const { asked, fires } = trial(rows);
        expect(asked.length).toBe(fires.length === 0 ? 0 : 1);
        const backwards = trial(rows.toReversed()).asked;
        expect(backwards.map(({ values }) => new Set(values["tiers"] as string[]))).toEqual(
          asked.map(({ values }) => new Set(values["tiers"] as string[])),
        );
        for (const { row, overriddenBy } of fires) {
          const [item] = asked;
          if (overriddenBy.length > 0 || item === undefined) continue;
          expect(item.rowIds).toContain(row.id);
          const { relation } = compareValues(requirement.parameters, item.values, row.then.values);
          expect(["equal", "stricter"]).toContain(relation);
        }
      }),
    );
  });
});
