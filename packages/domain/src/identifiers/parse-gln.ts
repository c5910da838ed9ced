import { gs1CheckDigit } from "./compute-check-characters.ts";
import { compactIdentifier, type IdentifierCheck, refuse } from "./identifier-check.ts";

/**
 * Global Location Number: 13 digits, the last a GS1 mod-10 check digit (GS1 General Specifications §7.9).
 *
 * @example parseGln("6291041500213") // → { ok: true, value: "6291041500213", checked: "check_digit" }
 */
export function parseGln(text: string): IdentifierCheck {
  const value = compactIdentifier(text);
  if (value.length !== 13)
    return refuse("length", `A GLN has 13 digits; this one has ${value.length}.`);
  if (!/^[0-9]{13}$/.test(value)) return refuse("characters", "A GLN has digits only.");
  if (gs1CheckDigit(value.slice(0, 12)) !== Number(value[12])) {
    return refuse("check_digit", "The last digit of the GLN does not fit the rest.");
  }
  return { ok: true, value, checked: "check_digit" };
}
