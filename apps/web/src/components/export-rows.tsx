import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { todayHere } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { tableContent, type DataColumn } from "./data-table.tsx";
import { fileName, makeCsv, saveText } from "./save-csv.ts";

/** Saves the rows exactly as they are shown, as CSV. */
export function ExportRows<Row>({
  name,
  columns,
  rows,
}: {
  /** What the file is called, without date and ending. */
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
}): ReactNode {
  return (
    <Button
      className="no-print"
      size="small"
      variant="tertiary"
      onClick={() => {
        const content = tableContent(columns, rows);
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
