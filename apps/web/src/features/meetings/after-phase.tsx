import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { seriesQuery, type Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { FeedbackSection } from "../../components/dialogue/feedback-section.tsx";
import { MinutesRevisions } from "../../components/dialogue/minutes-revisions.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { DocumentsRow } from "./documents-row.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { MeetingPromises } from "./meet-phase.tsx";
import { contentOf, mergeMinutes } from "./merge-minutes.ts";
import { letterQuery } from "./queries.ts";
import { MailsOf } from "./send-phase.tsx";
import type { MinutesDraft } from "./use-minutes-draft.ts";

const LessonDialog = lazy(() => import("../../components/dialogue/lesson-dialog.tsx"));

/** The minutes as they would leave, and the button that sends them. */
function SendMinutes({
  meeting,
  draft,
  onWrite,
}: {
  readonly meeting: Meeting;
  readonly draft: MinutesDraft;
  readonly onWrite: () => void;
}): ReactNode {
  const [asking, setAsking] = useState(false);
  const saved = draft.saving === "saved";
  const preview = useQuery({
    ...letterQuery(meeting.id, "confirmation", draft.savedAt ?? ""),
    enabled: saved,
  });
  const send = useChange(async () => {
    const content = contentOf(draft.content.summary, mergeMinutes(meeting.items, draft.content));
    await api.meetings.sendMinutes({ id: meeting.id, version: meeting.version, content });
    draft.restart({ ...(await api.meetings.get({ id: meeting.id })) });
  });
  const again = meeting.minutes.revision !== null;
  const newPromises = meeting.commitmentList.filter(({ shared }) => !shared).length;
  return (
    <section className="stack" aria-labelledby="send-minutes">
      <div>
        <h3 className="section-title" id="send-minutes">
          {t(again ? "after.sendRevision" : "after.send")}
        </h3>
        <p className="measure">
          {t("after.sendWhat", { counterpart: meeting.counterpart })}{" "}
          {newPromises > 0 && t("after.withPromises", { n: newPromises })}
        </p>
      </div>
      {!saved && <p role="status">{t("after.saving")}</p>}
      <Loaded query={preview} lines={6}>
        {(letter) => <LetterPreview letter={letter} />}
      </Loaded>
      <div className="row">
        <Button disabled={!saved} onClick={() => setAsking(true)}>
          {t(again ? "after.sendRevisionDo" : "after.sendDo")}
        </Button>
        <Button variant="secondary" onClick={onWrite}>
          {t("after.write")}
        </Button>
      </div>
      {asking && (
        <FormDialog
          title={t("after.ask")}
          save={t("sendAgenda.sendNow")}
          busy={send.isPending}
          error={send.error}
          onSave={() => send.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>
            {t("after.askWhat", {
              counterpart: meeting.counterpart,
              letters: preview.data?.to.length ?? 0,
              promises: newPromises,
            })}
          </p>
        </FormDialog>
      )}
    </section>
  );
}

/** Minutes sent and answered, promises, feedback of both sides, lessons. */
export function AfterPhase({
  meeting,
  draft,
  onWrite,
}: {
  readonly meeting: Meeting;
  readonly draft: MinutesDraft;
  /** Goes back to writing. */
  readonly onWrite: () => void;
}): ReactNode {
  const [noting, setNoting] = useState(false);
  const series = useQuery(seriesQuery(meeting.series.id));
  if (meeting.state !== "held")
    return (
      <EmptyState title={t("after.notHeld")} what={t("after.notHeldWhat")}>
        <Button size="small" variant="secondary" onClick={onWrite}>
          {t("after.toMeet")}
        </Button>
      </EmptyState>
    );
  const sent = meeting.minutes.revision !== null;
  const toSend = !sent || meeting.draft !== null || draft.saving !== "saved";
  return (
    <div className="stack-large">
      <h2 className="section-title">{t("after.title")}</h2>
      {meeting.can.sendMinutes && toSend && (
        <SendMinutes meeting={meeting} draft={draft} onWrite={onWrite} />
      )}
      {sent && (
        <section className="stack" aria-label={t("after.minutes")}>
          <MinutesRevisions meeting={meeting} />
          {meeting.can.sendMinutes && !toSend && (
            <div className="no-print">
              <Button size="small" variant="secondary" onClick={onWrite}>
                {t("after.revise")}
              </Button>
            </div>
          )}
          <DocumentsRow meeting={meeting} kinds={["confirmation"]} />
        </section>
      )}
      <section className="stack" aria-labelledby="after-promises">
        <h3 className="section-title" id="after-promises">
          {t("meet.promises")}
        </h3>
        <div className="card">
          <MeetingPromises meeting={meeting} />
        </div>
      </section>
      <FeedbackSection meeting={meeting} />
      {meeting.can.host && (
        <section className="stack-small no-print" aria-labelledby="after-lessons">
          <h3 className="section-title" id="after-lessons">
            {t("lessons.title")}
          </h3>
          <p className="quiet measure">{t("lessons.emptyWhat")}</p>
          <div>
            <Button size="small" variant="secondary" onClick={() => setNoting(true)}>
              {t("lesson.new")}
            </Button>
          </div>
        </section>
      )}
      <MailsOf meeting={meeting} />
      <Suspense fallback={null}>
        {noting && (
          <LessonDialog
            lesson={null}
            meetingId={meeting.id}
            issues={series.data?.issues ?? []}
            onClose={() => setNoting(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
