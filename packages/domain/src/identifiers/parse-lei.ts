import { mod97 } from "./compute-check-characters.ts";
import { compactIdentifier, type IdentifierCheck, refuse } from "./identifier-check.ts";

/**
 * Legal Entity Identifier: 18 letters or digits and two check digits, ISO 17442-1:2020, ISO 7064 MOD 97-10.
 * Every digit typed for another digit and every letter for another letter is found; a letter typed for a digit
 * slips through about once in 97 times, because letters count as two digits.
 *
 * @example parseLei("5493 00GF X6WN 7JDU SN34") // → { ok: true, value: "549300GFX6WN7JDUSN34", checked: "check_digit" }
 */
export function parseLei(text: string): IdentifierCheck {
  const value = compactIdentifier(text);
  if (value.length !== 20)
    return refuse("length", `A LEI has 20 characters; this one has ${value.length}.`);
  if (!/^[A-Z0-9]{18}[0-9]{2}$/.test(value)) {
    return refuse("characters", "A LEI has letters A to Z and digits, and ends in two digits.");
  }
  if (mod97(value) !== 1)
    return refuse("check_digit", "The two check digits of the LEI do not fit the rest.");
  return { ok: true, value, checked: "check_digit" };
}
