import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { RecordOverview } from "./queries.ts";

type Holder = RecordOverview["holders"][number];

const columns: readonly DataColumn<Holder>[] = [
  { id: "name", header: t("record.holder"), names: true, value: (row) => row.name },
  {
    id: "release",
    header: t("record.holderRelease"),
    value: (row) => row.number,
    cell: (row) => (
      <>
        <AppLink href={`/releases/${row.releaseId}`}>
          {t("releases.number", { n: row.number })}
        </AppLink>
        <span className="sub">{formatDate(row.releasedAt)}</span>
      </>
    ),
  },
  {
    id: "until",
    header: t("record.holderUntil"),
    value: (row) => row.expiresOn,
    cell: (row) => formatDate(row.expiresOn),
  },
  {
    id: "changes",
    header: t("record.holderChanges"),
    value: (row) => row.changes,
    cell: (row) =>
      row.changes === 0 ? (
        t("record.noChanges")
      ) : (
        <AppLink href={`/record/changes/${row.releaseId}`}>
          {t("record.changes", { n: row.changes })}
        </AppLink>
      ),
  },
];

/** Who holds a release of ours, and how far it is from the record today. */
export function HolderTable({ holders }: { readonly holders: readonly Holder[] }): ReactNode {
  return (
    <DataTable
      caption={t("record.holders")}
      columns={columns}
      rows={holders}
      rowKey={(row) => row.releaseId}
    />
  );
}
