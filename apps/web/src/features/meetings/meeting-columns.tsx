import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { MeetingTime } from "../../components/dialogue/meeting-time.tsx";
import { sayMeeting } from "../../components/dialogue/say-meeting.ts";
import { sayMeetingTime } from "../../components/dialogue/say-meeting-time.ts";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { MeetingRow } from "./queries.ts";

const tones = { planned: "care", held: "good", cancelled: "quiet" } as const;

/** Columns of the list of meetings: what is shown is what is exported. */
export const meetingColumns: readonly DataColumn<MeetingRow>[] = [
  {
    id: "title",
    header: t("meetings.col.title"),
    names: true,
    value: sayMeeting,
    cell: (row) => (
      <>
        <AppLink href={`/meetings/${row.id}`}>
          <strong>{sayMeeting(row)}</strong>
        </AppLink>
        <span className="sub">{row.series.title}</span>
      </>
    ),
  },
  {
    id: "counterpart",
    header: t("meetings.col.counterpart"),
    value: (row) => row.counterpart,
  },
  {
    id: "when",
    header: t("meetings.col.when"),
    value: (row) => sayMeetingTime(row).there,
    cell: (row) => <MeetingTime when={row} />,
  },
  {
    id: "state",
    header: t("meetings.col.state"),
    value: (row) => t(`meetingState.${row.state}`),
    cell: (row) => (
      <>
        <ToneTag tone={tones[row.state]}>{t(`meetingState.${row.state}`)}</ToneTag>
        {!row.shared && row.state === "planned" && (
          <span className="sub">{t("meetings.notTold")}</span>
        )}
      </>
    ),
  },
  {
    id: "agenda",
    header: t("meetings.col.agenda"),
    value: (row) => row.agenda.says.text,
    cell: (row) => (
      <span className={(row.agenda.lateDays ?? 0) > 0 ? "care-text" : undefined}>
        {row.agenda.says.text}
      </span>
    ),
  },
  {
    id: "minutes",
    header: t("meetings.col.minutes"),
    value: (row) => (row.state === "held" ? t(`minutesState.${row.minutes.state}`) : null),
    cell: (row) =>
      row.state === "held" ? (
        t(`minutesState.${row.minutes.state}`)
      ) : (
        <span className="quiet">–</span>
      ),
  },
  {
    id: "promises",
    header: t("meetings.col.promises"),
    numeric: true,
    value: (row) => row.commitments,
  },
  {
    id: "next",
    header: t("meetings.col.next"),
    value: (row) => row.next?.text ?? null,
    cell: (row) => row.next?.text ?? <span className="quiet">{t("form.none")}</span>,
  },
];
