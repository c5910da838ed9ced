import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { SmallLine } from "../../components/small-line.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractRow } from "./queries.ts";

/** Columns of the list of contracts: what is shown is what is exported. */
export const contractColumns: readonly DataColumn<ContractRow>[] = [
  {
    id: "contract",
    header: t("contracts.col.contract"),
    names: true,
    value: (row) => `${row.title} (${row.reference})`,
    cell: (row) => (
      <>
        <AppLink href={`/contracts/${row.id}`}>
          <strong>{row.title}</strong>
        </AppLink>
        <span className="sub">
          {t(`kind.${row.kind}`)} · {row.reference} {row.invented && t("contract.invented")}
        </span>
      </>
    ),
  },
  {
    id: "line",
    header: t("contracts.col.line"),
    unlabelled: true,
    value: (row) =>
      row.line
        .map((station) => `${t(`station.${station.name}`)}: ${t(`state.${station.state}`)}`)
        .join("; "),
    cell: (row) => <SmallLine stations={row.line} />,
  },
  {
    id: "breaks",
    header: t("contracts.col.breaks"),
    numeric: true,
    value: (row) => row.breaks,
    cell: (row) => (
      <>
        {row.breaks}
        {row.ready === "no" && <span className="sub break-text">{t("ready.no")}</span>}
      </>
    ),
  },
  {
    id: "next",
    header: t("contracts.col.next"),
    value: (row) => row.next,
    cell: (row) => row.next ?? <ToneTag tone="quiet">{t("form.none")}</ToneTag>,
  },
  {
    id: "supplier",
    header: t("contracts.col.supplier"),
    value: (row) => row.supplier,
    cell: (row) => row.supplier ?? <span className="quiet">{t("contract.notRecorded")}</span>,
  },
  {
    id: "value",
    header: t("contracts.col.value"),
    numeric: true,
    value: (row) => (row.value === null ? null : formatMoney(row.value)),
    cell: (row) => (row.value === null ? <span className="quiet">–</span> : formatMoney(row.value)),
  },
  {
    id: "ends",
    header: t("contracts.col.ends"),
    value: (row) => row.endsOn,
    cell: (row) =>
      row.endsOn === null ? (
        <span className="quiet">{t("contracts.noEnd")}</span>
      ) : (
        formatDate(row.endsOn)
      ),
  },
  {
    id: "followUp",
    header: t("contracts.col.followUp"),
    value: (row) => row.followUp,
    cell: (row) => row.followUp ?? <span className="quiet">{t("contracts.nobody")}</span>,
  },
];
