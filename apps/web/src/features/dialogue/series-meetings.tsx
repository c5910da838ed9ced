import { useQuery } from "@tanstack/react-query";
import type { MeetingSummary } from "@throughline/contract";
import type { ReactNode } from "react";
import type { Series } from "../../api/dialogue.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { sayMeeting } from "../../components/dialogue/say-meeting.ts";
import { MeetingTime } from "../../components/dialogue/meeting-time.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { seriesMeetingsQuery } from "./queries.ts";

function MeetingLine({ meeting }: { readonly meeting: MeetingSummary }): ReactNode {
  const kind =
    meeting.state === "planned"
      ? "to_come"
      : meeting.state === "cancelled"
        ? "trouble"
        : "happened";
  return (
    <li className={`is-${kind}`}>
      <span className="timeline-mark" aria-hidden="true" />
      <div>
        <AppLink href={`/meetings/${meeting.id}`}>
          <strong>{sayMeeting(meeting)}</strong>
        </AppLink>
        <div>
          {meeting.state === "held" && meeting.heldOn !== null ? (
            t("meeting.heldOn", { date: formatDate(meeting.heldOn) })
          ) : (
            <MeetingTime when={meeting} />
          )}
          {meeting.state === "cancelled" && ` · ${t("meetingState.cancelled")}`}
        </div>
        <span className="small quiet">
          {[
            ...(meeting.state === "cancelled" ? [] : [meeting.agenda.says.text]),
            ...(meeting.state === "held" ? [t(`minutesState.${meeting.minutes.state}`)] : []),
            ...(meeting.commitments > 0 ? [t("meeting.promises", { n: meeting.commitments })] : []),
          ].join(" · ")}
        </span>
        {meeting.next !== null && <p className="care-text">{meeting.next.text}</p>}
      </div>
    </li>
  );
}

/** The meetings of a series along a line, what comes first. */
export function SeriesMeetings({ series }: { readonly series: Series }): ReactNode {
  const query = useQuery(seriesMeetingsQuery(series.id));
  return (
    <section className="stack" aria-labelledby="series-meetings">
      <div className="spread">
        <h2 className="section-title" id="series-meetings">
          {t("dialogues.meetings")}
        </h2>
        <p className="no-print">
          <AppLink href={`/meetings?series=${series.id}`}>{t("dialogues.meetingsAll")}</AppLink>
        </p>
      </div>
      <Loaded query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              level={3}
              title={t("dialogues.meetingsNone")}
              what={t("dialogues.meetingsNoneWhat")}
            >
              {series.can.plan && (
                <ButtonLink size="small" href={`/meetings/new?series=${series.id}`}>
                  {t("dialogues.plan")}
                </ButtonLink>
              )}
            </EmptyState>
          ) : (
            <div className="card">
              <ol className="timeline">
                {items.map((meeting) => (
                  <MeetingLine key={meeting.id} meeting={meeting} />
                ))}
              </ol>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
