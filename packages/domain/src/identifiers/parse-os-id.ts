import { compactIdentifier, type IdentifierCheck, refuse } from "./identifier-check.ts";

/** Crockford's base 32: no I, L, O, U. */
export const crockfordAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * OS ID of Open Supply Hub: country (2 letters), year (4), day of the year (3), five symbols of Crockford base 32 and a
 * check symbol, 15 characters. The check symbol is number ((code of 1st letter + code of 2nd letter + Σ index of the
 * other 12) mod 32); source: Open Supply Hub's published OS ID structure. Every single wrong character is found; two
 * exchanged characters are not, and an invented id passes once in 32 times: a good check is not proof that the id exists.
 *
 * @example parseOsId("lk-2019-085-9DHZ2R") // → { ok: true, value: "LK20190859DHZ2R", checked: "check_digit" }
 */
export function parseOsId(text: string): IdentifierCheck {
  const value = compactIdentifier(text);
  if (value.length !== 15)
    return refuse("length", `An OS ID has 15 characters; this one has ${value.length}.`);
  if (!/^[A-Z]{2}[0-9]{7}/.test(value)) {
    return refuse(
      "characters",
      "An OS ID begins with two letters for the country and seven digits for year and day.",
    );
  }
  let sum = value.charCodeAt(0) + value.charCodeAt(1);
  for (const symbol of value.slice(2, 14)) {
    const index = crockfordAlphabet.indexOf(symbol);
    if (index < 0) return refuse("characters", `An OS ID never contains the letter ${symbol}.`);
    sum += index;
  }
  const last = value[14] ?? "";
  if (!crockfordAlphabet.includes(last))
    return refuse("characters", `An OS ID never contains the letter ${last}.`);
  if (crockfordAlphabet[sum % 32] !== last) {
    return refuse("check_digit", "The last character of the OS ID does not fit the rest.");
  }
  const day = Number(value.slice(6, 9));
  if (day < 1 || day > 366)
    return refuse("date", `An OS ID carries a day of the year; ${day} is none.`);
  return { ok: true, value, checked: "check_digit" };
}
