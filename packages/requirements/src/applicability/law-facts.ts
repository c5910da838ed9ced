import type { CountryCode, CurrencyCode, IsoDate } from "@throughline/domain";
import type { LawMetric, LawStatement } from "./law.ts";

/** One figure of a firm or contract. */
export interface LawFigure {
  /** In whole units of the currency, or people. */
  readonly value: number;
  /** `null` for people. */
  readonly currency: CurrencyCode | null;
  /** End of the year it is of, or the day it was counted. */
  readonly asOf: IsoDate;
  /** Whether other firms of the group are counted in; `null`: nobody said. */
  readonly withGroup?: boolean | null;
}

/** What is known of a firm, and of the contract where a law is about that. What is absent or `null` is unknown. */
export interface LawFacts {
  readonly figures: Readonly<Partial<Record<LawMetric, LawFigure | null>>>;
  /** Whether it belongs to a group of firms; `false` makes its own figures those of the group. */
  readonly inGroup?: boolean | null;
  readonly registeredIn?: CountryCode | null;
  readonly businessIn?: readonly CountryCode[];
  /** Whether `businessIn` names all countries; otherwise a country that is not there is unknown. */
  readonly businessInAll?: boolean;
  readonly buyerCountry?: CountryCode | null;
  readonly statements?: Readonly<Partial<Record<LawStatement, boolean | null>>>;
}

/**
 * How much one euro was in a currency on a day, or on the last day before it that has a rate (reference rates of the European
 * Central Bank); `null` where there is none.
 */
export type RateLookup = (
  currency: CurrencyCode,
  on: IsoDate,
) => { readonly perEuro: number; readonly date: IsoDate } | null;

/** An amount in another currency, with the day of the rate; `null` where a rate is missing or not a positive number. */
export function convertAmount(
  amount: number,
  from: CurrencyCode,
  to: CurrencyCode,
  on: IsoDate,
  rates: RateLookup | null,
): { readonly amount: number; readonly date: IsoDate } | null {
  const rateOf = (currency: CurrencyCode): ReturnType<RateLookup> =>
    currency === "EUR" ? { perEuro: 1, date: on } : (rates?.(currency, on) ?? null);
  const out = rateOf(from);
  const back = rateOf(to);
  if (out === null || back === null || !(out.perEuro > 0) || !(back.perEuro > 0)) return null;
  // The older of the two is how old the conversion is.
  const dates = [from === "EUR" ? on : out.date, to === "EUR" ? on : back.date];
  return {
    amount: (amount / out.perEuro) * back.perEuro,
    date: dates.reduce((a, b) => (a < b ? a : b)),
  };
}
