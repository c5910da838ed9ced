/** What reading a filled-in workbook can notice. See check-catalogue.ts for what the columns mean. */
import type { ListCheckEntry } from "./list-check-entry.ts";

function check(
  severity: ListCheckEntry["severity"],
  title: string,
  whatToDo: string,
): ListCheckEntry {
  return { scope: "row", severity, peer: null, title, whatToDo, corrects: false };
}

/** Checks of the workbook by code. */
export const workbookChecks = {
  workbook_row_not_read: check(
    "error",
    "row of the workbook that cannot be taken",
    "Complete the row in the workbook and upload it again; until then it stays as it was.",
  ),
  workbook_value_not_read: check(
    "warning",
    "cell of the workbook that cannot be read",
    "Correct the cell in the workbook and upload it again; until then the value stays as it was.",
  ),
  workbook_row_emptied: check(
    "warning",
    "row of the workbook emptied but for its key",
    "It is taken as removed; fill the row again if it should stay.",
  ),
  workbook_key_repeated: check(
    "note",
    "row of the workbook that carries another row's key",
    "It was read as a new row; nothing needs to be done if that is meant.",
  ),
  workbook_sheet_missing: check(
    "warning",
    "sheet of the workbook that is missing",
    "Nothing of it was changed; send the workbook with the sheet if something should be.",
  ),
  workbook_tick_not_taken: check(
    "error",
    "tick of the workbook that cannot be taken",
    "Say site, product and what is done there, with x or ? below the product.",
  ),
} as const satisfies Record<string, ListCheckEntry>;

/** A code of a check of the workbook. */
export type WorkbookCheckCode = keyof typeof workbookChecks;
