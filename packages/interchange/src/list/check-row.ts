/** Checks one row of a list: from its cells, its columns and what a person decided about it. */
import type {
  CheckedRow,
  ColumnMapping,
  GridRow,
  ListField,
  RowDecision,
} from "@throughline/domain";
import { recogniseHeading } from "../table/recognise-heading.ts";
import { readCells } from "./read-cells.ts";
import type { ColumnsAt } from "./read-cells.ts";
import { settlePlace } from "./settle-place.ts";

const columnsByMapping = new WeakMap<ColumnMapping, ColumnsAt>();

function columnsOf(mapping: ColumnMapping): ColumnsAt {
  const known = columnsByMapping.get(mapping);
  if (known !== undefined) return known;
  const made = new Map<ListField, number>();
  for (const { index, field } of mapping.columns) if (!made.has(field)) made.set(field, index);
  columnsByMapping.set(mapping, made);
  return made;
}

/** True when the cells that are read say, each, the heading of its own column. */
function repeatsHeadings(row: GridRow, at: ColumnsAt): boolean {
  let filled = 0;
  for (const [field, column] of at) {
    const cell = (row.cells[column] ?? "").trim();
    if (cell === "") continue;
    if (recogniseHeading(cell)?.field !== field) return false;
    filled += 1;
  }
  return filled >= 2;
}

/**
 * Checks one row below the headings. Pure and deterministic: the same cells, columns and decision always give the same
 * row, so that a list can be checked again after every decision, one row at a time.
 *
 * - `decision.undo` names checks whose correction is left out; their findings stay, without a correction.
 * - `decision.edits` stand in for cells; an edited `address` stands in for all the columns an address is put together
 *   from. The edited cells pass the same checks.
 * - `decision.leaveOut` rejects the row with that reason; taking it back restores it.
 *
 * The outcome is `rejected` when a finding is an error, `corrected` when a correction holds, something was left out or a
 * cell was typed anew, else `accepted`. What compares rows is {@link createListCheck}.
 *
 * @example
 * checkRow(
 *   { row: 2, cells: ["Foo Ltd ", "Kwun Tong, Hong Kong", "China"] },
 *   { sheet: 0, headerRow: 1, columns: [{ index: 0, field: "name" }, { index: 1, field: "address" }, { index: 2, field: "country" }] },
 *   null,
 * ).country; // "HK"
 */
export function checkRow(
  row: GridRow,
  mapping: ColumnMapping,
  decision: RowDecision | null,
): CheckedRow {
  const at = columnsOf(mapping);
  const edits = decision?.edits ?? {};
  const isEdited = Object.values(edits).some((edit) => edit !== undefined);
  const source = readCells(row, at, edits, !isEdited && repeatsHeadings(row, at));
  if (decision === null) return settlePlace(source, null);
  const stoodBefore = (field: ListField): string =>
    field === "address"
      ? readCells(row, at, {}, false).address
      : (row.cells[at.get(field) ?? -1] ?? "");
  return settlePlace(source, decision, stoodBefore);
}
