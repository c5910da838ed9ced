import { describe, expect, it } from "vitest";
import { findRequirement } from "../library/canonical-library.ts";
import { asksMoreThanLaw, type LawComparison } from "./asks-more-than-law.ts";
import type { LawFacts } from "./law-facts.ts";
import { money, people, today } from "./law-facts.fixture.ts";

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
