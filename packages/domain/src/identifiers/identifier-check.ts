/** What checking an identifier answers: a normal form, or the reason it is refused. A refusal is an answer, never thrown. */

/** Why an identifier was refused. */
export type IdentifierFault =
  | "length"
  | "characters"
  | "country"
  | "date"
  | "check_digit"
  | "unknown_scheme";

/**
 * Outcome of a check. `checked` says how much an `ok` means: `check_digit` = a mistyped character would have been
 * found; `format_only` = it looks right, nothing more.
 */
export type IdentifierCheck =
  | { readonly ok: true; readonly value: string; readonly checked: "check_digit" | "format_only" }
  | { readonly ok: false; readonly reason: IdentifierFault; readonly explanation: string };

/** Builds the refusal. */
export function refuse(reason: IdentifierFault, explanation: string): IdentifierCheck {
  return { ok: false, reason, explanation };
}

/** Upper case, blanks and the usual separators (hyphens, dots, no-break blanks) removed; full-width forms folded. */
export function compactIdentifier(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00ad\u200b\-‐-―.]/gu, "")
    .toUpperCase();
}
