/** What facts are called, and whom a law binds, in words. */
import type { Sentence } from "@throughline/domain";
import {
  lawMetrics,
  lawStatements,
  metricNames,
  sayIn,
  sayList,
  statementNames,
  type Law,
  type LawMetric,
} from "@throughline/requirements";

type LawTest = Law["editions"][number]["test"];

/** A fact that can be recorded. */
export interface FactKind {
  readonly fact: string;
  readonly kind: "figure" | "statement" | "countries";
  readonly label: string;
  readonly money: boolean;
}

const amounts: ReadonlySet<LawMetric> = new Set([
  "turnover",
  "turnover_eu",
  "balance_total",
  "royalties_eu",
  "contract_value",
]);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const withoutArticle = (text: string): string => text.replace(/^The /u, "");

/** Everything the laws ask of a company, in the order it is asked for. */
export const factKinds: readonly FactKind[] = [
  {
    fact: "registered_in",
    kind: "countries",
    label: "Country it is registered in",
    money: false,
  },
  ...lawMetrics.map((fact) => ({
    fact,
    kind: "figure" as const,
    label: capital(withoutArticle(metricNames[fact])),
    money: amounts.has(fact),
  })),
  {
    fact: "figures_with_group",
    kind: "statement",
    label: "The figures count in the other firms of its group",
    money: false,
  },
  { fact: "in_group", kind: "statement", label: "It belongs to a group of firms", money: false },
  { fact: "business_in", kind: "countries", label: "Countries it does business in", money: false },
  {
    fact: "business_in_all",
    kind: "statement",
    label: "These are all the countries it does business in",
    money: false,
  },
  ...lawStatements.map((fact) => ({
    fact,
    kind: "statement" as const,
    label: capital(statementNames[fact]),
    money: false,
  })),
  { fact: "buyer_country", kind: "countries", label: "Country of the buyer", money: false },
];

const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

function sayCountries(codes: readonly string[]): string {
  return codes.length > 5 ? "the EU" : sayList(codes.map((code) => countryNames.of(code) ?? code));
}

const plain = new Intl.NumberFormat("en-GB");

function describeTest(test: LawTest): string {
  switch (test.kind) {
    case "all":
      return test.of.map(describeTest).join(", and ");
    case "any":
      return `one of these: ${test.of.map(describeTest).join("; or ")}`;
    case "at_least":
      return `${test.count} of these: ${test.of.map(describeTest).join("; ")}`;
    case "figure": {
      const amount = [test.currency, plain.format(test.value)].filter((part) => part !== null);
      const than = test.op === "reaches" ? "at least" : "more than";
      const name = metricNames[test.metric];
      return `${withoutArticle(name)} of ${than} ${amount.join(" ")}`;
    }
    case "registered_in":
      return `registered in ${sayCountries(test.countries)}`;
    case "not_registered_in":
      return `not registered in ${sayCountries(test.countries)}`;
    case "business_in":
      return `doing business in ${sayCountries(test.countries)}`;
    case "buyer_in":
      return `a buyer in ${sayCountries(test.countries)}`;
    case "so":
      return statementNames[test.statement];
    case "not_so":
      return `it is not so that ${statementNames[test.statement]}`;
  }
}

const say = sayIn({ "law.binds": "It binds where these hold: {whom}." });

/** Whom an edition binds, in a sentence. */
export function sayWhom(test: LawTest): Sentence {
  return say("law.binds", { whom: describeTest(test) });
}

/** The fact behind what a verdict misses; `null` for what nobody can record (a rate of exchange). */
export function factOf(missing: string): string | null {
  const [fact = "", of] = missing.split(":");
  if (fact === "rate") return null;
  return of === "with_group" ? "figures_with_group" : fact;
}
