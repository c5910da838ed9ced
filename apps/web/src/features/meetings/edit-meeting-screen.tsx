import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meetingQuery, type Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { draftOf, readMeeting, type MeetingWords } from "./meeting-draft.ts";
import { MeetingFields } from "./meeting-fields.tsx";
import { useMeetingId } from "./queries.ts";

function MoveForm({
  meeting,
  onReload,
}: {
  readonly meeting: Meeting;
  readonly onReload: () => void;
}): ReactNode {
  const { id, version } = meeting;
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const move = useChange(async (words: MeetingWords) => {
    await api.meetings.move({ id, version, ...words });
    go(`/meetings/${id}`);
  });
  const told = meeting.agenda.firstSentAt !== null;
  return (
    <form
      className="stack"
      style={{ maxWidth: "52rem" }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readMeeting(draft);
        setFaults(read.ok ? [] : read.faults);
        if (read.ok) move.mutate(read.words);
      }}
    >
      <FormFaults faults={faults} />
      {move.isError && faults.length === 0 && (
        <ProblemNotice
          error={move.error}
          onReload={() => {
            move.reset();
            onReload();
          }}
        />
      )}
      <MeetingFields draft={draft} faults={faults} onChange={setDraft} />
      <p className="measure">
        {t(told ? "meeting.movesTold" : "meeting.movesUntold", {
          counterpart: meeting.counterpart,
        })}
      </p>
      <div className="row">
        <Button type="submit" loading={move.isPending}>
          {t(told ? "meeting.moveTold" : "form.save")}
        </Button>
        <ButtonLink variant="tertiary" href={`/meetings/${id}`}>
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

/** Moves a meeting or changes its place; whoever was invited gets an update of the calendar entry. */
export function EditMeetingScreen(): ReactNode {
  const id = useMeetingId();
  const meeting = useQuery(meetingQuery(id));
  return (
    <Loaded query={meeting} lines={6} page>
      {(data) => (
        <>
          <PageHeading
            title={t("meeting.editTitle")}
            crumbs={[
              { href: "/meetings", text: t("meetings.title") },
              { href: `/meetings/${id}`, text: data.title },
            ]}
          />
          {data.can.edit ? (
            <MoveForm key={data.version} meeting={data} onReload={() => void meeting.refetch()} />
          ) : (
            <EmptyState title={t("meeting.mayNotMove")} what={t("meeting.mayNotMoveWhat")} />
          )}
        </>
      )}
    </Loaded>
  );
}
