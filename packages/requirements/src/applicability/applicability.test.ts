import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findRequirement } from "../library/canonical-library.ts";
import { frameworks } from "../library/frameworks.ts";
import { checkValues } from "../parameters/check-values.ts";
import { comparesReference, readReference } from "../reference-files.fixture.ts";
import { applicableLaws, laws, type LawVerdict } from "./applicable-laws.ts";
import { asksMoreThanLaw, type LawComparison } from "./asks-more-than-law.ts";
import { type LawMetric, lawMetrics, type LawTest } from "./law.ts";
import { convertAmount, type LawFacts, type LawFigure, type RateLookup } from "./law-facts.ts";

const today = "2026-11-20";
const yearEnd = "2025-12-31";

function money(value: number, currency: string, more: Partial<LawFigure> = {}): LawFigure {
  return { value, currency, asOf: yearEnd, withGroup: true, ...more };
}
function people(value: number, more: Partial<LawFigure> = {}): LawFigure {
  return { value, currency: null, asOf: yearEnd, withGroup: true, ...more };
}
function verdict(
  law: string,
  facts: LawFacts,
  onDate = today,
  rates: RateLookup | null = null,
): LawVerdict {
  const found = applicableLaws(facts, onDate, rates).find((one) => one.law === law);
  if (found === undefined) throw new Error(`no law ${law}`);
  return found;
}
const said = ({ because }: LawVerdict): string => because.map(({ text }) => text).join(" ");

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
      "A number of employees in Germany of 1,200 reaches 1,000.",
    );
    expect(said(verdict("NO-APENHET", norway(70_000_001, 35_000_000, 51)))).toBe(
      "It does business in Norway. A turnover of NOK 70,000,001 is more than NOK 70,000,000. A number of full-time equivalents of 51 is more than 50.",
    );
  });
});

