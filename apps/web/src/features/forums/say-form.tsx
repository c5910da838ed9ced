import { Button, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ForumPrompt } from "@throughline/domain";
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import type { boardClient } from "./board-client.ts";

type BoardApi = ReturnType<typeof boardClient>;

const mostLetters = 2000;

function faultIn(text: string): string | undefined {
  if (text.trim() === "") return t("board.sayFault");
  return text.trim().length > mostLetters ? t("board.tooLong") : undefined;
}

/** Puts an idea or a question on the board. Nothing of it leaves the browser before the button is pressed. */
export function SayForm({
  api,
  prompt,
}: {
  readonly api: BoardApi;
  readonly prompt: ForumPrompt | null;
}): ReactNode {
  const id = useId();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<"idea" | "question">("idea");
  const [fault, setFault] = useState<string | undefined>();
  const [writing, setWriting] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  // The same until it is on the board: sent again, it stands there once.
  const entryId = useRef(crypto.randomUUID());
  const say = useMutation({
    mutationFn: () =>
      api.act({
        act: "say",
        entryId: entryId.current,
        kind,
        promptId: prompt?.id ?? null,
        parentId: null,
        text,
      }),
    onSuccess: () => {
      entryId.current = crypto.randomUUID();
      setText("");
      field.current?.focus();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultIn(text);
    setFault(found);
    if (found === undefined && !say.isPending) say.mutate();
  }
  if (!writing)
    return (
      <div className="no-print">
        <Button
          size="small"
          variant="secondary"
          aria-label={prompt === null ? undefined : t("board.sayUnder", { prompt: prompt.text })}
          onClick={() => setWriting(true)}
        >
          {t("board.say")}
        </Button>
      </div>
    );
  return (
    <form className="stack-small board-say no-print" onSubmit={submit} noValidate>
      {say.isError && <ProblemNotice error={say.error} />}
      <Textarea
        id={id}
        ref={field}
        size="small"
        minRows={2}
        label={prompt === null ? t("board.say") : t("board.sayUnder", { prompt: prompt.text })}
        description={t("board.sayHelp")}
        value={text}
        error={fault}
        onChange={(event) => {
          setText(event.target.value);
          entryId.current = crypto.randomUUID();
        }}
      />
      <div className="row-end">
        <RadioGroup
          size="small"
          legend={t("board.kind")}
          hideLegend
          value={kind}
          onChange={(value: "idea" | "question") => setKind(value)}
        >
          <div className="row">
            <Radio value="idea">{t("board.kind.idea")}</Radio>
            <Radio value="question">{t("board.kind.question")}</Radio>
          </div>
        </RadioGroup>
        <Button type="submit" size="small" loading={say.isPending}>
          {t("board.sayDo")}
        </Button>
      </div>
    </form>
  );
}

/** Comments on an entry. */
export function CommentForm({
  api,
  parentId,
  onDone,
}: {
  readonly api: BoardApi;
  readonly parentId: string;
  readonly onDone: () => void;
}): ReactNode {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | undefined>();
  const entryId = useRef(crypto.randomUUID());
  const say = useMutation({
    mutationFn: () =>
      api.act({
        act: "say",
        entryId: entryId.current,
        kind: "comment",
        promptId: null,
        parentId,
        text,
      }),
    onSuccess: onDone,
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultIn(text);
    setFault(found);
    if (found === undefined && !say.isPending) say.mutate();
  }
  return (
    <form className="stack-small no-print" onSubmit={submit} noValidate>
      {say.isError && <ProblemNotice error={say.error} />}
      <Textarea
        size="small"
        minRows={1}
        label={t("board.commentText")}
        value={text}
        error={fault}
        onChange={(event) => {
          setText(event.target.value);
          entryId.current = crypto.randomUUID();
        }}
      />
      <div className="row">
        <Button type="submit" size="small" loading={say.isPending}>
          {t("board.commentDo")}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={onDone}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
