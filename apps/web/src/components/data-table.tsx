import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from "@tanstack/react-table";
import { useMemo, type ReactNode } from "react";
import { t } from "../texts/t.ts";

/** One column: what it says in plain text (for sorting and export) and how it is drawn. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Plain value: sorted by, and exported unless `exported` says otherwise. */
  readonly value: (row: Row) => string | number | null;
  readonly exported?: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** This cell names the row. */
  readonly names?: boolean;
  /** Left out of the phone layout's labels, e.g. where the cell speaks for itself. */
  readonly unlabelled?: boolean;
  readonly sortable?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

type CellValue = string | number | null;

/** Numbers by size, words as in a book; what is not known goes last. */
function compareValues(a: CellValue, b: CellValue): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

export interface DataTableProps<Row> {
  /** Said to screen readers; the visible heading stands above. */
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly hidden?: readonly string[];
  /** Sorted here, in the browser, over all rows. Left out: the rows are shown in the order given. */
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
}

/** A table that becomes a list of records on a phone. */
export function DataTable<Row extends object>({
  caption,
  columns,
  rows,
  rowKey,
  hidden = [],
  sort = null,
  onSort,
}: DataTableProps<Row>): ReactNode {
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        header: column.header,
        accessorFn: (row) => column.value(row),
        sortFn: (a, b) => compareValues(column.value(a.original), column.value(b.original)),
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: {
      sorting: sort === null ? [] : [{ id: sort.column, desc: sort.descending }],
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    },
    onSortingChange: () => undefined,
    onColumnVisibilityChange: () => undefined,
  });
  const shown = columns.filter((column) => !hidden.includes(column.id));
  return (
    <div className="table-frame">
      <table className="data-table folds">
        <caption className="aksel-sr-only">{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => {
              const sorted =
                sort?.column === column.id
                  ? sort.descending
                    ? "descending"
                    : "ascending"
                  : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.numeric === true ? "number" : undefined}
                  aria-sort={sorted}
                >
                  {column.sortable === true && onSort !== undefined ? (
                    <button
                      type="button"
                      className="sort"
                      title={t("list.sortBy", { column: column.header })}
                      onClick={() =>
                        onSort({ column: column.id, descending: sorted === "ascending" })
                      }
                    >
                      {column.header}{" "}
                      <span aria-hidden="true">
                        {sorted === "ascending" ? "↑" : sorted === "descending" ? "↓" : "↕"}
                      </span>
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {shown.map((column) => {
                const content =
                  column.cell === undefined
                    ? column.value(row.original)
                    : column.cell(row.original);
                const kind = column.numeric === true ? "number" : undefined;
                return column.names === true ? (
                  <th
                    key={column.id}
                    scope="row"
                    className={kind}
                    style={{
                      fontWeight: "inherit",
                      fontSize: "inherit",
                      color: "inherit",
                      whiteSpace: "normal",
                    }}
                  >
                    {content}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    className={kind}
                    data-label={column.unlabelled === true ? "" : column.header}
                  >
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The rows exactly as shown, for export: same columns, same order. */
export function tableContent<Row>(
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
  hidden: readonly string[] = [],
  sort: TableSort | null = null,
): { header: string[]; rows: (string | number | null)[][] } {
  const shown = columns.filter((column) => !hidden.includes(column.id));
  const by = columns.find((column) => column.id === sort?.column);
  const sign = sort?.descending === true ? -1 : 1;
  const ordered =
    by === undefined
      ? rows
      : [...rows].sort((a, b) => sign * compareValues(by.value(a), by.value(b)));
  return {
    header: shown.map((column) => column.header),
    rows: ordered.map((row) => shown.map((column) => (column.exported ?? column.value)(row))),
  };
}
