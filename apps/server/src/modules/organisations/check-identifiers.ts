/** Checks an organisation's identifiers by their schemes' rules and brings them into the form that is stored. */
import {
  AppError,
  checkIdentifier,
  identifierSchemes,
  type ErrorDetail,
} from "@throughline/domain";
import type { IdentifierRow } from "./organisations.store.ts";

/**
 * Throws `identifier_check_digit` when a check digit is wrong, `input_invalid` for any other fault, naming every
 * identifier that is at fault.
 */
export function checkIdentifiers(
  given: readonly { readonly scheme: string; readonly value: string }[],
): IdentifierRow[] {
  const faults: ErrorDetail[] = [];
  let wrongDigit = false;
  const rows = new Map<string, IdentifierRow>();
  for (const [index, { scheme, value }] of given.entries()) {
    const name = schemeName(scheme);
    const checked = checkIdentifier(scheme, withoutCode(name, value));
    const path = `/identifiers/${index}/value`;
    if (!checked.ok) {
      wrongDigit ||= checked.reason === "check_digit";
      faults.push({ path, message: checked.explanation });
      continue;
    }
    const row = {
      scheme: name,
      value: withoutCode(name, checked.value),
      check_digit_verified: checked.checked === "check_digit",
    };
    const key = `${row.scheme} ${row.value}`;
    if (rows.has(key)) faults.push({ path, message: "This identifier is named twice." });
    rows.set(key, row);
  }
  if (faults.length > 0) {
    throw new AppError(wrongDigit ? "identifier_check_digit" : "input_invalid", undefined, faults);
  }
  return [...rows.values()];
}

function schemeName(scheme: string): string {
  const folded = scheme.trim().toLowerCase().replaceAll("-", "_");
  return identifierSchemes.find((known) => known === folded) ?? scheme.trim().toUpperCase();
}

/** An org-id.guide identifier may be written whole (`GB-COH-01234567`); the scheme is kept beside the value already. */
function withoutCode(scheme: string, value: string): string {
  return value.trim().toUpperCase().startsWith(`${scheme}-`)
    ? value.trim().slice(scheme.length + 1)
    : value;
}
