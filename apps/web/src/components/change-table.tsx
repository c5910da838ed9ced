import { Button } from "@navikt/ds-react";
import type { RecordChange } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { t } from "../texts/t.ts";
import { DataTable, type DataColumn } from "./data-table.tsx";
import { ToneTag, type Tone } from "./tags.tsx";

const shownAtFirst = 30;
const tones: Record<RecordChange["change"], Tone> = {
  added: "good",
  removed: "break",
  changed: "care",
};

const columns: readonly DataColumn<RecordChange>[] = [
  {
    id: "what",
    header: t("change.col.what"),
    names: true,
    value: (row) => `${t(`change.${row.subject}`)}: ${row.label}`,
    cell: (row) => (
      <>
        <span className="sub">{t(`change.${row.subject}`)}</span>
        <span className="wrap-anywhere">{row.label}</span>
      </>
    ),
  },
  {
    id: "change",
    header: t("change.col.change"),
    value: (row) => t(`change.${row.change}`),
    cell: (row) => (
      <>
        <ToneTag tone={tones[row.change]}>{t(`change.${row.change}`)}</ToneTag>
        {row.field !== null && <span className="sub">{row.field}</span>}
        {row.perhaps !== null && <span className="sub">{t(`change.perhaps.${row.perhaps}`)}</span>}
      </>
    ),
  },
  {
    id: "before",
    header: t("change.col.before"),
    value: (row) => row.before,
    cell: (row) => <span className="wrap-anywhere">{row.before ?? "–"}</span>,
  },
  {
    id: "after",
    header: t("change.col.after"),
    value: (row) => row.after,
    cell: (row) => <span className="wrap-anywhere">{row.after ?? "–"}</span>,
  },
];

/** How many were added, changed and removed. */
export function sayChanges(changes: readonly RecordChange[]): string {
  const count = (kind: RecordChange["change"]): number =>
    changes.filter(({ change }) => change === kind).length;
  return t("change.counts", {
    added: count("added"),
    changed: count("changed"),
    removed: count("removed"),
  });
}

/** Differences between two contents of a record, cell by cell, with their counts. */
export function ChangeTable({ changes }: { readonly changes: readonly RecordChange[] }): ReactNode {
  const [all, setAll] = useState(false);
  return (
    <div className="stack-small">
      <p>
        <strong>{sayChanges(changes)}</strong>
      </p>
      <DataTable
        caption={t("change.caption")}
        columns={columns}
        rows={all ? changes : changes.slice(0, shownAtFirst)}
        rowKey={(row) => `${row.subject} ${row.key} ${row.change} ${row.field ?? ""}`}
      />
      {!all && changes.length > shownAtFirst && (
        <div className="no-print">
          <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
            {t("change.showAll", { n: changes.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
