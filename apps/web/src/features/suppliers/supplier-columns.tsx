import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { SmallLine } from "../../components/small-line.tsx";
import { formatCountry, formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { SupplierRow } from "./queries.ts";

function sayWhat(row: SupplierRow): string {
  return [
    ...row.roles.map((role) => t(`suppliers.role.${role}`)),
    ...(row.country === null ? [] : [formatCountry(row.country)]),
  ].join(" · ");
}

/** Columns of the list of suppliers: what is shown is what is exported. */
export const supplierColumns: readonly DataColumn<SupplierRow>[] = [
  {
    id: "supplier",
    header: t("suppliers.col.supplier"),
    names: true,
    value: (row) => row.name,
    cell: (row) => (
      <>
        <AppLink href={`/suppliers/${row.id}`}>
          <strong>{row.name}</strong>
        </AppLink>
        <span className="sub">
          {sayWhat(row)} {row.invented && t("supplier.invented")}
        </span>
      </>
    ),
  },
  {
    id: "line",
    header: t("suppliers.col.line"),
    unlabelled: true,
    value: (row) =>
      row.line
        .map((station) => `${t(`station.${station.name}`)}: ${t(`state.${station.state}`)}`)
        .join("; "),
    cell: (row) => <SmallLine stations={row.line} />,
  },
  {
    id: "breaks",
    header: t("suppliers.col.breaks"),
    numeric: true,
    value: (row) => row.breaks,
  },
  {
    id: "next",
    header: t("suppliers.col.next"),
    value: (row) => row.next,
    cell: (row) => row.next ?? <span className="quiet">{t("form.none")}</span>,
  },
  {
    id: "contracts",
    header: t("suppliers.col.contracts"),
    numeric: true,
    value: (row) => row.contracts,
  },
  {
    id: "requests",
    header: t("suppliers.col.requests"),
    numeric: true,
    value: (row) => row.openRequests,
    cell: (row) => (
      <>
        {row.openRequests}
        {row.overdueRequests > 0 && (
          <span className="sub break-text">
            {t("suppliers.overdue", { n: row.overdueRequests })}
          </span>
        )}
      </>
    ),
  },
  {
    id: "lastAnswer",
    header: t("suppliers.col.lastAnswer"),
    value: (row) => row.lastAnswerOn,
    cell: (row) =>
      row.lastAnswerOn === null ? (
        <span className="quiet">{t("suppliers.neverAnswered")}</span>
      ) : (
        formatDate(row.lastAnswerOn)
      ),
  },
];
