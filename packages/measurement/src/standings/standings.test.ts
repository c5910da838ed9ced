import {
  defaultBandScheme,
  SectionedStandings,
  type ConductStanding,
  type KpiStanding,
  type OutcomeStanding,
} from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kpiCatalogue } from "../catalogue/kpi-catalogue.ts";
import { periodBefore, periodOf, periodsUpTo } from "../periods.ts";
import { arbitraryDay } from "../testing/arbitrary-kpi-facts.ts";
import {
  assign,
  buildCondition,
  buildDisclosure,
  buildEntry,
  buildKpiFacts,
  buildLink,
  buildProduct,
  buildSite,
  openFacts,
} from "../testing/build-kpi-facts.ts";
import { sayValue } from "../texts/say.ts";
import { listAssignments } from "./list-assignments.ts";
import { rateValue } from "./rate-value.ts";
import { countBands, sectionStandings } from "./sections.ts";

const q1 = periodOf("2026-02-01", 3);

describe("periods", () => {
  it("are whole months aligned to the calendar", () => {
    expect(q1).toEqual({ from: "2026-01-01", to: "2026-03-31", months: 3 });
    expect(periodBefore(q1).from).toBe("2025-10-01");
    expect(periodOf("2024-02-29", 12)).toEqual({
      from: "2024-01-01",
      to: "2024-12-31",
      months: 12,
    });
    expect(periodsUpTo("2026-02-01", 3, 16)[0]?.from).toBe("2022-04-01");
  });

  it("hold the day and follow one another without a gap", () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: 1, max: 60 }), (day, months) => {
        const period = periodOf(day, months);
        expect(period.from <= day && day <= period.to).toBe(true);
        const before = periodBefore(period);
        expect(Date.parse(period.from) - Date.parse(before.to)).toBe(86_400_000);
      }),
    );
  });
});

describe("bands", () => {
  const rate = (
    value: number | null,
    target: number | null,
    better: "up" | "down" | "info" = "up",
  ) => rateValue({ value, target, better, unit: "%" }, defaultBandScheme);

  it("are relative to the target", () => {
    expect([95, 90, 81, 80.9, 63, 62, 0].map((value) => rate(value, 90).band)).toEqual([
      "good",
      "good",
      "approaching_target",
      "requires_improvement",
      "requires_improvement",
      "inadequate",
      "inadequate",
    ]);
  });

  it("look the other way where less is better", () => {
    expect([8, 10, 11, 12, 14, 15, 30].map((value) => rate(value, 10, "down").band)).toEqual([
      "good",
      "good",
      "approaching_target",
      "requires_improvement",
      "requires_improvement",
      "inadequate",
      "inadequate",
    ]);
  });

  it("have no share of a target of zero, and none on its other side", () => {
    expect(rate(0, 0, "down").band).toBe("good");
    expect(rate(-3, 0, "down").band).toBe("good");
    expect(rate(2, 0, "down").band).toBe("requires_improvement");
    expect(rate(2, -5, "down").band).toBe("inadequate");
    expect(rate(-1, 50).band).toBe("inadequate");
  });

  it("are other, with words, without a figure, a target or a direction", () => {
    expect(rate(null, 90)).toMatchObject({ band: "other", says: { code: "rating.no_data" } });
    expect(rate(50, null)).toMatchObject({ band: "other", says: { code: "rating.no_target" } });
    expect(rate(50, 90, "info")).toMatchObject({ band: "other", says: { code: "rating.info" } });
  });

  it("never get worse when the value gets better", () => {
    const order = ["inadequate", "requires_improvement", "approaching_target", "good"];
    const amount = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (a, b, target, up) => {
        const [worse, better] = up
          ? [Math.min(a, b), Math.max(a, b)]
          : [Math.max(a, b), Math.min(a, b)];
        const rank = (value: number): number =>
          order.indexOf(rate(value, target, up ? "up" : "down").band);
        expect(rank(better)).toBeGreaterThanOrEqual(rank(worse));
      }),
    );
  });
});

