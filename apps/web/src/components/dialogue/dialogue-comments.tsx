import { Button, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { DialogueComment } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { dialogueCommentsQuery, type CommentedOn } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { FormFaults, type FormFault } from "../form-faults.tsx";
import { Loaded } from "../loaded.tsx";
import { ProblemNotice } from "../problem-notice.tsx";
import { ToneTag } from "../tags.tsx";

type Act = "edit" | "resolve" | "reopen" | "remove";

function OneComment({ comment }: { readonly comment: DialogueComment }): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const change = useChange((input: { act: Act; text?: string }) =>
    api.dialogues.changeComment({ commentId: comment.id, version: comment.version, ...input }),
  );
  return (
    <li className="card stack-small">
      <p>
        <strong>{comment.by}</strong>{" "}
        {comment.internal && <ToneTag tone="quiet">{t("talk.internal")}</ToneTag>}{" "}
        {comment.resolvedAt !== null && <ToneTag tone="good">{t("talk.resolved")}</ToneTag>}
        <span className="sub small quiet">
          {formatInstant(comment.writtenAt)}
          {comment.editedAt !== null && ` · ${t("talk.edited")}`}
        </span>
      </p>
      {change.isError && <ProblemNotice error={change.error} />}
      {text === null ? (
        <p className="measure agenda-text wrap-anywhere">{comment.text}</p>
      ) : (
        <form
          className="stack-small"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== "")
              change.mutate({ act: "edit", text: text.trim() }, { onSuccess: () => setText(null) });
          }}
        >
          <Textarea
            size="small"
            minRows={2}
            maxLength={4000}
            label={t("talk.text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="row">
            <Button type="submit" size="small" loading={change.isPending}>
              {t("form.save")}
            </Button>
            <Button type="button" size="small" variant="tertiary" onClick={() => setText(null)}>
              {t("form.cancel")}
            </Button>
          </div>
        </form>
      )}
      {comment.mine && text === null && (
        <div className="row no-print">
          <Button size="small" variant="tertiary" onClick={() => setText(comment.text)}>
            {t("talk.edit")}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onClick={() =>
              change.mutate({ act: comment.resolvedAt === null ? "resolve" : "reopen" })
            }
          >
            {t(comment.resolvedAt === null ? "talk.resolve" : "talk.reopen")}
          </Button>
          <Button size="small" variant="tertiary" onClick={() => change.mutate({ act: "remove" })}>
            {t("form.remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

function CommentForm({
  seriesId,
  on,
  other,
}: {
  readonly seriesId: string;
  readonly on: CommentedOn;
  readonly other: string;
}): ReactNode {
  const [text, setText] = useState("");
  const [internal, setInternal] = useState(true);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const write = useChange((input: { text: string; internal: boolean }) =>
    api.dialogues.comment({ id: seriesId, ...on, ...input }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = text.trim() === "";
    setFaults(missing ? [{ field: "talk-text", message: t("talk.fault") }] : []);
    if (!missing) write.mutate({ text: text.trim(), internal }, { onSuccess: () => setText("") });
  }
  return (
    <form className="stack no-print" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {write.isError && <ProblemNotice error={write.error} />}
      <Textarea
        id="talk-text"
        size="small"
        minRows={2}
        maxLength={4000}
        label={t("talk.text")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <RadioGroup
        className="radios-in-row"
        size="small"
        legend={t("talk.for")}
        value={internal ? "internal" : "table"}
        onChange={(value: string) => setInternal(value === "internal")}
      >
        <Radio value="internal">{t("talk.forUs")}</Radio>
        <Radio value="table">{t("talk.forTable", { other })}</Radio>
      </RadioGroup>
      <div>
        <Button type="submit" size="small" loading={write.isPending}>
          {t(internal ? "talk.writeInternal" : "talk.writeTable")}
        </Button>
      </div>
    </form>
  );
}

/** What is written on a series, meeting, commitment or obstacle: for our own people, or for everybody at the table. */
export function DialogueComments({
  seriesId,
  on,
  other,
  mayWrite,
}: {
  readonly seriesId: string;
  readonly on: CommentedOn;
  /** The other side by name, so that one sees who reads it. */
  readonly other: string;
  readonly mayWrite: boolean;
}): ReactNode {
  const query = useQuery(dialogueCommentsQuery(seriesId, on));
  return (
    <section className="stack" aria-labelledby={`talk-${on.subjectId}`}>
      <h2 className="section-title" id={`talk-${on.subjectId}`}>
        {t("talk.title")}
      </h2>
      <Loaded query={query} lines={2}>
        {({ comments }) =>
          comments.length === 0 ? (
            <p className="quiet">{t("talk.none")}</p>
          ) : (
            <ul className="plain-cards stack">
              {comments.map((comment) => (
                <OneComment key={comment.id} comment={comment} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayWrite && <CommentForm seriesId={seriesId} on={on} other={other} />}
    </section>
  );
}
