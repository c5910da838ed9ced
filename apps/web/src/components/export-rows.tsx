import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { todayHere } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { tableContent, type DataColumn, type TableSort } from "./data-table.tsx";
import { fileName, makeCsv, saveText } from "./save-csv.ts";

/** Saves the rows exactly as they are shown, as CSV. */
export function ExportRows<Row>({
  name,
  columns,
  rows,
  sort = null,
}: {
  /** What the file is called, without date and ending. */
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  /** As the table sorts them, where it does. */
  readonly sort?: TableSort | null;
}): ReactNode {
  return (
    <Button
      className="no-print"
      size="small"
      variant="tertiary"
      onClick={() => {
        const content = tableContent(columns, rows, [], sort);
        saveText(
          fileName(name, todayHere(), `${name}.csv`),
          "text/csv",
          makeCsv(content.header, content.rows),
        );
      }}
    >
      {t("list.exportCsv")}
    </Button>
  );
}
