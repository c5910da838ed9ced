import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { CommitmentTag } from "../../components/dialogue/commitment-lines.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { CommitmentRow } from "./queries.ts";

/** Columns of the ledger. */
export const commitmentColumns: readonly DataColumn<CommitmentRow>[] = [
  {
    id: "due",
    header: t("commitments.col.due"),
    value: (row) => row.dueOn,
    cell: (row) => (
      <>
        {row.dueOn === null ? (
          <span className="quiet">{t("commitments.noDay")}</span>
        ) : (
          <span className={row.state === "overdue" ? "break-text" : undefined}>
            {formatDate(row.dueOn)}
          </span>
        )}
        {row.slips > 0 && (
          <span className="sub care-text">{t("commitment.slips", { n: row.slips })}</span>
        )}
      </>
    ),
  },
  {
    id: "what",
    header: t("commitments.col.what"),
    names: true,
    value: (row) => row.what,
    cell: (row) => (
      <>
        <AppLink href={`/commitments/${row.id}`}>{row.what}</AppLink>
        <span className="sub">
          {[row.label, ...(row.about === null ? [] : [row.about])].join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "who",
    header: t("commitments.col.who"),
    value: (row) => row.debtor.name,
    cell: (row) => (
      <>
        {row.debtor.name}
        <span className="sub">
          {[
            ...(row.debtor.role === null ? [] : [row.debtor.role]),
            t(row.debtor.side === row.mySide ? "commitments.ours" : "commitments.theirs"),
          ].join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "stands",
    header: t("commitments.col.stands"),
    value: (row) => row.says.text,
    cell: (row) => (
      <>
        <CommitmentTag state={row.state} /> {row.says.text}
        {row.waitsFor === row.mySide && (
          <span className="sub care-text">{t("commitments.waitsForUs")}</span>
        )}
      </>
    ),
  },
  {
    id: "with",
    header: t("commitments.col.with"),
    value: (row) => row.counterpart,
    cell: (row) => (
      <>
        <AppLink href={`/dialogue/series/${row.series.id}`}>{row.series.title}</AppLink>
        {row.meeting !== null && (
          <span className="sub sub-link">
            <AppLink href={`/meetings/${row.meeting.id}`}>
              {t("commitments.meeting", { n: row.meeting.number })}
            </AppLink>
          </span>
        )}
      </>
    ),
  },
];
