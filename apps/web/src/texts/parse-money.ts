/** Reads an amount as a person types it into integer minor units. */
import type { Money } from "@throughline/domain";
import { minorDigits } from "./format.ts";

/**
 * "1,200,000.50" or "1.200.000,50" or "1 200 000" with "GBP". `null` for what is not an amount.
 * A single separator followed by exactly three digits separates thousands.
 */
export function parseMoney(text: string, currency: string): Money | null {
  const code = currency.trim().toUpperCase();
  const cleaned = text.replaceAll(/[\s\u00a0\u202f'’]/g, "");
  if (!/^[A-Z]{3}$/.test(code) || !/^\d[\d.,]*$/.test(cleaned)) return null;
  const last = Math.max(cleaned.lastIndexOf("."), cleaned.lastIndexOf(","));
  const separators = cleaned.replaceAll(/\d/g, "");
  const tail = cleaned.length - last - 1;
  const decimal =
    last >= 0 &&
    (separators.length === 1
      ? tail !== 3
      : new Set(separators).size === 2 && separators.at(-1) !== separators[0]);
  const whole = (decimal ? cleaned.slice(0, last) : cleaned).replaceAll(/[.,]/g, "");
  const fraction = decimal ? cleaned.slice(last + 1) : "";
  const digits = minorDigits(code);
  if (whole === "" || fraction.length > digits) return null;
  const minorUnits = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minorUnits) ? { minorUnits, currency: code } : null;
}
