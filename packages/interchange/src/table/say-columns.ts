/** Says in sentences what a person should know about the columns that were found. */
import type { GridRow } from "@throughline/domain";
import { repairWhitespace } from "../disclosure/repair-cell.ts";
import { addressParts } from "../list/read-cells.ts";
import { isRejectTitle } from "../list/reject-titles.ts";
import type { FoundColumns } from "./find-columns.ts";

const mostTitleCharacters = 300;

/** Title rows above the headings, fields found from the contents, fields that are missing, columns that are not read. */
export function sayColumns(grid: readonly GridRow[], columns: FoundColumns): string[] {
  const notes: string[] = [];
  const title = (column: number): string =>
    repairWhitespace(columns.titles[column] ?? "") || `column ${column + 1}`;
  const above = grid
    .slice(0, Math.max(0, columns.top))
    .map((row) => repairWhitespace(row.cells.join(" ")))
    .filter((text) => text !== "");
  if (above.length > 0)
    notes.push(`Above the headings stands: ${above.join(" / ").slice(0, mostTitleCharacters)}.`);
  notes.push(...columns.doubts);
  if (!columns.at.has("name")) return notes;
  if (columns.inferred.length > 0)
    notes.push(
      `Not every heading was recognised; from the contents, ${columns.inferred.map((field) => `'${title(columns.at.get(field) ?? 0)}' was read as the ${field}`).join(" and ")}. Please check.`,
    );
  const parts = addressParts.filter((field) => columns.at.has(field));
  if (parts.length > 1)
    notes.push(
      `The address is put together from the columns ${parts.map((field) => `'${title(columns.at.get(field) ?? 0)}'`).join(", ")}.`,
    );
  if (!parts.some((field) => field !== "region"))
    notes.push(
      "The list has no column for addresses. Add one, or ask for the address of each site.",
    );
  if (!columns.at.has("country"))
    notes.push(
      "The list has no column for countries; they were read from the addresses where these name one.",
    );
  const used = new Set(columns.at.values());
  const unread = columns.titles.flatMap((text, column) =>
    used.has(column) || text.trim() === "" || isRejectTitle(text) ? [] : [repairWhitespace(text)],
  );
  if (unread.length > 0)
    notes.push(
      `Columns kept in the source but not read: ${unread.map((text) => `'${text}'`).join(", ")}.`,
    );
  return notes;
}
