/** Dates, numbers, money and names of countries, written as the language of the catalogue writes them. */
import type { Money, Ratio } from "@throughline/domain";
import { t } from "./t.ts";

// The sentences of the line and the letters come from the server in British English ("18 February 2029"). A date
// beside them in another order would make a page contradict itself; a catalogue in another language brings its own.
const locale = "en-GB";

const dates = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const longDates = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const instants = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const countries = new Intl.DisplayNames([locale], { type: "region" });

/** `2026-03-03` as "3 Mar 2026". */
export function formatDate(date: string): string {
  return dates.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** `2026-03-03` as "3 March 2026", as sentences and letters have it. */
export function formatLongDate(date: string): string {
  return longDates.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** An instant in the reader's time zone. */
export function formatInstant(instant: string): string {
  return instants.format(new Date(instant));
}

export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "1.4 MB": kilobytes from a thousand bytes on, as files are listed. */
export function formatBytes(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

/** "3 minutes"; seconds below a minute and a half. */
export function formatDuration(seconds: number): string {
  const [unit, value] =
    seconds < 90
      ? (["second", seconds] as const)
      : seconds < 5400
        ? (["minute", seconds / 60] as const)
        : (["hour", seconds / 3600] as const);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: unit === "hour" ? 1 : 0,
  }).format(unit === "hour" ? value : Math.max(1, Math.round(value)));
}

/** Digits after the point that ISO 4217 gives the currency: 2 for the euro, 0 for the yen. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** "£1,200,000"; whole amounts without pence. */
export function formatMoney(money: Money): string {
  const digits = minorDigits(money.currency);
  const amount = money.minorUnits / 10 ** digits;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: money.currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
  }).format(amount);
}

/** A probability or share as "62 %". */
export function formatShare(value: number): string {
  return percents.format(value);
}

/** "2 of 6 (33 %)", or that there is no data: a zero denominator is never 100 %. */
export function formatRatio({ numerator, denominator, value }: Ratio): string {
  if (value === null) return t("figure.noData");
  return t("figure.ratio", {
    a: numbers.format(numerator),
    b: numbers.format(denominator),
    share: percents.format(value),
  });
}

/** Name of a country, or what stands for an unknown one. */
export function formatCountry(code: string | null): string {
  if (code === null) return t("country.unknown");
  return countries.of(code) ?? code;
}

/** Today's date where the reader is. */
export function todayHere(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
