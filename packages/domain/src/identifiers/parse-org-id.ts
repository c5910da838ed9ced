import { type IdentifierCheck, refuse } from "./identifier-check.ts";

/**
 * Identifier of another register, written as the list code of org-id.guide and the value there, for instance `GB-COH`
 * and `00445790`. Only the form of the code and of the value is looked at (`format_only`): the list of codes grows
 * and each register has its own rule. Value: 1 to 100 printable characters, blanks at the ends removed.
 *
 * @example parseOrgId("GB-COH", "00445790") // → { ok: true, value: "GB-COH-00445790", checked: "format_only" }
 */
export function parseOrgId(scheme: string, value: string): IdentifierCheck {
  const code = scheme.trim().toUpperCase();
  const trimmed = value.normalize("NFKC").trim();
  if (!/^[A-Z]{2,3}-[A-Z0-9_-]{2,40}$/.test(code)) {
    return refuse(
      "unknown_scheme",
      "Name the register by its org-id.guide code, for instance GB-COH.",
    );
  }
  if (trimmed.length === 0 || trimmed.length > 100) {
    return refuse("length", "The value of an identifier has 1 to 100 characters.");
  }
  if (/[\p{Cc}\p{Cf}]/u.test(trimmed))
    return refuse("characters", "The value contains characters that cannot be printed.");
  return { ok: true, value: `${code}-${trimmed}`, checked: "format_only" };
}
