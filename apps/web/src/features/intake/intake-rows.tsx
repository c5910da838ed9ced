import { Button } from "@navikt/ds-react";
import type { IntakeRow } from "@throughline/contract";
import { ListField, type RowDecision } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { OutcomeTag } from "../../components/tags.tsx";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { RowDialog } from "./row-dialog.tsx";
import { RowFindings } from "./row-findings.tsx";

const nothing: RowDecision = { undo: [], edits: {}, leaveOut: false };

function Edited({ decision }: { readonly decision: RowDecision | null }): ReactNode {
  const fields = Object.keys(decision?.edits ?? {}).flatMap((key) => {
    const field = ListField.safeParse(key);
    return field.success ? [t(`listField.${field.data}`)] : [];
  });
  return (
    <>
      {decision?.leaveOut === true && <span className="sub">{t("review.leftOut")}</span>}
      {fields.length > 0 && (
        <span className="sub">{t("review.edited", { fields: fields.join(", ") })}</span>
      )}
    </>
  );
}

/** Columns of the rows; `acts` draws what may be done to one. */
function columnsOf(
  findings: (row: IntakeRow) => ReactNode,
  acts: ((row: IntakeRow) => ReactNode) | null,
): DataColumn<IntakeRow>[] {
  return [
    {
      id: "row",
      header: t("disclosure.col.row"),
      value: (row) => row.row,
      numeric: true,
    },
    {
      id: "outcome",
      header: t("disclosure.col.outcome"),
      value: (row) => t(`outcome.${row.outcome}`),
      cell: (row) => (
        <>
          <OutcomeTag outcome={row.outcome} />
          <Edited decision={row.decision} />
        </>
      ),
    },
    {
      id: "site",
      header: t("disclosure.col.name"),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <>
          <strong className="wrap-anywhere">
            {row.name === "" ? t("review.noName") : row.name}
          </strong>
          <span className="sub wrap-anywhere">
            {row.address === "" ? t("review.noAddress") : row.address}
          </span>
          <span className="sub">
            {[formatCountry(row.country), row.product, row.component]
              .filter((part) => part !== null)
              .join(" · ")}
          </span>
        </>
      ),
    },
    {
      id: "found",
      header: t("review.findings"),
      unlabelled: true,
      value: (row) => row.findings.map((finding) => finding.message).join("; "),
      cell: (row) => (
        <>
          {findings(row)}
          {/* What reading a label put right stands in the row itself. */}
          {row.findings.length === 0 && row.reason !== null && (
            <p className="small">{row.reason}</p>
          )}
          <details className="plain small">
            <summary className="quiet">{t("review.raw")}</summary>
            <p className="row-raw">{row.cells.length === 0 ? row.raw : row.cells.join(" · ")}</p>
          </details>
        </>
      ),
    },
    ...(acts === null
      ? []
      : [
          {
            id: "acts",
            header: t("review.acts"),
            unlabelled: true,
            value: () => null,
            cell: acts,
          },
        ]),
  ];
}

/** The rows after their checks, with what was found and corrected; each can be mended, left out, put back. */
export function IntakeRows({
  intakeId,
  rows,
  mayDecide,
}: {
  readonly intakeId: string;
  readonly rows: readonly IntakeRow[];
  readonly mayDecide: boolean;
}): ReactNode {
  const [edited, setEdited] = useState<IntakeRow | null>(null);
  const decide = useChange((input: Parameters<typeof api.intakes.decideRow>[0]) =>
    api.intakes.decideRow(input),
  );
  function change(row: IntakeRow, part: Partial<RowDecision>): void {
    decide.mutate({ intakeId, row: row.row, decision: { ...(row.decision ?? nothing), ...part } });
  }
  const columns = columnsOf(
    (row) => (
      <RowFindings
        row={row}
        busy={decide.isPending}
        onUndo={
          mayDecide
            ? (check, undone) => {
                const others = (row.decision?.undo ?? []).filter((one) => one !== check);
                change(row, { undo: undone ? [...others, check] : others });
              }
            : null
        }
      />
    ),
    mayDecide
      ? (row) => (
          <div className="row no-print">
            <Button size="xsmall" variant="secondary" onClick={() => setEdited(row)}>
              {t("review.edit")}
              <span className="aksel-sr-only"> {t("review.row", { n: row.row })}</span>
            </Button>
            <Button
              size="xsmall"
              variant="tertiary"
              disabled={decide.isPending}
              onClick={() => change(row, { leaveOut: row.decision?.leaveOut !== true })}
            >
              {t(row.decision?.leaveOut === true ? "review.takeIn" : "review.leaveOut")}
              <span className="aksel-sr-only"> {t("review.row", { n: row.row })}</span>
            </Button>
          </div>
        )
      : null,
  );
  return (
    <>
      {decide.error !== null && <ProblemNotice error={decide.error} />}
      <DataTable
        caption={t("review.rows")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.row)}
      />
      {edited !== null && (
        <RowDialog intakeId={intakeId} row={edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
