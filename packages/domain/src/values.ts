/** Value types that cross every boundary: dates, money, ratios, countries, sentences. */
import { z } from "zod";

/** A calendar date, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** An instant in UTC, ISO 8601 with `Z`. */
export const IsoInstant = z.iso.datetime();
export type IsoInstant = z.infer<typeof IsoInstant>;

/** ISO 3166-1 alpha-2 code, upper case. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);
export type CountryCode = z.infer<typeof CountryCode>;

/** ISO 4217 code, upper case. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** An amount in integer minor units (cents, pence) of one currency. */
export const Money = z.strictObject({
  minorUnits: z.int(),
  currency: CurrencyCode,
});
export type Money = z.infer<typeof Money>;

/** A CPV code, eight digits, check digit left off. */
export const CpvCode = z.string().regex(/^\d{8}$/);
export type CpvCode = z.infer<typeof CpvCode>;

/**
 * A share with its parts. `value` is `numerator / denominator` in 0..1, or `null` when the denominator is
 * zero: a zero denominator is "no data", never 100 %.
 */
export const Ratio = z.strictObject({
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
});
export type Ratio = z.infer<typeof Ratio>;

/** Builds a {@link Ratio}; `ratio(0, 0).value` is `null`. */
export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/**
 * A sentence a person reads: `code` and `params` are what another language renders from, `text` is the
 * English of the catalogue that made it.
 */
export const Sentence = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  text: z.string(),
});
export type Sentence = z.infer<typeof Sentence>;
