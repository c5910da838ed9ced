import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { meetingQuery, type Meeting } from "../../api/dialogue.ts";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ChannelBanner } from "../../components/dialogue/channel-banner.tsx";
import { DialogueComments } from "../../components/dialogue/dialogue-comments.tsx";
import { FeedbackSection } from "../../components/dialogue/feedback-section.tsx";
import { MeetingTime } from "../../components/dialogue/meeting-time.tsx";
import { MinutesRevisions } from "../../components/dialogue/minutes-revisions.tsx";
import { localTime } from "../../components/dialogue/say-meeting-time.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AfterPhase } from "./after-phase.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { DocumentsRow } from "./documents-row.tsx";
import { layPhases, phases } from "./lay-phases.ts";
import { MeetPhase, MeetingPromises } from "./meet-phase.tsx";
import { MeetingSheet } from "./meeting-sheet.tsx";
import { PhaseLine } from "./phase-line.tsx";
import { PreparePhase } from "./prepare-phase.tsx";
import { useMeetingId } from "./queries.ts";
import { SendPhase } from "./send-phase.tsx";
import { useMinutesDraft } from "./use-minutes-draft.ts";

const ScreenState = z.object({ phase: z.enum(phases).optional().catch(undefined) });

function Heading({
  meeting,
  onCancel,
}: {
  readonly meeting: Meeting;
  readonly onCancel: () => void;
}): ReactNode {
  const { can } = meeting;
  return (
    <PageHeading
      title={t("meeting.heading", { counterpart: meeting.counterpart, title: meeting.title })}
      crumbs={[
        { href: "/dialogue", text: t("dialogues.title") },
        { href: `/dialogue/series/${meeting.series.id}`, text: meeting.series.title },
      ]}
      lead={
        <>
          <p>
            <MeetingTime when={meeting} />{" "}
            <ToneTag
              tone={
                meeting.state === "held" ? "good" : meeting.state === "planned" ? "care" : "quiet"
              }
            >
              {t(`meetingState.${meeting.state}`)}
            </ToneTag>
          </p>
          <p className="quiet wrap-anywhere">
            {t(`meetingForm.${meeting.form}`)}
            {meeting.place !== "" && ` · ${meeting.place}`}
          </p>
          {meeting.cancelledReason !== null && (
            <p>{t("meeting.cancelledBecause", { reason: meeting.cancelledReason })}</p>
          )}
          {meeting.next !== null && (
            <p className="no-print">
              <strong>{t("meeting.next")}</strong> {meeting.next.text}
            </p>
          )}
        </>
      }
      actions={
        <>
          {can.edit && (
            <ButtonLink size="small" variant="secondary" href={`/meetings/${meeting.id}/edit`}>
              {t("meeting.move")}
            </ButtonLink>
          )}
          <Button size="small" variant="secondary" onClick={() => globalThis.print()}>
            {t("meeting.print")}
          </Button>
          {can.cancel && (
            <Button size="small" variant="tertiary" onClick={onCancel}>
              {t("meeting.cancel")}
            </Button>
          )}
        </>
      }
    />
  );
}

/** The host's side: four phases on one line. */
function HostsMeeting({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const [state, setState] = useUrlState(ScreenState);
  const draft = useMinutesDraft(meeting);
  const laid = layPhases(
    { ...meeting, on: localTime(meeting.startsAt, meeting.timeZone).slice(0, 10) },
    todayHere(),
  );
  const open = state.phase ?? laid.now;
  return (
    <>
      <PhaseLine
        meeting={meeting}
        states={laid.states}
        open={open}
        onOpen={(phase) => setState({ phase })}
      />
      <div id="phase-panel" className="no-print">
        {open === "prepare" && <PreparePhase meeting={meeting} />}
        {open === "send" && <SendPhase meeting={meeting} />}
        {open === "meet" && (
          <MeetPhase meeting={meeting} draft={draft} onHeld={() => setState({ phase: "after" })} />
        )}
        {open === "after" && (
          <AfterPhase meeting={meeting} draft={draft} onWrite={() => setState({ phase: "meet" })} />
        )}
      </div>
    </>
  );
}

/** Everybody else's side of the table: what was sent, what one adds, and one's word on the minutes. */
function GuestsMeeting({ meeting }: { readonly meeting: Meeting }): ReactNode {
  return (
    <div className="stack-large no-print">
      {meeting.minutesSent.length > 0 && (
        <section className="stack" aria-labelledby="guest-minutes">
          <h2 className="section-title" id="guest-minutes">
            {t("after.minutes")}
          </h2>
          <MinutesRevisions meeting={meeting} />
        </section>
      )}
      {meeting.commitmentList.length > 0 && (
        <section className="stack" aria-labelledby="guest-promises">
          <h2 className="section-title" id="guest-promises">
            {t("meet.promises")}
          </h2>
          <div className="card">
            <MeetingPromises meeting={meeting} />
          </div>
        </section>
      )}
      <PreparePhase meeting={meeting} />
      {meeting.state === "held" && <FeedbackSection meeting={meeting} />}
      <DocumentsRow
        meeting={meeting}
        kinds={meeting.state === "held" ? ["agenda", "confirmation"] : ["invitation", "agenda"]}
      />
    </div>
  );
}

/** One meeting, from the agenda to the confirmed minutes. */
export function MeetingScreen(): ReactNode {
  const id = useMeetingId();
  const query = useQuery(meetingQuery(id));
  const may = useQuery(meQuery).data?.can ?? [];
  const [cancelling, setCancelling] = useState(false);
  return (
    <Loaded query={query} lines={10} page>
      {(meeting) => (
        <div className="stack-large">
          <div className="stack">
            <Heading meeting={meeting} onCancel={() => setCancelling(true)} />
            <ChannelBanner channel={meeting.channel} />
          </div>
          <MeetingSheet meeting={meeting} />
          {meeting.hosted && meeting.can.host ? (
            <HostsMeeting key={meeting.id} meeting={meeting} />
          ) : (
            <GuestsMeeting meeting={meeting} />
          )}
          <div className="no-print">
            <DialogueComments
              seriesId={meeting.series.id}
              on={{ subjectKind: "meeting", subjectId: meeting.id }}
              other={meeting.mySide === "buyers" ? meeting.counterpart : t("talk.theBuyers")}
              mayWrite={may.includes("dialogue.write")}
            />
          </div>
          {may.includes("audit.read") && meeting.hosted && (
            <p className="no-print">
              <AppLink href={`/audit?subject=${meeting.id}`}>{t("dialogues.history")}</AppLink>
            </p>
          )}
          {cancelling && <CancelDialog meeting={meeting} onClose={() => setCancelling(false)} />}
        </div>
      )}
    </Loaded>
  );
}
