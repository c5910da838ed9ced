/** A currency code as notices give it, in capitals; anything that is no code: `null`. */
export function currencyName(text: string | null): string | null {
  const code = text?.trim().toUpperCase() ?? "";
  return /^[A-Z]{3}$/u.test(code) ? code : null;
}
