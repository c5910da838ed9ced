import { Button } from "@navikt/ds-react";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meetingQuery, type Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { CommitmentLines } from "../../components/dialogue/commitment-lines.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { HoldForm } from "./hold-form.tsx";
import { MinutesEditor } from "./minutes-editor.tsx";
import { QuickCommitment, QuickObstacle } from "./quick-add.tsx";
import type { MinutesDraft } from "./use-minutes-draft.ts";

/** Promises of this meeting; those not on the table yet can be taken off again. */
export function MeetingPromises({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const discard = useChange((id: string) => api.commitments.discard({ id }));
  const drafts = meeting.commitmentList.filter(({ shared }) => !shared);
  if (meeting.commitmentList.length === 0) return <p className="quiet">{t("meet.noPromises")}</p>;
  return (
    <div className="stack-small">
      {discard.isError && <ProblemNotice error={discard.error} />}
      <CommitmentLines commitments={meeting.commitmentList} />
      {meeting.can.host && drafts.length > 0 && (
        <div className="row no-print">
          {drafts.map((draft) => (
            <Button
              key={draft.id}
              size="small"
              variant="tertiary"
              aria-label={t("meet.discardOf", { label: draft.label, what: draft.what })}
              onClick={() => discard.mutate(draft.id)}
            >
              {t("meet.discard", { label: draft.label })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The meeting while it is held: minutes beside the agenda, promises and obstacles noted without leaving the keyboard. */
export function MeetPhase({
  meeting,
  draft,
  onHeld,
}: {
  readonly meeting: Meeting;
  readonly draft: MinutesDraft;
  readonly onHeld: () => void;
}): ReactNode {
  const [itemId, setItemId] = useState<string | null>(null);
  const commitment = useRef<HTMLInputElement>(null);
  const obstacle = useRef<HTMLInputElement>(null);
  const obstacles = useRef<HTMLDetailsElement>(null);
  const queries = useQueryClient();
  const item = meeting.items.find(({ id }) => id === itemId) ?? null;
  function back(): void {
    document.getElementById(`minutes-${itemId ?? ""}`)?.focus();
  }
  function noteObstacle(): void {
    if (obstacles.current !== null) obstacles.current.open = true;
    obstacle.current?.focus();
  }
  async function reload(): Promise<void> {
    draft.restart(await queries.fetchQuery({ ...meetingQuery(meeting.id), staleTime: 0 }));
  }
  return (
    <div className="stack">
      <h2 className="section-title">{t("meet.title")}</h2>
      <p className="quiet measure">{t("meet.what")}</p>
      <div className="two-columns">
        <MinutesEditor
          meeting={meeting}
          draft={draft}
          onReload={() => void reload()}
          onFocusItem={setItemId}
          onCommitment={() => commitment.current?.focus()}
          onObstacle={noteObstacle}
        />
        <div className="stack stays-in-sight">
          <section className="card stack" aria-label={t("meet.quick")}>
            <QuickCommitment meeting={meeting} item={item} onBack={back} field={commitment} />
            <details className="plain" ref={obstacles}>
              <summary>{t("quick.obstacle")}</summary>
              <QuickObstacle meeting={meeting} onBack={back} field={obstacle} />
            </details>
          </section>
          <section className="card stack" aria-labelledby="meet-promises">
            <h3 id="meet-promises">{t("meet.promises")}</h3>
            <MeetingPromises meeting={meeting} />
            {meeting.obstacles.length > 0 && (
              <>
                <h3>{t("dialogues.obstacles")}</h3>
                <ul className="facts">
                  {meeting.obstacles.map((one) => (
                    <li key={one.id}>
                      <strong>{one.who}</strong>: {t(`obstacleKind.${one.kind}`)}
                      <div>{one.text}</div>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      </div>
      {meeting.can.hold && <HoldForm key={meeting.version} meeting={meeting} onHeld={onHeld} />}
    </div>
  );
}
