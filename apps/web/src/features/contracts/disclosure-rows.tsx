import { Button } from "@navikt/ds-react";
import type { DisclosureRow } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { flagWords } from "../../components/flag-words.ts";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { OutcomeTag } from "../../components/tags.tsx";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

type Row = DisclosureRow & { readonly siteId?: string | null };

const rowsAtFirst = 50;

const columns: readonly DataColumn<Row>[] = [
  { id: "row", header: t("disclosure.col.row"), numeric: true, value: (row) => row.row },
  {
    id: "outcome",
    header: t("disclosure.col.outcome"),
    unlabelled: true,
    value: (row) => t(`outcome.${row.outcome}`),
    cell: (row) => <OutcomeTag outcome={row.outcome} />,
  },
  {
    id: "name",
    header: t("disclosure.col.name"),
    names: true,
    value: (row) => row.name,
    cell: (row) => (
      <>
        {row.siteId != null ? (
          <AppLink href={`/sites/${row.siteId}`}>{row.name}</AppLink>
        ) : (
          row.name
        )}
        {row.flags.length > 0 && <span className="sub care-text">{flagWords(row.flags)}</span>}
      </>
    ),
  },
  {
    id: "address",
    header: t("disclosure.col.address"),
    value: (row) =>
      [row.address, row.country === null ? "" : formatCountry(row.country)]
        .filter((part) => part !== "")
        .join(", "),
    cell: (row) => (
      <>
        {row.address}
        <span className="sub">
          {row.country === null ? t("country.unknown") : formatCountry(row.country)}
        </span>
      </>
    ),
  },
  {
    id: "why",
    header: t("disclosure.col.why"),
    value: (row) => row.reason,
    cell: (row) =>
      row.outcome === "accepted" ? (
        "–"
      ) : (
        <>
          {row.reason}
          <details className="row-raw">
            <summary>{t("disclosure.raw")}</summary>
            {row.raw}
          </details>
        </>
      ),
  },
];

/** The rejected rows as a file, so that they can be corrected and sent again. */
function saveRejects(rows: readonly Row[], name: string): void {
  const header = ["row", "name", "address", "country", "reason", "as it stood"];
  const lines = rows
    .filter((row) => row.outcome === "rejected")
    .map((row) => [row.row, row.name, row.address, row.country, row.reason, row.raw]);
  saveText(fileName(name, "rejected.csv"), "text/csv", makeCsv(header, lines));
}

/** Every row with what became of it; nothing is dropped. Rejected and corrected ones come first. */
export function DisclosureRows({
  rows,
  name,
}: {
  readonly rows: readonly Row[];
  readonly name: string;
}): ReactNode {
  const [all, setAll] = useState(false);
  const order = { rejected: 0, corrected: 1, accepted: 2 } as const;
  const sorted = rows.toSorted((a, b) => order[a.outcome] - order[b.outcome] || a.row - b.row);
  return (
    <div className="stack-small">
      <DataTable
        caption={t("disclosure.preview")}
        columns={columns}
        rows={all ? sorted : sorted.slice(0, rowsAtFirst)}
        rowKey={(row) => String(row.row)}
      />
      <div className="row">
        {!all && sorted.length > rowsAtFirst && (
          <Button type="button" size="small" variant="tertiary" onClick={() => setAll(true)}>
            {t("disclosure.moreRows", { n: sorted.length })}
          </Button>
        )}
        {rows.some((row) => row.outcome === "rejected") && (
          <Button
            type="button"
            size="small"
            variant="tertiary"
            onClick={() => saveRejects(rows, name)}
          >
            {t("disclosure.rejects")}
          </Button>
        )}
      </div>
    </div>
  );
}
