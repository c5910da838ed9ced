import { Checkbox } from "@navikt/ds-react";
import type { ReactNode } from "react";
import type { DataColumn } from "./data-table.tsx";
import { t } from "../texts/t.ts";

/** Chooses the columns of a list; the one that names the row stays. */
export function ColumnChoice<Row>({
  columns,
  hidden,
  onChange,
}: {
  readonly columns: readonly DataColumn<Row>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}): ReactNode {
  return (
    <details className="plain">
      <summary className="small">{t("list.columns")}</summary>
      <fieldset className="plain">
        <legend className="aksel-sr-only">{t("list.columns")}</legend>
        {columns
          .filter((column) => column.names !== true)
          .map((column) => (
            <Checkbox
              key={column.id}
              size="small"
              checked={!hidden.includes(column.id)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? hidden.filter((id) => id !== column.id)
                    : [...hidden, column.id],
                )
              }
            >
              {column.header}
            </Checkbox>
          ))}
      </fieldset>
    </details>
  );
}
