import { describe, expect, it } from "vitest";
import { buildPolicyRow, buildSituation } from "../testing/build-policy-row.ts";
import { buildRequirement } from "../testing/build-requirement.ts";
import { compilePolicy } from "./compile-policy.ts";
import { findConflicts } from "./find-conflicts.ts";
import { findGaps } from "./find-gaps.ts";
import { listTurningDays, scaleUp } from "./scale-up.ts";

const find = () => buildRequirement();
const euro = (units: number) => ({ minorUnits: units * 100, currency: "EUR" });
const told = (rows: Parameters<typeof findConflicts>[0]) =>
  findConflicts(rows, find).map(({ kind, rowIds }) => [kind, ...rowIds]);

describe("gaps", () => {
  const grid = {
    categories: [
      { cpvPrefix: "30", title: "computers" },
      { cpvPrefix: "34", title: "" },
    ],
    risks: ["high", "low"] as const,
    bands: [
      { title: "below EUR 50,000", from: null, to: euro(50_000) },
      { title: "from EUR 50,000", from: euro(50_000), to: null },
    ],
  };

  it("finds what nobody covers, and tells what is covered in part", () => {
    const rows = [
      buildPolicyRow({ id: "computers", when: { cpvPrefixes: ["30"], risks: ["high"] } }),
      buildPolicyRow({ id: "buses", when: { cpvPrefixes: ["34"], valueFrom: euro(50_000) } }),
      buildPolicyRow({ id: "laptops", when: { cpvPrefixes: ["3021"] } }),
      buildPolicyRow({ id: "later", effectiveFrom: "2027-01-01" }),
    ];
    const gaps = findGaps(rows, "2026-06-01", grid);
    expect(
      gaps.map(({ cpvPrefix, risk, covered, rowIds }) => [cpvPrefix, risk, covered, ...rowIds]),
    ).toEqual([
      ["30", "low", "partly", "laptops"],
      ["30", "low", "partly", "laptops"],
      ["34", "high", "none"],
      ["34", "low", "none"],
    ]);
    expect(gaps[0]?.sentence.text).toBe(
      "Only part of category 30 (computers) at low risk, below EUR 50,000, is covered, by “laptops”.",
    );
    expect(gaps[2]?.sentence.text).toBe(
      "No row covers category 34 at high risk, below EUR 50,000.",
    );
    expect(findGaps(rows, "2027-01-01", grid)).toEqual([]);
  });
});

describe("conflicts", () => {
  it("names two rows that can meet and clash, not those where one is more specific", () => {
    const high = buildPolicyRow({
      id: "high",
      when: { risks: ["high"] },
      asks: { values: { counted_from: "award" } },
    });
    const sweden = buildPolicyRow({
      id: "sweden",
      when: { countries: ["SE"] },
      asks: { values: { counted_from: "request" } },
    });
    const both = buildPolicyRow({
      id: "both",
      when: { risks: ["high"], countries: ["SE"] },
      asks: { values: { counted_from: "request" } },
    });
    const low = buildPolicyRow({
      id: "low",
      when: { risks: ["low"] },
      asks: { values: { counted_from: "request" } },
    });
    expect(told([high, sweden])).toEqual([["clash", "high", "sweden"]]);
    expect(told([high, both])).toEqual([]);
    expect(told([high, low])).toEqual([]);
    expect(told([high, { ...sweden, effectiveFrom: "2027-01-01" }, low])).toHaveLength(1);
    expect(
      told([
        { ...high, effectiveTo: "2026-12-31" },
        { ...sweden, effectiveFrom: "2027-01-01" },
      ]),
    ).toEqual([]);
  });

  it("finds rows that never count", () => {
    const all = buildPolicyRow({ id: "all" });
    const risks = (["high", "medium", "low", "unknown"] as const).map((risk) =>
      buildPolicyRow({ id: risk, when: { risks: [risk] } }),
    );
    expect(told([all, ...risks])).toEqual([
      ["dead_row", "all", "high", "medium", "low", "unknown"],
    ]);
    // Until the last of them begins, the general row counts.
    const late = risks.map((row) =>
      row.id === "low" ? { ...row, effectiveFrom: "2026-07-01" } : row,
    );
    expect(told([all, ...late])).toEqual([]);
    // Values without a gap between them, and with one.
    const below = buildPolicyRow({ id: "below", when: { valueTo: euro(100) } });
    const above = buildPolicyRow({ id: "above", when: { valueFrom: euro(100) } });
    expect(told([all, below, above])).toEqual([["dead_row", "all", "below", "above"]]);
    const further = buildPolicyRow({ id: "further", when: { valueFrom: euro(101) } });
    expect(told([all, below, further])).toEqual([]);
    // Nobody can name every country, or every category.
    expect(told([all, buildPolicyRow({ id: "se", when: { countries: ["SE"] } })])).toEqual([]);
  });

  it("tells twins apart: one never counts, or both do and are joined", () => {
    const first = buildPolicyRow({ id: "first", asks: { values: { days: 28 } } });
    const weaker = buildPolicyRow({ id: "weaker", asks: { values: { days: 60 } } });
    expect(told([first, weaker])).toEqual([["dead_row", "weaker", "first"]]);
    expect(told([{ ...first, effectiveTo: "2026-12-31" }, weaker])).toEqual([
      ["overlapping_dates", "first", "weaker"],
    ]);
  });

  it("holds rows to the notice they promise", () => {
    const row = buildPolicyRow({ effectiveFrom: "2027-01-01", noticeMonths: 12 });
    const say = (over: object) => findConflicts([{ ...row, ...over }], find)[0]?.sentence.text;
    expect(say({})).toBe(
      "“row” promises 12 months of notice and is in force from 1 January 2027; no announcement is recorded.",
    );
    expect(say({ announcedOn: "2026-06-30" })).toBe(
      "“row” promises 12 months of notice: announced on 30 June 2026, it may be in force from 30 June 2027, and is from 1 January 2027.",
    );
    expect(say({ announcedOn: "2026-01-01" })).toBeUndefined();
  });
});

describe("scale-up", () => {
  it("is the same table over time", () => {
    const rows = [
      buildPolicyRow({ id: "y1", effectiveTo: "2026-12-31", asks: { values: { days: 60 } } }),
      buildPolicyRow({ id: "y2", effectiveFrom: "2027-01-01", effectiveTo: "2027-12-31" }),
      buildPolicyRow({
        id: "y3",
        effectiveFrom: "2028-01-01",
        asks: { values: { days: 28, tiers: ["component"] } },
      }),
      buildPolicyRow({ id: "award", effectiveFrom: "2027-01-01", asks: { role: "award" } }),
    ];
    const policy = compilePolicy(rows, find);
    const days = listTurningDays(policy);
    expect(days).toEqual(["2026-01-01", "2027-01-01", "2028-01-01"]);
    const steps = scaleUp(policy, buildSituation(), days);
    expect(
      steps.map(({ on, changes }) => [
        on,
        ...changes.map(({ what, sentence }) => [what, sentence.text]),
      ]),
    ).toEqual([
      ["2026-01-01"],
      [
        "2027-01-01",
        ["stricter", "“Say where it is made” becomes stricter (days to answer)."],
        ["new", "“Say where it is made” is asked for the first time."],
      ],
      ["2028-01-01", ["stricter", "“Say where it is made” becomes stricter (tiers)."]],
    ]);
  });
});
