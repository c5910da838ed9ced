import type { KpiRow } from "@throughline/domain";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { formatDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const tones: Record<KpiRow["counts"], Tone> = {
  numerator: "good",
  denominator: "care",
  left_out: "quiet",
};

/** Where the fact stands; a row without a place of its own is told here alone. */
function placeOf(row: KpiRow): string | null {
  switch (row.kind) {
    case "site":
      return `/sites/${row.id}`;
    case "contract":
      return `/contracts/${row.id}`;
    case "request":
      return `/requests/${row.id}`;
    case "meeting":
      return `/meetings/${row.id}`;
    case "commitment":
      return `/commitments/${row.id}`;
    default:
      return null;
  }
}

const columns: readonly DataColumn<KpiRow>[] = [
  {
    id: "what",
    header: t("rows.what"),
    names: true,
    value: (row) => row.label,
    cell: (row) => {
      const place = placeOf(row);
      return (
        <>
          {place === null ? row.label : <AppLink href={place}>{row.label}</AppLink>}
          <span className="sub">{t(`rows.kind.${row.kind}`)}</span>
        </>
      );
    },
  },
  {
    id: "date",
    header: t("rows.date"),
    value: (row) => row.date,
    cell: (row) => (row.date === null ? "–" : formatDate(row.date)),
  },
  {
    id: "counts",
    header: t("rows.counts"),
    value: (row) => row.counts,
    cell: (row) => (
      <>
        <ToneTag tone={tones[row.counts]}>{t(`rows.counts.${row.counts}`)}</ToneTag>
        <span className="sub">{row.says.text}</span>
      </>
    ),
  },
  {
    id: "parts",
    header: t("rows.parts"),
    numeric: true,
    value: (row) => row.value ?? row.numerator,
    cell: (row) =>
      row.value === null
        ? t("kpis.parts", {
            numerator: formatNumber(row.numerator),
            denominator: formatNumber(row.denominator),
          })
        : formatNumber(row.value),
  },
];

/** The facts behind a figure. */
export function MeasurementRows({ rows }: { readonly rows: readonly KpiRow[] }): ReactNode {
  return (
    <DataTable
      caption={t("rows.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.kind} ${row.id}`}
    />
  );
}
