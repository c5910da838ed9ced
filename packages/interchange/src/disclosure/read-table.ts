/** Turns a grid of cells into a disclosure. */
import type { ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { addressParts, readCells } from "../list/read-cells.ts";
import { findColumns } from "./find-columns.ts";
import type { Columns } from "./find-columns.ts";
import { finishDisclosure } from "./finish-disclosure.ts";
import type { GridRow } from "./parse-delimited.ts";
import { repairWhitespace } from "./repair-cell.ts";
import type { SourceRow } from "./settle-row.ts";

function toSource(row: GridRow, columns: Columns): SourceRow {
  const isHeading =
    columns.titles.length > 0 &&
    row.cells.every(
      (value, index) =>
        value.trim().toLowerCase() === (columns.titles[index] ?? "").trim().toLowerCase(),
    );
  return readCells(row, columns.at, {}, isHeading);
}

function notesOn(grid: readonly GridRow[], columns: Columns): string[] {
  const notes: string[] = [];
  const title = (column: number): string =>
    repairWhitespace(columns.titles[column] ?? "") || `column ${column + 1}`;
  const above = grid
    .slice(0, Math.max(0, columns.header))
    .map((row) => repairWhitespace(row.cells.join(" ")))
    .filter((text) => text !== "");
  if (above.length > 0) notes.push(`Above the headings stands: ${above.join(" / ")}.`);
  if (columns.inferred.length > 0) {
    notes.push(
      `Not every heading was recognised; from the contents, ${columns.inferred.map((field) => `'${title(columns.at.get(field) ?? 0)}' was read as the ${field}`).join(" and ")}. Please check.`,
    );
  }
  const parts = addressParts.filter((field) => columns.at.has(field));
  if (parts.length > 1)
    notes.push(
      `The address is put together from the columns ${parts.map((field) => `'${title(columns.at.get(field) ?? 0)}'`).join(", ")}.`,
    );
  if (!parts.some((field) => field !== "region"))
    notes.push(
      "The list has no column for addresses. Ask the supplier for the address of each site.",
    );
  if (!columns.at.has("country"))
    notes.push(
      "The list has no column for countries; they were read from the addresses where these name one.",
    );
  const used = new Set(columns.at.values());
  const unread = columns.titles.flatMap((text, column) =>
    used.has(column) || text.trim() === "" ? [] : [repairWhitespace(text)],
  );
  if (unread.length > 0)
    notes.push(`Columns kept in the source but not read: ${unread.join(", ")}.`);
  return notes;
}

/**
 * Reads a grid. Blank rows are no rows; title rows above the header are named in the notes; everything below the
 * header becomes a row of the disclosure.
 *
 * @throws AppError `file_empty` without a row, `columns_not_recognised` when no column can be a name.
 */
export function readTable(
  grid: readonly GridRow[],
  format: "csv" | "xlsx",
  notes: readonly string[] = [],
): ReadDisclosure {
  if (grid.length === 0) throw new AppError("file_empty");
  const columns = findColumns(grid);
  if (columns === null) {
    const seen = (grid[0]?.cells ?? [])
      .map(repairWhitespace)
      .filter((cell) => cell !== "")
      .slice(0, 12)
      .join(", ");
    throw new AppError(
      "columns_not_recognised",
      `No columns for name and address were found. The first row reads: ${seen.slice(0, 300)}.`,
    );
  }
  const body = grid.slice(columns.header + 1);
  if (body.length === 0)
    throw new AppError("file_empty", "There are headings but no rows below them.");
  return finishDisclosure(
    body.map((row) => toSource(row, columns)),
    { format, notes: [...notes, ...notesOn(grid, columns)] },
  );
}
