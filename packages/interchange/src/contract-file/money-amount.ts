/** Exact conversion of amounts as people write them into minor units. Decimals per ISO 4217 (list of 2024-06). */

const decimalsOf: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};
const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** True for a currency code of ISO 4217. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Digits after the point in a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDecimals(code: string): number {
  return decimalsOf[code] ?? 2;
}

/** An amount in minor units, or why it cannot be one. */
export type MinorUnits =
  | { readonly ok: true; readonly minorUnits: number }
  | { readonly ok: false; readonly reason: string };

/**
 * Converts a decimal amount to minor units without floating point.
 *
 * @example toMinorUnits("1200.50", "EUR"); // { ok: true, minorUnits: 120050 }
 */
export function toMinorUnits(amount: string | number, currency: string): MinorUnits {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(String(amount).trim());
  if (match === null)
    return { ok: false, reason: `'${amount}' is not a decimal amount such as "1200.50".` };
  const decimals = currencyDecimals(currency);
  const fraction = (match[3] ?? "").replace(/0+$/u, "");
  if (fraction.length > decimals) {
    return {
      ok: false,
      reason: `${currency} has ${decimals} ${decimals === 1 ? "decimal" : "decimals"}, so '${amount}' is too precise.`,
    };
  }
  const minorUnits = Number(`${match[1] ?? ""}${match[2] ?? ""}${fraction.padEnd(decimals, "0")}`);
  if (!Number.isSafeInteger(minorUnits)) return { ok: false, reason: `'${amount}' is too large.` };
  return { ok: true, minorUnits: minorUnits === 0 ? 0 : minorUnits };
}
