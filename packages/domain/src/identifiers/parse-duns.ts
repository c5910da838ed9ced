import { compactIdentifier, type IdentifierCheck, refuse } from "./identifier-check.ts";

/**
 * D-U-N-S number: nine digits. Since 2006 numbers are issued without a check digit, so only the form can be checked
 * (`format_only`): a mistyped number is not found.
 *
 * @example parseDuns("15-048-3782") // → { ok: true, value: "150483782", checked: "format_only" }
 */
export function parseDuns(text: string): IdentifierCheck {
  const value = compactIdentifier(text);
  if (value.length !== 9)
    return refuse("length", `A D-U-N-S number has 9 digits; this one has ${value.length}.`);
  if (!/^[0-9]{9}$/.test(value)) return refuse("characters", "A D-U-N-S number has digits only.");
  return { ok: true, value, checked: "format_only" };
}
