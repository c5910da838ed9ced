import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicableLaws, type LawVerdict } from "./applicable-laws.ts";
import { type LawMetric, lawMetrics } from "./law.ts";
import type { LawFacts } from "./law-facts.ts";
import { money, people, said, today, verdict, yearEnd } from "./law-facts.fixture.ts";

describe("thresholds, at the number and beside it", () => {
  const norway = (sales: number, balance: number, fte: number): LawFacts => ({
    businessIn: ["NO"],
    figures: {
      turnover: money(sales, "NOK"),
      balance_total: money(balance, "NOK"),
      fte: people(fte),
    },
    statements: { public_interest_entity: false },
  });
  const at: ReadonlyArray<readonly [string, string, LawFacts, string, LawVerdict["applies"]]> = [
    [
      "UK 36m exactly",
      "UK-MSA-54",
      { businessIn: ["GB"], figures: { turnover: money(36_000_000, "GBP") } },
      today,
      "yes",
    ],
    [
      "UK one pound below",
      "UK-MSA-54",
      { businessIn: ["GB"], figures: { turnover: money(35_999_999, "GBP") } },
      today,
      "no",
    ],
    [
      "UK turnover, business elsewhere only",
      "UK-MSA-54",
      { businessIn: ["IE"], businessInAll: true, figures: { turnover: money(9e9, "GBP") } },
      today,
      "no",
    ],
    ["NO two of three", "NO-APENHET", norway(70_000_001, 35_000_000, 51), today, "yes"],
    [
      "NO all three at the number, none above",
      "NO-APENHET",
      norway(70_000_000, 35_000_000, 50),
      today,
      "no",
    ],
    ["NO one of three", "NO-APENHET", norway(70_000_001, 1, 1), today, "no"],
    [
      "NO the day before it came into force",
      "NO-APENHET",
      norway(7e9, 7e9, 700),
      "2022-06-30",
      "no",
    ],
    [
      "NO the day it came into force",
      "NO-APENHET",
      {
        ...norway(7e9, 7e9, 700),
        figures: {
          turnover: money(7e9, "NOK", { asOf: "2021-12-31" }),
          fte: people(700, { asOf: "2021-12-31" }),
        },
      },
      "2022-07-01",
      "yes",
    ],
    [
      "DE 3000 in 2023",
      "DE-LKSG",
      { figures: { employees_de: people(3000, { asOf: "2022-12-31" }) } },
      "2023-01-01",
      "yes",
    ],
    [
      "DE 2999 in 2023",
      "DE-LKSG",
      { figures: { employees_de: people(2999, { asOf: "2022-12-31" }) } },
      "2023-12-31",
      "no",
    ],
    [
      "DE 1000 in 2024",
      "DE-LKSG",
      { figures: { employees_de: people(1000, { asOf: "2023-12-31" }) } },
      "2024-01-01",
      "yes",
    ],
    ["DE 999", "DE-LKSG", { figures: { employees_de: people(999) } }, today, "no"],
    [
      "FR 5000 in France",
      "FR-VIGI",
      { registeredIn: "FR", figures: { employees_fr: people(5000) } },
      today,
      "yes",
    ],
    [
      "FR 10000 in all",
      "FR-VIGI",
      { registeredIn: "FR", figures: { employees_fr: people(10), employees: people(10_000) } },
      today,
      "yes",
    ],
    [
      "FR 9999 and 4999",
      "FR-VIGI",
      { registeredIn: "FR", figures: { employees_fr: people(4999), employees: people(9999) } },
      today,
      "no",
    ],
    [
      "CA two of three at the number",
      "CA-S211",
      {
        businessIn: ["CA"],
        figures: {
          balance_total: money(20_000_000, "CAD"),
          turnover: money(1, "CAD"),
          employees: people(250),
        },
      },
      today,
      "yes",
    ],
    [
      "AU below",
      "AU-MSA",
      { businessIn: ["AU"], figures: { turnover: money(99_999_999, "AUD") } },
      today,
      "no",
    ],
    [
      "AU at the number",
      "AU-MSA",
      { businessIn: ["AU"], figures: { turnover: money(100_000_000, "AUD") } },
      today,
      "yes",
    ],
    [
      "a contract of 5m exactly",
      "UK-PA-2023",
      {
        buyerCountry: "GB",
        figures: { contract_value: money(5_000_000, "GBP") },
        statements: { contract_is_framework: false },
      },
      today,
      "no",
    ],
    [
      "a contract above",
      "UK-PA-2023",
      {
        buyerCountry: "GB",
        figures: { contract_value: money(5_000_001, "GBP") },
        statements: { contract_is_framework: false },
      },
      today,
      "yes",
    ],
    [
      "a framework",
      "UK-PA-2023",
      {
        buyerCountry: "GB",
        figures: { contract_value: money(9e7, "GBP") },
        statements: { contract_is_framework: true },
      },
      today,
      "no",
    ],
    [
      "Copenhagen above",
      "DK-CPH",
      {
        figures: { contract_value: money(1_000_001, "DKK") },
        statements: { buyer_is_copenhagen: true },
      },
      today,
      "yes",
    ],
    [
      "an importer of tin",
      "EU-3TG",
      { figures: {}, statements: { imports_3tg_into_eu: true } },
      today,
      "yes",
    ],
    [
      "an importer into the US",
      "US-UFLPA",
      { figures: {}, statements: { imports_into_us: true } },
      "2022-06-20",
      "no",
    ],
  ];
  it.each(at)("%s", (_what, law, facts, onDate, applies) => {
    expect(verdict(law, facts, onDate).applies).toBe(applies);
  });

  it("says since when and why", () => {
    const large = { figures: { employees_de: people(4000) } };
    const middle = { figures: { employees_de: people(1200) } };
    expect(verdict("DE-LKSG", large).since).toBe("2023-01-01");
    expect(verdict("DE-LKSG", middle).since).toBe("2024-01-01");
    expect(said(verdict("DE-LKSG", middle))).toBe(
      "The number of employees in Germany of 1,200 reaches 1,000.",
    );
    expect(said(verdict("NO-APENHET", norway(70_000_001, 35_000_000, 51)))).toBe(
      "It does business in Norway. The turnover of NOK 70,000,001 is more than NOK 70,000,000. The number of full-time equivalents of 51 is more than 50.",
    );
  });
});

