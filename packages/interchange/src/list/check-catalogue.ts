/**
 * Every check a list goes through, in our words. A check's code is stable: decisions of people name it.
 *
 * - **scope**: `row` looks at one row, `list` compares rows or looks at the columns, `file` refuses the whole source.
 * - **corrects**: the check may change a cell by itself; the change is shown with before and after and can be undone.
 * - **peer**: the code of the same check in Open Supply Hub's list cleaner, which these checks cover one by one.
 *
 * An `error` rejects the row (or the file) until it is mended, a `warning` asks somebody to look, a `note` informs.
 */
import type { ListCheckEntry } from "./list-check-entry.ts";
import { listChecks } from "./list-checks.ts";
import { rowChecks } from "./row-checks.ts";
import { workbookChecks } from "./workbook-checks.ts";

/** All checks: of cells and rows first, then of lists and files. */
export const checkCatalogue = { ...rowChecks, ...listChecks, ...workbookChecks } as const;

/** A code of the catalogue. */
export type CheckCode = keyof typeof checkCatalogue;

/**
 * The entry of a check, or `null` for a code the catalogue does not know.
 *
 * @example findCheck("hong_kong_filed_under_china")?.peer // → "C0003"
 */
export function findCheck(code: string): ListCheckEntry | null {
  // Widened so that codes from outside (decisions, stored findings) can be asked about.
  const entries: Readonly<Record<string, ListCheckEntry>> = checkCatalogue;
  return Object.hasOwn(entries, code) ? (entries[code] ?? null) : null;
}