describe("KPIs that apply", () => {
  const followUp = (kpi: string, target: number | null, words: string | null = null) => ({
    ways: ["kpi" as const],
    kpis: [{ kpi, target, targetText: words, everyMonths: 3 }],
    evidenceTypes: [],
    personId: null,
    role: "contract desk",
    hoursPerMonth: null,
  });

  it("come from clauses and from hand; what asks the same is one with several reasons", () => {
    const conditions = [
      buildCondition({ followUp: followUp("T1", 90) }),
      buildCondition({ id: "condition-2", clause: "15", followUp: followUp("T1", 90) }),
      buildCondition({ id: "condition-3", clause: "16", followUp: followUp("T1", 80) }),
      buildCondition({ id: "condition-4", clause: "17", followUp: followUp("X9", 1) }),
    ];
    const added = {
      id: "a1",
      kpi: "T1",
      target: { number: 90, words: null },
      everyMonths: 3,
      reason: "agreed at the first meeting",
      from: "2026-01-01",
      until: "2026-07-01",
      personId: null,
      role: null,
    };
    const on = (asOf: string) =>
      listAssignments(conditions, [added], asOf).map(({ key, reasons, role }) => [
        key,
        reasons.length,
        role,
      ]);
    expect(on("2026-03-01")).toEqual([
      ["T1~3~90", 3, "contract desk"],
      ["T1~3~80", 1, "contract desk"],
    ]);
    expect(on("2025-12-31")[0]?.[1]).toBe(2);
    expect(on("2026-07-01")[0]?.[1]).toBe(2);
  });
});

describe("two bases", () => {
  const facts = buildKpiFacts({
    products: [buildProduct("p1"), buildProduct("p2")],
    disclosures: [buildDisclosure("d1")],
    sites: [{ from: null, sites: [buildSite("s1")], links: [buildLink("l1")], named: [] }],
    entries: [
      buildEntry("e1", { kpi: "T10", numerator: null, denominator: null, value: 80 }),
      buildEntry("e2", { kpi: "L1" }),
      buildEntry("e3", { kpi: "L1", numerator: 6, replaces: "e2", enteredOn: "2026-05-02" }),
      buildEntry("e4", { kpi: "L1", kind: "taken_back", replaces: "e3", enteredOn: "2026-06-01" }),
      buildEntry("e5", { kpi: "L2", numerator: 0, denominator: 0 }),
    ],
  });

  it("are shown apart, and the difference is said", () => {
    const { computed, entered, differs, rating } = openFacts(facts, "2026-04-30").standing(
      assign("T10", 60),
      q1,
    );
    expect([computed?.value, entered?.value]).toEqual([50, 80]);
    expect(differs?.text).toBe(
      "The facts give 50 %, and 80 % was entered: open both and see which rows or which evidence is wrong.",
    );
    expect(rating).toMatchObject({ of: "computed", band: "requires_improvement" });
  });

  it("keep corrections and what was taken back as they were on each day", () => {
    const on = (asOf: string) => openFacts(facts, asOf).standing(assign("L1"), q1, "rows").entered;
    expect(on("2026-04-09")).toBeNull();
    expect(on("2026-05-01")?.value).toBe(5);
    expect(on("2026-05-02")?.value).toBe(10);
    expect(on("2026-06-01")).toBeNull();
  });

  it("have no value for nothing of nothing", () => {
    const { entered, rating } = openFacts(facts, "2026-06-01").standing(assign("L2", 5), q1);
    expect(entered).toMatchObject({ value: null, denominator: 0 });
    expect(rating).toMatchObject({ band: "other", says: { code: "rating.no_data" } });
  });

  it("leave a target told in words to a person's judgement", () => {
    const judged = {
      ...facts,
      entries: [
        buildEntry("j", {
          kpi: "T10",
          kind: "judgement",
          judgement: "approaching_target",
          note: "two sites still to name",
        }),
      ],
    };
    const words = assign("T10", null, 3, "sites named before delivery");
    expect(openFacts(facts, "2026-05-01").standing(words, q1).rating).toMatchObject({
      band: "other",
      of: "nothing",
    });
    const { rating } = openFacts(judged, "2026-05-01").standing(words, q1);
    expect(rating).toMatchObject({ band: "approaching_target", of: "judgement" });
    expect(rating.says.text).toBe(
      "Judged by Mina Okafor on 10 April 2026: two sites still to name",
    );
  });
});

