import type { ReleaseSummary } from "@throughline/contract";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { ReleaseTag } from "../../components/record/release-tag.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const supplierName = ({ supplier }: ReleaseSummary): string =>
  supplier.invented ? `${supplier.name} (${t("organisation.invented")})` : supplier.name;

const after: readonly DataColumn<ReleaseSummary>[] = [
  {
    id: "stands",
    header: t("releases.col.stands"),
    unlabelled: true,
    value: (row) => row.stateSentence.text,
    cell: (row) => (
      <>
        <ReleaseTag state={row.state} />
        <span className="sub">{row.stateSentence.text}</span>
      </>
    ),
  },
  {
    id: "holds",
    header: t("releases.col.holds"),
    value: (row) =>
      t("receipt.counts", {
        sites: row.sites,
        masked: row.masked,
        products: row.products,
        answers: row.answers,
      }),
  },
  {
    id: "released",
    header: t("releases.col.released"),
    value: (row) => row.releasedAt,
    cell: (row) => formatDate(row.releasedAt),
  },
  {
    id: "until",
    header: t("releases.col.until"),
    value: (row) => row.expiresOn,
    cell: (row) => formatDate(row.expiresOn),
  },
];

function nameColumn(
  header: string,
  nameOf: (row: ReleaseSummary) => string,
): DataColumn<ReleaseSummary> {
  return {
    id: "name",
    header,
    names: true,
    value: nameOf,
    cell: (row) => (
      <>
        <AppLink href={`/releases/${row.id}`}>{nameOf(row)}</AppLink>
        <span className="sub">
          {t("releases.number", { n: row.number })}
          {row.onBehalfOf !== null && ` · ${t("releases.behalf", { name: row.onBehalfOf })}`}
          {row.requestId !== null && ` · ${t("releases.answers")}`}
        </span>
      </>
    ),
  };
}

export const givenColumns = [
  nameColumn(t("releases.col.to"), (row) => row.recipientName),
  ...after,
];
export const receivedColumns = [nameColumn(t("releases.col.from"), supplierName), ...after];
