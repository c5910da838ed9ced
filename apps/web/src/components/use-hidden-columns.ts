/** Columns a list leaves out, as its address says: their ids between dots; ids of no column are passed over. */
import { useMemo } from "react";
import type { DataColumn } from "./data-table.tsx";

export function useHiddenColumns<Row>(
  without: string | undefined,
  columns: readonly DataColumn<Row>[],
): readonly string[] {
  return useMemo(
    () => (without ?? "").split(".").filter((id) => columns.some((column) => column.id === id)),
    [without, columns],
  );
}
