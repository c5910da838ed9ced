import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { meetingQuery, type Meeting } from "../../api/dialogue.ts";
import { saveFile } from "../../api/save-file.ts";
import { AgendaItemDialog } from "../../components/dialogue/agenda-item-dialog.tsx";
import { AgendaList } from "../../components/dialogue/agenda-list.tsx";
import { CommitmentLines } from "../../components/dialogue/commitment-lines.tsx";
import { FeedbackSection } from "../../components/dialogue/feedback-section.tsx";
import { MeetingTime } from "../../components/dialogue/meeting-time.tsx";
import { MinutesRevisions } from "../../components/dialogue/minutes-revisions.tsx";
import { PeopleSection } from "../../components/dialogue/people-section.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

/** The papers of a meeting, to keep. */
function Papers({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const [failure, setFailure] = useState<unknown>(null);
  async function save(path: string, name: string): Promise<void> {
    try {
      setFailure(null);
      await saveFile({ path: `/meetings/${meeting.id}/${path}`, name });
    } catch (error) {
      setFailure(error);
    }
  }
  const kind = meeting.minutesSent.length > 0 ? "confirmation" : "agenda";
  return (
    <div className="stack-small no-print">
      {failure !== null && <ProblemNotice error={failure} />}
      <div className="row">
        {(["pdf", "docx"] as const).map((format) => (
          <Button
            key={format}
            size="small"
            variant="tertiary"
            onClick={() => void save(`document?kind=${kind}&format=${format}`, `${kind}.${format}`)}
          >
            {t(`mySeat.paper.${kind}`)} ({format.toUpperCase()})
          </Button>
        ))}
        <Button
          size="small"
          variant="tertiary"
          onClick={() => void save("calendar", "meeting.ics")}
        >
          {t("mySeat.paper.calendar")}
        </Button>
      </div>
    </div>
  );
}

function Agenda({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const [adding, setAdding] = useState(false);
  const mayAdd = meeting.can.write && meeting.state === "planned";
  return (
    <section className="stack" aria-labelledby="seat-agenda">
      <h2 className="section-title" id="seat-agenda">
        {t("mySeat.agenda")}
      </h2>
      <p className="quiet">{meeting.agenda.says.text}</p>
      {meeting.items.length > 0 && (
        <AgendaList meeting={meeting} threads={[]} mayEdit={mayAdd} mayOrder={false} />
      )}
      {mayAdd && (
        <div className="no-print">
          <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
            {t("mySeat.addItem")}
          </Button>
        </div>
      )}
      {adding && (
        <AgendaItemDialog
          meetingId={meeting.id}
          item={null}
          threads={[]}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

/** A meeting from a seat that was opened by its link. */
export function SeatMeetingScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ meetingId = "" }: { readonly meetingId?: string }) => meetingId,
  });
  const query = useQuery(meetingQuery(id));
  return (
    <Loaded query={query} lines={10} page>
      {(meeting) => (
        <>
          <PageHeading
            title={t("mySeat.meeting", { n: meeting.number, title: meeting.title })}
            crumbs={[{ href: `/seat/series/${meeting.series.id}`, text: meeting.series.title }]}
            lead={
              <>
                <p>
                  <MeetingTime when={meeting} />
                </p>
                {meeting.place !== "" && <p className="wrap-anywhere">{meeting.place}</p>}
              </>
            }
          />
          <div className="stack-large">
            {meeting.state === "cancelled" && (
              <div className="banner banner-care" role="status">
                <div>{t("mySeat.cancelled", { reason: meeting.cancelledReason ?? "" })}</div>
              </div>
            )}
            {meeting.next !== null && (
              <div className="banner banner-care">
                <div>{meeting.next.text}</div>
              </div>
            )}
            <Papers meeting={meeting} />
            {meeting.minutesSent.length > 0 && (
              <section className="stack" aria-labelledby="seat-minutes">
                <h2 className="section-title" id="seat-minutes">
                  {t("mySeat.minutes")}
                </h2>
                <MinutesRevisions meeting={meeting} />
              </section>
            )}
            {meeting.commitmentList.length > 0 && (
              <section className="stack" aria-labelledby="seat-promised">
                <h2 className="section-title" id="seat-promised">
                  {t("mySeat.promised")}
                </h2>
                <CommitmentLines
                  commitments={meeting.commitmentList}
                  linkTo={(one) => `/seat/commitments/${one}`}
                />
              </section>
            )}
            <Agenda meeting={meeting} />
            <PeopleSection meeting={meeting} />
            {meeting.state === "held" && <FeedbackSection meeting={meeting} />}
          </div>
        </>
      )}
    </Loaded>
  );
}
