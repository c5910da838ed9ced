/** Euro reference rates of the European Central Bank, as shipped: the last day of each month. See `data/ORIGINS.md`. */
import { z } from "zod";
import { CurrencyCode, IsoDate } from "@throughline/domain";
import rows from "../../data/ecb-rates.json" with { type: "json" };
import type { RateLookup } from "../applicability/law-facts.ts";
import type { ExchangeRates } from "../policy/convert-money.ts";

const days: readonly ExchangeRates[] = z
  .array(z.strictObject({ on: IsoDate, perEuro: z.record(CurrencyCode, z.number().positive()) }))
  .parse(rows);

/**
 * The last shipped rates on or before a day; `null` before the first. After the last day shipped they are the last ones: whoever
 * uses them says their day.
 *
 * @example ecbRatesOn("2026-01-15")?.on // "2025-12-31"
 */
export function ecbRatesOn(day: IsoDate): ExchangeRates | null {
  return days.findLast(({ on }) => on <= day) ?? null;
}

/**
 * One currency's rate, for the thresholds of laws.
 *
 * @example lookUpEcbRate("GBP", "2026-01-15")?.date // "2025-12-31"
 */
export const lookUpEcbRate: RateLookup = (currency, on) => {
  const rates = ecbRatesOn(on);
  const perEuro =
    rates !== null && Object.hasOwn(rates.perEuro, currency) ? rates.perEuro[currency] : undefined;
  return rates === null || perEuro === undefined ? null : { perEuro, date: rates.on };
};
