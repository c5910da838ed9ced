import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { sayIssue } from "../../components/dialogue/say-issue.ts";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { SeriesRow } from "./queries.ts";

function sayPromises({ commitments }: SeriesRow): string {
  const { open, overdue, waitingForUs, kept, slipped } = commitments;
  const parts = [
    ...(overdue > 0 ? [t("dialogues.overdue", { n: overdue })] : []),
    ...(waitingForUs > 0 ? [t("dialogues.waitingForUs", { n: waitingForUs })] : []),
    ...(open > 0 ? [t("dialogues.open", { n: open })] : []),
    ...(kept > 0 ? [t("dialogues.kept", { n: kept })] : []),
    ...(slipped > 0 ? [t("dialogues.slipped", { n: slipped })] : []),
  ];
  return parts.length === 0 ? t("dialogues.noPromises") : parts.join(", ");
}

/** What is wrong, or that nothing is: the sentence of the series with a sign. */
export function SeriesState({ series }: { readonly series: SeriesRow }): ReactNode {
  return (
    <>
      {series.state !== "open" && (
        <ToneTag tone="quiet">{t(`seriesState.${series.state}`)}</ToneTag>
      )}{" "}
      {!series.channelOpen && <ToneTag tone="care">{t("dialogues.channelClosed")}</ToneTag>}{" "}
      {series.lapsed && <ToneTag tone="break">{t("dialogues.lapsed")}</ToneTag>}
      <span style={{ display: "block" }}>{series.says.text}</span>
    </>
  );
}

function DateOf({ date }: { readonly date: string | null }): ReactNode {
  return date === null ? <span className="quiet">{t("form.none")}</span> : formatDate(date);
}

/** Columns of the list of series: what is shown is what is exported. */
export const seriesColumns: readonly DataColumn<SeriesRow>[] = [
  {
    id: "title",
    header: t("dialogues.col.title"),
    names: true,
    value: (row) => row.title,
    cell: (row) => (
      <>
        <AppLink href={`/dialogue/series/${row.id}`}>
          <strong>{row.title}</strong>
        </AppLink>
        <span className="sub">
          {row.host.ours ? "" : `${t("dialogues.hostedBy", { host: row.host.name })} · `}
          {row.issues.map(sayIssue).join(", ")} {row.invented && t("contract.invented")}
        </span>
      </>
    ),
  },
  {
    id: "counterpart",
    header: t("dialogues.col.counterpart"),
    value: (row) => row.counterpart.name,
    cell: (row) => (
      <>
        {row.counterpart.name}
        <span className="sub">{t(`counterpartRole.${row.counterpart.role}`)}</span>
      </>
    ),
  },
  {
    id: "state",
    header: t("dialogues.col.state"),
    value: (row) => row.says.text,
    cell: (row) => <SeriesState series={row} />,
  },
  {
    id: "promises",
    header: t("dialogues.col.promises"),
    value: sayPromises,
    cell: (row) => (
      <span className={row.commitments.overdue > 0 ? "break-text" : undefined}>
        {sayPromises(row)}
      </span>
    ),
  },
  {
    id: "held",
    header: t("dialogues.col.held"),
    numeric: true,
    value: (row) => row.meetingsHeld,
  },
  {
    id: "last",
    header: t("dialogues.col.last"),
    value: (row) => row.lastMeetingOn,
    cell: (row) => <DateOf date={row.lastMeetingOn} />,
  },
  {
    id: "next",
    header: t("dialogues.col.next"),
    value: (row) => row.nextMeetingOn,
    cell: (row) => <DateOf date={row.nextMeetingOn} />,
  },
  {
    id: "programme",
    header: t("dialogues.col.programme"),
    value: (row) => row.programme?.title ?? null,
    cell: (row) =>
      row.programme === null ? (
        <span className="quiet">{t("form.none")}</span>
      ) : (
        <AppLink href={`/dialogue/programmes/${row.programme.id}`}>{row.programme.title}</AppLink>
      ),
  },
];