describe("what nobody said", () => {
  it("is unknown, and named", () => {
    const one = verdict("UK-MSA-54", { figures: {} });
    expect(one.applies).toBe("unknown");
    expect(one.missingFacts).toEqual(["business_in:GB", "turnover"]);
    expect(said(one)).toBe(
      "Whether it does business in the United Kingdom is not known. The turnover is not known; the law asks whether it reaches GBP 36,000,000.",
    );
  });

  it("does not matter where the rest decides", () => {
    const facts: LawFacts = {
      businessIn: ["NO"],
      figures: { turnover: money(8e7, "NOK"), fte: people(60) },
    };
    expect(verdict("NO-APENHET", facts)).toMatchObject({ applies: "yes", missingFacts: [] });
    expect(
      verdict("UK-MSA-54", { businessIn: ["GB"], figures: { turnover: money(1, "GBP") } }).applies,
    ).toBe("no");
  });

  it("may be other firms of the group, which can lift a figure over the threshold and never below it", () => {
    const own = (value: number, more: Partial<LawFacts> = {}): LawVerdict =>
      verdict("DE-LKSG", {
        figures: { employees_de: people(value, { withGroup: null }) },
        ...more,
      });
    expect(own(400).applies).toBe("unknown");
    expect(own(400).missingFacts).toEqual(["employees_de:with_group"]);
    expect(own(400, { inGroup: false }).applies).toBe("no");
    expect(own(1400).applies).toBe("yes");
  });

  it("counts from the day it is known for, and an old figure says that it is old", () => {
    const facts = (asOf: string): LawFacts => ({
      figures: { employees_de: people(1200, { asOf }) },
    });
    expect(verdict("DE-LKSG", facts("2026-12-31")).applies).toBe("unknown");
    expect(verdict("DE-LKSG", facts("2021-12-31"))).toMatchObject({
      applies: "yes",
      confidence: "low",
    });
    expect(said(verdict("DE-LKSG", facts("2021-12-31")))).toContain("more than two years before");
    expect(verdict("DE-LKSG", facts("2024-11-20")).confidence).toBe("medium");
  });

  it("never turns a yes or no into its opposite when facts are taken away", () => {
    const arbitraryFigure = fc.option(
      fc.record({
        value: fc.oneof(fc.nat({ max: 12_000 }), fc.nat({ max: 2_000_000_000 })),
        currency: fc.constantFrom("NOK", "EUR", "GBP", null),
        asOf: fc.constantFrom("2020-12-31", yearEnd, "2027-01-01"),
        withGroup: fc.constantFrom(true, false, null),
      }),
      { nil: null },
    );
    const figures = fc.record(
      Object.fromEntries(lawMetrics.map((metric) => [metric, arbitraryFigure])) as Record<
        // fromEntries forgets the keys it was given.
        LawMetric,
        typeof arbitraryFigure
      >,
    );
    const arbitraryFacts = fc.record({
      figures,
      registeredIn: fc.constantFrom("FR", "NO", null),
      businessIn: fc.subarray(["NO", "GB", "CA", "AU"]),
      businessInAll: fc.boolean(),
    });
    fc.assert(
      fc.property(
        arbitraryFacts,
        fc.subarray([...lawMetrics]),
        fc.constantFrom("2023-06-01", "2026-01-01", today, "2030-01-01"),
        (facts, hidden, onDate) => {
          const less: LawFacts = {
            ...facts,
            figures: Object.fromEntries(
              Object.entries(facts.figures).filter(
                ([metric]) => !hidden.some((one) => one === metric),
              ),
            ),
            registeredIn: null,
            businessInAll: false,
          };
          const full = applicableLaws(facts, onDate, null);
          for (const [at, thin] of applicableLaws(less, onDate, null).entries()) {
            const known = full[at]?.applies;
            expect([known, "unknown"]).toContain(thin.applies);
            expect(thin.applies === "unknown").toBe(
              thin.missingFacts.length > 0 && thin.upcoming === null,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a law that binds nobody yet", () => {
  const large: LawFacts = {
    registeredIn: "DE",
    figures: { employees: people(5001), turnover: money(1_500_000_001, "EUR") },
  };
  it("is a no, with what is to come", () => {
    const one = verdict("EU-CSDDD", large);
    expect(one).toMatchObject({
      applies: "no",
      since: null,
      upcoming: { from: "2029-07-26", applies: "yes" },
    });
    expect(said(one)).toMatch(/binds nobody before 26 July 2029\..*By these figures it will bind/);
    const on = {
      ...large,
      figures: {
        employees: people(5001, { asOf: "2028-12-31" }),
        turnover: money(1_500_000_001, "EUR", { asOf: "2028-12-31" }),
      },
    };
    expect(verdict("EU-CSDDD", on, "2029-07-26")).toMatchObject({
      applies: "yes",
      since: "2029-07-26",
    });
    const at = { ...large, figures: { ...large.figures, employees: people(5000) } };
    expect(verdict("EU-CSDDD", at).upcoming?.applies).toBe("unknown");
    expect(
      verdict("EU-CSDDD", { ...at, statements: { franchises_in_eu: false } }).upcoming?.applies,
    ).toBe("no");
  });

  it("was changed before it ever applied in its first form", () => {
    expect(verdict("EU-CSDDD", large, "2026-03-17")).toMatchObject({
      applies: "no",
      upcoming: null,
    });
    expect(said(verdict("EU-CSDDD", large, "2026-03-17"))).toContain("changed before");
    expect(said(verdict("EU-CSDDD", large, "2024-01-01"))).toContain("was not in force");
    expect(verdict("EU-CSDDD", large, "2026-03-18").upcoming?.from).toBe("2029-07-26");
  });

  it("is the ban of 2027 for whoever sells in the EU, whatever its size", () => {
    const facts: LawFacts = { figures: {}, statements: { sells_in_eu: true } };
    expect(verdict("EU-FLR", facts)).toMatchObject({ applies: "no", upcoming: { applies: "yes" } });
    expect(verdict("EU-FLR", facts, "2027-12-14").applies).toBe("yes");
  });
});
