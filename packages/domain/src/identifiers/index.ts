/**
 * Identifiers of organisations and sites.
 *
 * - **scheme**: which register's rule applies (`lei`, `gln`, `os_id`, `duns`, `vat`, `site_id`, or an org-id.guide code).
 * - **value**: the normal form that is stored: upper case, no separators.
 * - **checked**: `check_digit` when a mistyped character would have been found, `format_only` when it would not.
 */
export * from "./check-identifier.ts";
export type { IdentifierCheck, IdentifierFault } from "./identifier-check.ts";
export { parseDuns } from "./parse-duns.ts";
export { parseGln } from "./parse-gln.ts";
export { parseLei } from "./parse-lei.ts";
export { parseOrgId } from "./parse-org-id.ts";
export { parseOsId } from "./parse-os-id.ts";
export { parseVat } from "./parse-vat.ts";
export { makeSiteId, parseSiteId, printSiteId } from "./site-id.ts";
