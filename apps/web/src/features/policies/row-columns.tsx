import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Row } from "./queries.ts";

const tones: Record<Row["state"], Tone> = { in_force: "good", future: "quiet", ended: "quiet" };

/** Columns of the decision table: what is shown is what is exported. */
export const rowColumns: readonly DataColumn<Row>[] = [
  {
    id: "row",
    header: t("policy.col.row"),
    names: true,
    value: (row) => row.title,
    cell: (row) => (
      <AppLink href={`/policy/rows/${row.id}`}>
        <strong>{row.title}</strong>
      </AppLink>
    ),
  },
  { id: "when", header: t("policy.col.when"), value: (row) => row.whenSays.text },
  {
    id: "requirement",
    header: t("policy.col.requirement"),
    value: (row) => row.requirementTitle,
    cell: (row) => (
      <>
        <AppLink href={`/requirements/${row.ask.requirement}`}>{row.requirementTitle}</AppLink>
        <span className="sub">{t(`requirementRole.${row.ask.role}`)}</span>
      </>
    ),
  },
  { id: "asks", header: t("policy.col.asks"), value: (row) => row.asks.text },
  {
    id: "from",
    header: t("policy.col.from"),
    value: (row) => row.effectiveFrom,
    cell: (row) => formatDate(row.effectiveFrom),
  },
  {
    id: "to",
    header: t("policy.col.to"),
    value: (row) => row.effectiveTo,
    cell: (row) =>
      row.effectiveTo === null ? (
        <span className="quiet">{t("policy.noEnd")}</span>
      ) : (
        <>
          {formatDate(row.effectiveTo)}
          {row.followedBy !== null && <span className="sub">{t("policy.followed")}</span>}
        </>
      ),
  },
  {
    id: "state",
    header: t("policy.col.state"),
    value: (row) => t(`policy.state.${row.state}`),
    cell: (row) => <ToneTag tone={tones[row.state]}>{t(`policy.state.${row.state}`)}</ToneTag>,
  },
];

/** For the export: the role, small on screen, stands in a column of its own. */
export const rowExportColumns: readonly DataColumn<Row>[] = rowColumns.flatMap((column) =>
  column.id === "requirement"
    ? [
        column,
        {
          id: "role",
          header: t("policy.col.role"),
          value: (row: Row) => t(`requirementRole.${row.ask.role}`),
        },
      ]
    : [column],
);
