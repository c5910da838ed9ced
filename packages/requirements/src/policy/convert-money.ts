import type { IsoDate, Money } from "@throughline/domain";

/** Rates of one day: how much of a currency one euro was worth, as the European Central Bank publishes them. */
export interface ExchangeRates {
  readonly on: IsoDate;
  readonly perEuro: Readonly<Record<string, number>>;
}

const digits = new Map<string, number>();

/** How many digits the minor unit of a currency has: 2 for EUR, 0 for JPY. Two for a code that is not known. */
export function minorDigits(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
    known = format.resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/** An amount in whole units, for sentences. */
export function inUnits(money: Money): number {
  return money.minorUnits / 10 ** minorDigits(money.currency);
}

/**
 * An amount in another currency by the day's rates, in minor units, rounded; `null` where no rate is known.
 *
 * @example
 * convertMoney({ minorUnits: 11_000, currency: "SEK" }, "EUR", { on: "2026-01-02", perEuro: { SEK: 11 } });
 * // { minorUnits: 1000, currency: "EUR" }
 */
export function convertMoney(
  money: Money,
  currency: string,
  rates: ExchangeRates | null,
): Money | null {
  if (money.currency === currency) return money;
  const from = money.currency === "EUR" ? 1 : rates?.perEuro[money.currency];
  const to = currency === "EUR" ? 1 : rates?.perEuro[currency];
  if (from === undefined || to === undefined || from <= 0) return null;
  const units = (inUnits(money) / from) * to;
  return { minorUnits: Math.round(units * 10 ** minorDigits(currency)), currency };
}
