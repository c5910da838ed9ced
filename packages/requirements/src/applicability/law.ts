/**
 * The shape of a law as we hold it: from when which test decides whom it binds, and what it asks, in our own words.
 *
 * - edition: one wording of the law's reach, in force between two days; it may apply only later than it is in force.
 * - test: three answers, yes, no and unknown; a fact nobody gave makes a test unknown, never no.
 * - figure: turnover, employees and the like, of a day, with its currency; counted with subsidiaries where the law does.
 */
import type { CountryCode, CurrencyCode, IsoDate, ParameterValues } from "@throughline/domain";

/** Figures that thresholds are about. All are worldwide and with subsidiaries unless the name says otherwise. */
export const lawMetrics = [
  "turnover",
  "turnover_eu",
  "balance_total",
  "employees",
  "fte",
  "employees_de",
  "employees_fr",
  "royalties_eu",
  "contract_value",
] as const;
export type LawMetric = (typeof lawMetrics)[number];

/** Things that are so or not. */
export const lawStatements = [
  "public_interest_entity",
  "sells_in_eu",
  "sells_batteries_in_eu",
  "imports_3tg_into_eu",
  "imports_into_us",
  "franchises_in_eu",
  "contract_is_framework",
  "buyer_is_copenhagen",
] as const;
export type LawStatement = (typeof lawStatements)[number];

export type LawTest =
  | { readonly kind: "all" | "any"; readonly of: readonly LawTest[] }
  | { readonly kind: "at_least"; readonly count: number; readonly of: readonly LawTest[] }
  | {
      readonly kind: "figure";
      readonly metric: LawMetric;
      /** `reaches`: at least; `exceeds`: more than. */
      readonly op: "reaches" | "exceeds";
      readonly value: number;
      /** `null` for people. */
      readonly currency: CurrencyCode | null;
    }
  | {
      readonly kind: "registered_in" | "business_in" | "buyer_in";
      readonly countries: readonly CountryCode[];
    }
  | { readonly kind: "not_registered_in"; readonly countries: readonly CountryCode[] }
  | { readonly kind: "so" | "not_so"; readonly statement: LawStatement };

export interface LawEdition {
  readonly inForceFrom: IsoDate;
  readonly inForceUntil: IsoDate | null;
  /** From when it binds; `null` where it was changed before it ever did. */
  readonly appliesFrom: IsoDate | null;
  readonly test: LawTest;
}

export interface LawDuty {
  readonly key: string;
  readonly text: string;
  /** When, in words; `null` where it goes on all the time. */
  readonly due: string | null;
}

export interface Law {
  /** Id of the framework. */
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly kind: "law" | "contract_rule";
  /** Whose duties these are. */
  readonly binds: "supplier" | "buyer";
  readonly confidence: "high" | "medium" | "low";
  /** Where what we say comes from. */
  readonly sources: readonly string[];
  /** What may be otherwise than we say, as sentences. */
  readonly cautions: readonly string[];
  readonly editions: readonly LawEdition[];
  readonly duties: readonly LawDuty[];
  /** What it asks in terms of the library, as far as that can be said. */
  readonly asks: readonly { readonly requirement: string; readonly values: ParameterValues }[];
}

/** Met where each is. */
export function all(...of: readonly LawTest[]): LawTest {
  return { kind: "all", of };
}

/** Met where one is. */
export function any(...of: readonly LawTest[]): LawTest {
  return { kind: "any", of };
}

/** An amount or number of people that a figure reaches (at least) or exceeds (more than). */
export function figure(
  metric: LawMetric,
  op: "reaches" | "exceeds",
  value: number,
  currency: CurrencyCode | null = null,
): LawTest {
  return { kind: "figure", metric, op, value, currency };
}

/** The member states of the European Union. */
export const euCountries: readonly CountryCode[] =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
