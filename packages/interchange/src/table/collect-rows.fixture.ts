/** For tests only: opens bytes as a list and gives back everything there is. */
import type { GridRow } from "@throughline/domain";
import { openTableBytes } from "./open-table.ts";
import type { OpenTableOptions, TableSource } from "./table-source.ts";

export interface CollectedTable extends Pick<
  TableSource,
  "format" | "encoding" | "encodingGuessed" | "delimiter" | "notes" | "sheets"
> {
  /** Rows per sheet. */
  readonly rows: readonly (readonly GridRow[])[];
}

/** Opens, reads every sheet, closes. */
export async function collectRows(
  bytes: Uint8Array | string,
  options: OpenTableOptions = {},
): Promise<CollectedTable> {
  const source = await openTableBytes(
    typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
    options,
  );
  try {
    const rows: GridRow[][] = [];
    for (const sheet of source.sheets) {
      const here: GridRow[] = [];
      for await (const batch of source.rows(sheet.index)) here.push(...batch);
      rows.push(here);
    }
    const { format, encoding, encodingGuessed, delimiter, notes, sheets } = source;
    return { format, encoding, encodingGuessed, delimiter, notes, sheets, rows };
  } finally {
    await source.close();
  }
}
