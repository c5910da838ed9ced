import { Button, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import type { MinutesRevision } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { FormFaults, type FormFault } from "../form-faults.tsx";
import { ProblemNotice } from "../problem-notice.tsx";
import { ToneTag } from "../tags.tsx";

/** Minutes as both sides have them in writing. */
export function MinutesText({
  content,
}: {
  readonly content: MinutesRevision["content"];
}): ReactNode {
  const items = content.items.filter(({ text }) => text.trim() !== "");
  return (
    <div className="stack">
      {content.summary.trim() !== "" && <p className="measure agenda-text">{content.summary}</p>}
      {items.map((item, at) => (
        <div key={`${item.agendaItemId ?? ""} ${at}`}>
          <h4 className="item-title wrap-anywhere">{item.title}</h4>
          <p className="measure agenda-text wrap-anywhere">{item.text}</p>
        </div>
      ))}
      {content.summary.trim() === "" && items.length === 0 && (
        <p className="quiet">{t("minutes.nothing")}</p>
      )}
    </div>
  );
}

/** What became of a revision: said by whom, how, and whether the link had been seen by the other side. */
function Replies({ revision }: { readonly revision: MinutesRevision }): ReactNode {
  if (revision.replies.length === 0) return <p className="small quiet">{t("minutes.noReply")}</p>;
  return (
    <ul className="facts">
      {revision.replies.map((reply) => (
        <li key={`${reply.at} ${reply.by}`}>
          <ToneTag tone={reply.kind === "confirmed" ? "good" : "care"}>
            {t(`minutes.reply.${reply.kind}`)}
          </ToneTag>{" "}
          {reply.by}
          {reply.text !== "" && <p className="agenda-text wrap-anywhere">{reply.text}</p>}
          <div className="from">
            {formatInstant(reply.at)} · {t(`said.via.${reply.via}`)}
            {reply.linkShown && ` · ${t("said.linkShown")}`}
          </div>
        </li>
      ))}
    </ul>
  );
}

function ReplyForm({
  meetingId,
  revision,
}: {
  readonly meetingId: string;
  readonly revision: number;
}): ReactNode {
  const [kind, setKind] = useState<"confirmed" | "corrected" | "">("");
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const reply = useChange((input: { kind: "confirmed" | "corrected"; text: string }) =>
    api.meetings.replyToMinutes({ id: meetingId, revision, ...input }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [
      ...(kind === "" ? [{ field: "reply-kind", message: t("minutes.fault.kind") }] : []),
      ...(kind === "corrected" && text.trim() === ""
        ? [{ field: "reply-text", message: t("minutes.fault.text") }]
        : []),
    ];
    setFaults(found);
    if (kind !== "" && found.length === 0) reply.mutate({ kind, text: text.trim() });
  }
  return (
    <form className="card stack no-print" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {reply.isError && <ProblemNotice error={reply.error} />}
      <RadioGroup
        id="reply-kind"
        tabIndex={-1}
        size="small"
        legend={t("minutes.yourWord")}
        description={t("minutes.yourWordWhat")}
        value={kind}
        onChange={(value: "confirmed" | "corrected") => setKind(value)}
      >
        <Radio value="confirmed">{t("minutes.confirm")}</Radio>
        <Radio value="corrected">{t("minutes.correct")}</Radio>
      </RadioGroup>
      <Textarea
        id="reply-text"
        size="small"
        minRows={3}
        maxLength={8000}
        label={kind === "corrected" ? t("minutes.correction") : t("minutes.remark")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button type="submit" size="small" loading={reply.isPending}>
          {t("minutes.replyDo")}
        </Button>
      </div>
    </form>
  );
}

/** The minutes as sent, newest first, what each side said of them, and our own word where it is asked for. */
export function MinutesRevisions({
  meeting,
}: {
  readonly meeting: Pick<Meeting, "id" | "minutesSent" | "can">;
}): ReactNode {
  const [newest, ...earlier] = meeting.minutesSent;
  if (newest === undefined) return null;
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="minutes-newest">
        <div className="spread">
          <h3 id="minutes-newest">
            {t(newest.revision === 1 ? "minutes.sent" : "minutes.sentRevision", {
              n: newest.revision,
            })}
          </h3>
          <p className="small quiet">{formatInstant(newest.sentAt)}</p>
        </div>
        <MinutesText content={newest.content} />
        <Replies revision={newest} />
      </section>
      {meeting.can.replyToMinutes && (
        <ReplyForm meetingId={meeting.id} revision={newest.revision} />
      )}
      {earlier.length > 0 && (
        <details className="plain no-print">
          <summary>{t("minutes.earlier", { n: earlier.length })}</summary>
          <div className="stack">
            {earlier.map((revision) => (
              <section key={revision.revision} className="card stack">
                <h3>
                  {t("minutes.sentRevision", { n: revision.revision })}{" "}
                  <span className="small quiet">{formatInstant(revision.sentAt)}</span>
                </h3>
                <MinutesText content={revision.content} />
                <Replies revision={revision} />
              </section>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
