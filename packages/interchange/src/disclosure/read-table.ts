/** Turns a grid of cells into a disclosure. */
import type { GridRow, ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { readCells } from "../list/read-cells.ts";
import { findColumns } from "../table/find-columns.ts";
import type { FoundColumns } from "../table/find-columns.ts";
import { sayColumns } from "../table/say-columns.ts";
import { finishDisclosure } from "./finish-disclosure.ts";
import { repairWhitespace } from "./repair-cell.ts";
import type { SourceRow } from "./settle-row.ts";

function toSource(row: GridRow, columns: FoundColumns): SourceRow {
  const isHeading =
    columns.titles.length > 0 &&
    row.cells.every(
      (value, index) =>
        repairWhitespace(value).toLowerCase() ===
        repairWhitespace(columns.titles[index] ?? "").toLowerCase(),
    );
  return readCells(row, columns.at, {}, isHeading);
}

/**
 * Reads a grid. Blank rows are no rows; title rows above the header are named in the notes; everything below the
 * header becomes a row of the disclosure.
 *
 * @throws AppError `file_empty` without a row, `columns_not_recognised` when no column can be a name.
 */
export function readTable(
  grid: readonly GridRow[],
  format: "csv" | "xlsx" | "ods",
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
    { format, notes: [...notes, ...sayColumns(grid, columns)] },
  );
}