describe("what nobody said", () => {
  it("is unknown, and named", () => {
    const one = verdict("UK-MSA-54", { figures: {} });
    expect(one.applies).toBe("unknown");
    expect(one.missingFacts).toEqual(["business_in:GB", "turnover"]);
    expect(said(one)).toBe(
      "Whether it does business in the United Kingdom is not known. A turnover is not known; the law asks whether it reaches GBP 36,000,000.",
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

describe("thresholds in another currency", () => {
  const rates: RateLookup = (currency, on) =>
    currency === "GBP" && on >= "2025-12-31" ? { perEuro: 0.9, date: "2025-12-31" } : null;
  const euros = { businessIn: ["GB"], figures: { turnover: money(40_000_000, "EUR") } };

  it("are converted at the rate of the figure's day, which is said", () => {
    const one = verdict("UK-MSA-54", euros, today, rates);
    expect(one.applies).toBe("yes");
    expect(said(one)).toContain(
      "A turnover of EUR 40,000,000 reaches GBP 36,000,000 (GBP 36,000,000 at the rate of 31 December 2025).",
    );
    expect(
      verdict(
        "UK-MSA-54",
        { ...euros, figures: { turnover: money(39_999_999, "EUR") } },
        today,
        rates,
      ).applies,
    ).toBe("no");
  });

  it("are unknown without a rate, and say which", () => {
    expect(verdict("UK-MSA-54", euros)).toMatchObject({
      applies: "unknown",
      missingFacts: ["rate:GBP"],
    });
    const crowns = { businessIn: ["GB"], figures: { turnover: money(4e9, "SEK") } };
    expect(verdict("UK-MSA-54", crowns, today, rates).missingFacts).toEqual(["rate:SEK"]);
    const bare = { businessIn: ["GB"], figures: { turnover: people(4e9) } };
    expect(verdict("UK-MSA-54", bare, today, rates).applies).toBe("unknown");
  });

  it("go by way of the euro, with the older of two rates named", () => {
    const both: RateLookup = (currency) =>
      currency === "SEK"
        ? { perEuro: 11, date: "2025-12-30" }
        : { perEuro: 0.9, date: "2025-12-31" };
    expect(convertAmount(1_100, "SEK", "GBP", yearEnd, both)).toEqual({
      amount: 90,
      date: "2025-12-30",
    });
    expect(convertAmount(9, "GBP", "EUR", yearEnd, both)?.amount).toBeCloseTo(10);
    expect(
      convertAmount(9, "GBP", "EUR", yearEnd, () => ({ perEuro: 0, date: yearEnd })),
    ).toBeNull();
  });
});

describe("a clause beside the law", () => {
  const parametersOf = (
    key: string,
  ): NonNullable<ReturnType<typeof findRequirement>>["parameters"] =>
    findRequirement(key)?.parameters ?? [];
  const weigh = (requirement: string, values: object, facts: LawFacts): LawComparison =>
    asksMoreThanLaw(
      { requirement, parameters: parametersOf(requirement), values: { ...values } },
      facts,
      today,
      null,
    );
  const nowhere: LawFacts = {
    registeredIn: "NL",
    businessIn: ["NL"],
    businessInAll: true,
    inGroup: false,
    figures: { turnover: money(4e6, "EUR"), employees: people(20), employees_de: people(0) },
    statements: { franchises_in_eu: false, public_interest_entity: false },
  };
  const british: LawFacts = {
    businessIn: ["GB"],
    businessInAll: true,
    figures: { turnover: money(4e7, "GBP") },
  };

  it("asks a small firm for what the law asks of larger ones only: advice", () => {
    const one = weigh("statement", { laws: ["UK-MSA-54"] }, nowhere);
    expect(one).toMatchObject({ kind: "no_law_binds", advice: true });
    expect(one.laws).toContain("UK-MSA-54");
    expect(one.sentence.text).toMatch(
      /^Modern Slavery Act 2018, .* of a larger firm; .* yours to say\.$/,
    );
  });

  it("asks no more than the law that binds the firm", () => {
    expect(weigh("statement", { laws: ["UK-MSA-54"] }, british)).toMatchObject({
      kind: "within_law",
      advice: false,
      laws: ["UK-MSA-54"],
    });
  });

  it("asks more than the law that binds it, and in what", () => {
    const one = weigh("statement", { laws: ["UK-MSA-54"], areas: 6 }, british);
    expect(one).toMatchObject({
      kind: "more_than_law",
      advice: true,
      parameters: ["Areas covered"],
    });
    expect(one.sentence.text).toBe(
      "The clause asks more than the law that binds this firm (Modern Slavery Act 2015, s54): Areas covered.",
    );
  });

  it("cannot be judged while nobody knows which law binds", () => {
    expect(weigh("statement", { laws: ["UK-MSA-54"] }, { figures: {} })).toMatchObject({
      kind: "unknown",
      advice: false,
    });
  });

  it("is the buyer's own where no law asks it of anybody", () => {
    expect(weigh("disclose_sites", { due_days: 28 }, nowhere)).toMatchObject({
      kind: "no_law_asks",
      advice: false,
    });
  });
});

describe("our entries", () => {
  const figuresIn = (test: LawTest): string[] =>
    "of" in test
      ? test.of.flatMap(figuresIn)
      : test.kind === "figure"
        ? [`${test.op === "reaches" ? ">=" : ">"} ${test.value}`]
        : [];

  it("stand in the list of frameworks with the same confidence, and ask what the library has", () => {
    expect(laws).toHaveLength(13);
    for (const law of laws) {
      expect(frameworks.find(({ id }) => id === law.id)?.confidence).toBe(law.confidence);
      expect(law.sources.length).toBeGreaterThan(0);
      expect(law.duties.length).toBeGreaterThan(0);
      for (const { requirement, values } of law.asks) {
        const found = findRequirement(requirement);
        expect(found?.key).toBe(requirement);
        expect(checkValues(found?.parameters ?? [], values)).toEqual([]);
      }
      // Editions follow each other without gap or overlap.
      for (const [at, { inForceFrom }] of law.editions.entries()) {
        const before = law.editions[at - 1]?.inForceUntil ?? null;
        const next = before === null ? null : new Date(Date.parse(before) + 86_400_000);
        expect(at === 0 ? null : inForceFrom).toBe(next?.toISOString().slice(0, 10) ?? null);
      }
    }
  });

  it.runIf(comparesReference)("carry the thresholds of the reference", () => {
    const Threshold = z.looseObject({
      op: z.string().optional(),
      value: z.union([z.number(), z.string()]).optional(),
      all: z.array(z.looseObject({ op: z.string(), value: z.number() })).optional(),
    });
    const Reference = z.array(
      z.looseObject({ id: z.string(), thresholds: z.array(Threshold).optional() }),
    );
    const reference = Reference.parse(JSON.parse(readReference("reference/frameworks.json")));
    let compared = 0;
    for (const law of laws) {
      const { thresholds = [] } = reference.find(({ id }) => id === law.id) ?? {};
      const expected = thresholds
        .flatMap(({ all, op, value }) => all ?? [{ op, value }])
        .filter(({ value }) => typeof value === "number")
        .map(({ op, value }) => `${op} ${value}`);
      const ours = law.editions.flatMap(({ test }) => figuresIn(test));
      for (const threshold of expected) expect(ours).toContain(threshold);
      compared += expected.length;
    }
    expect(compared).toBeGreaterThan(15);
  });
});