describe("a past day", () => {
  it("knows the due day a request had then, and a site where it stood then", () => {
    const facts = buildKpiFacts({
      products: [buildProduct("p1")],
      disclosures: [buildDisclosure("d1")],
      sites: [
        {
          from: null,
          sites: [buildSite("s1", { legalName: false })],
          links: [buildLink("l1")],
          named: [],
        },
        { from: "2026-06-01", sites: [buildSite("s1")], links: [buildLink("l1")], named: [] },
      ],
    });
    const at = (asOf: string) =>
      openFacts(facts, asOf).standing(assign("T1"), periodOf(asOf, 3)).computed?.value;
    expect([at("2026-03-11"), at("2026-05-31"), at("2026-06-01")]).toEqual([0, 0, 100]);
  });
});

describe("sections", () => {
  const open = openFacts(buildKpiFacts(), "2026-04-30");
  const all = kpiCatalogue.map(({ id }) => open.standing(assign(id), q1));

  it("hold every KPI of the catalogue once, cooperation and information apart from what workers got", () => {
    const sections = sectionStandings(all);
    const ids = (list: readonly KpiStanding[]): string[] =>
      list.map(({ assignment }) => assignment.kpi);
    expect(
      ids(sections.supplierConduct).length +
        ids(sections.workerOutcomes).length +
        ids(sections.ownPractice).length,
    ).toBe(kpiCatalogue.length);
    for (const id of ids(sections.workerOutcomes)) expect(id).toMatch(/^[CLW]/);
    expect(ids(sections.supplierConduct)).toEqual(
      expect.arrayContaining(["T1", "R1", "R3", "M2", "C5"]),
    );
    expect(SectionedStandings.parse(sections)).toEqual(sections);
  });

  it("cannot be mixed: neither by the types, nor by the shapes, nor by counting", () => {
    const { supplierConduct, workerOutcomes } = sectionStandings(all);
    const [conduct] = supplierConduct;
    const [outcome] = workerOutcomes;
    if (conduct === undefined || outcome === undefined)
      throw new Error("Both sections hold something.");
    const mixed: (ConductStanding | OutcomeStanding)[] = [conduct, outcome];
    // @ts-expect-error -- one list holds two sections
    expect(() => countBands("supplier_conduct", mixed)).toThrow("never counted together");
    // @ts-expect-error -- what workers got is not the supplier's conduct
    expect(() => countBands("supplier_conduct", workerOutcomes)).toThrow("never counted together");
    const wrong: SectionedStandings = {
      // @ts-expect-error -- nor is it where the supplier's conduct belongs
      supplierConduct: mixed,
      workerOutcomes: [],
      ownPractice: [],
    };
    expect(SectionedStandings.safeParse(wrong).success).toBe(false);
    expect(countBands("worker_outcomes", workerOutcomes).counts.other).toBe(workerOutcomes.length);
  });
});

describe("values in words", () => {
  it("carry their unit", () => {
    expect([
      sayValue(66.66, "%"),
      sayValue(1, "yes/no or %"),
      sayValue(8.5, "working days (median)"),
      sayValue(3, "n/yr"),
      sayValue(12, "n"),
      sayValue(5, "% worker-weeks"),
    ]).toEqual(["66.7 %", "yes", "8.5 working days", "3 a year", "12", "5 %"]);
  });
});
