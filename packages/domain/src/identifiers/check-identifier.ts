import type { IdentifierCheck } from "./identifier-check.ts";
import { parseDuns } from "./parse-duns.ts";
import { parseGln } from "./parse-gln.ts";
import { parseLei } from "./parse-lei.ts";
import { parseOrgId } from "./parse-org-id.ts";
import { parseOsId } from "./parse-os-id.ts";
import { parseVat } from "./parse-vat.ts";
import { parseSiteId } from "./site-id.ts";

/** Schemes with a rule of their own; any other scheme is read as an org-id.guide list code. */
export const identifierSchemes = ["lei", "gln", "os_id", "duns", "vat", "site_id"] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

const parsers: Readonly<Record<IdentifierScheme, (text: string) => IdentifierCheck>> = {
  lei: parseLei,
  gln: parseGln,
  os_id: parseOsId,
  duns: parseDuns,
  vat: parseVat,
  site_id: parseSiteId,
};

/** org-id.guide codes of schemes we can check better than by their form. */
const orgIdCodes: Readonly<Record<string, IdentifierScheme>> = {
  "XI-LEI": "lei",
  "XI-GLN": "gln",
  "XI-DUNS": "duns",
};

/**
 * The one entry: checks a value by its scheme (one of {@link identifierSchemes}, case and `-`/`_` do not matter, or an
 * org-id.guide code such as `GB-COH`). Never throws.
 *
 * @example checkIdentifier("LEI", "549300GFX6WN7JDUSN34") // → { ok: true, … }
 */
export function checkIdentifier(scheme: string, value: string): IdentifierCheck {
  const wanted = scheme.trim();
  const own =
    identifierSchemes.find((known) => known === wanted.toLowerCase().replaceAll("-", "_")) ??
    orgIdCodes[wanted.toUpperCase()];
  return own === undefined ? parseOrgId(wanted, value) : parsers[own](value);
}
