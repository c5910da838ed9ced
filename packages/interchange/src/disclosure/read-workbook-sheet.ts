/** Reads the disclosure out of a workbook: the sheet that holds the list, every other filled sheet named. */
import type { GridRow, ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { openTableBytes } from "../table/open-table.ts";
import { chooseSheet, proposeColumns } from "../table/propose-columns.ts";
import type { TableSource } from "../table/table-source.ts";
import type { DisclosureLimits } from "./limits.ts";
import { readTable } from "./read-table.ts";

const headRows = 300;

async function readRows(source: TableSource, sheet: number, most: number): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  for await (const batch of source.rows(sheet)) {
    for (const row of batch) rows.push(row);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}

/**
 * Reads an XLSX or ODS. Visible sheets come before hidden ones, those with names and places before others.
 *
 * @throws AppError as `openTable` says, and `columns_not_recognised`.
 */
export async function readWorkbookSheet(
  bytes: Uint8Array,
  limits: DisclosureLimits,
): Promise<ReadDisclosure> {
  const source = await openTableBytes(bytes, { limits });
  try {
    const proposals = [];
    for (const sheet of source.sheets) {
      const head = await readRows(source, sheet.index, headRows);
      proposals.push({ sheet, proposal: proposeColumns(sheet, head, null) });
    }
    const choice = chooseSheet(proposals);
    if (choice === undefined) throw new AppError("file_empty");
    const rows = await readRows(source, choice.chosen.sheet.index, Infinity);
    return readTable(rows, source.format, [...source.notes, ...choice.notes]);
  } finally {
    await source.close();
  }
}
