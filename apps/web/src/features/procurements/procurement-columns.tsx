import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ProcurementRow } from "./queries.ts";

function sayMismatches({ open, waived, criteria, clauses }: ProcurementRow): string {
  if (criteria + clauses === 0) return t("procurements.nothingDrafted");
  const parts = [
    ...(open.blocking > 0 ? [t("align.blockingCount", { n: open.blocking })] : []),
    ...(open.serious > 0 ? [t("align.seriousCount", { n: open.serious })] : []),
    ...(open.advice > 0 ? [t("align.adviceCount", { n: open.advice })] : []),
    ...(waived > 0 ? [t("align.waivedCount", { n: waived })] : []),
  ];
  return parts.length === 0 ? t("align.none") : parts.join(", ");
}

/** Columns of the list of procurements: what is shown is what is exported. */
export const procurementColumns: readonly DataColumn<ProcurementRow>[] = [
  {
    id: "title",
    header: t("procurements.col.title"),
    names: true,
    value: (row) => `${row.title} (${row.reference})`,
    cell: (row) => (
      <>
        <AppLink href={`/procurements/${row.id}`}>
          <strong>{row.title}</strong>
        </AppLink>
        <span className="sub">
          {row.reference} · {t(`procedure.${row.procedure}`)}{" "}
          {row.invented && t("contract.invented")}
        </span>
      </>
    ),
  },
  {
    id: "stage",
    header: t("procurements.col.stage"),
    value: (row) => row.stageSays.text,
  },
  {
    id: "mismatches",
    header: t("procurements.col.mismatches"),
    value: sayMismatches,
    cell: (row) => (
      <ToneTag
        tone={
          row.criteria + row.clauses === 0
            ? "quiet"
            : row.open.blocking > 0
              ? "break"
              : row.open.serious + row.open.advice > 0
                ? "care"
                : "good"
        }
      >
        {sayMismatches(row)}
      </ToneTag>
    ),
  },
  {
    id: "parts",
    header: t("procurements.col.parts"),
    value: (row) => t("procurements.parts", { criteria: row.criteria, clauses: row.clauses }),
  },
  {
    id: "deadline",
    header: t("procurements.col.deadline"),
    value: (row) => row.deadlineOn,
    cell: (row) =>
      row.deadlineOn === null ? (
        <span className="quiet">{t("procurements.noDeadline")}</span>
      ) : (
        formatDate(row.deadlineOn)
      ),
  },
  {
    id: "risk",
    header: t("procurements.col.risk"),
    value: (row) => t(`procurement.risk.${row.risk}`),
  },
  {
    id: "value",
    header: t("procurements.col.value"),
    numeric: true,
    value: (row) => (row.value === null ? null : formatMoney(row.value)),
    cell: (row) => (row.value === null ? <span className="quiet">–</span> : formatMoney(row.value)),
  },
  {
    id: "contracts",
    header: t("procurements.col.contracts"),
    numeric: true,
    value: (row) => row.contracts,
  },
];
