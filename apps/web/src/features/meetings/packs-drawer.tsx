import { Button, Checkbox, CheckboxGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { AgendaItemInput, QuestionPack } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { questionPacksQuery } from "./queries.ts";

/** The questions chosen of a pack as one item; whom to have in the room is asked of the other side. */
export function itemOfPack(pack: QuestionPack, keys: readonly string[]): AgendaItemInput {
  const questions = pack.questions.filter(({ key }) => keys.includes(key));
  const people = [...new Set(questions.map(({ whoShouldBeThere }) => whoShouldBeThere))].filter(
    (who) => who !== "",
  );
  return {
    source: "question_pack",
    title: pack.title,
    detail: questions.map(({ text }) => `- ${text}`).join("\n"),
    brings: people.length === 0 ? "" : t("pack.bring", { who: people.join("; ") }).slice(0, 2000),
    minutes: Math.min(480, 5 * Math.max(1, questions.length)),
    threadId: null,
    contractId: null,
    breakId: null,
  };
}

function Pack({
  meetingId,
  pack,
}: {
  readonly meetingId: string;
  readonly pack: QuestionPack;
}): ReactNode {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const add = useChange((item: AgendaItemInput) =>
    api.meetings.addItems({ id: meetingId, items: [item] }),
  );
  return (
    <details className="plain">
      <summary>{pack.title}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (keys.length > 0) add.mutate(itemOfPack(pack, keys), { onSuccess: () => setKeys([]) });
        }}
      >
        <p className="measure">{pack.about}</p>
        {pack.sources.length > 0 && (
          <p className="small quiet">{t("pack.sources", { sources: pack.sources.join("; ") })}</p>
        )}
        {add.isError && <ProblemNotice error={add.error} />}
        <CheckboxGroup
          size="small"
          legend={t("pack.questions")}
          value={[...keys]}
          onChange={(next: string[]) => setKeys(next)}
        >
          {pack.questions.map((question) => (
            <Checkbox
              key={question.key}
              value={question.key}
              description={`${question.why} ${t("pack.goodAnswer", { answer: question.goodAnswer })}`}
            >
              {question.text}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <div>
          <Button
            type="submit"
            size="small"
            variant="secondary"
            loading={add.isPending}
            disabled={keys.length === 0}
          >
            {keys.length === 0 ? t("agendaDraft.addNone") : t("pack.add", { n: keys.length })}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Question packs: choose a few questions of one; they become one item of the agenda. */
export function PacksDrawer({ meetingId }: { readonly meetingId: string }): ReactNode {
  const query = useQuery(questionPacksQuery);
  return (
    <section className="card stack" aria-labelledby="meeting-packs">
      <div>
        <h3 className="section-title" id="meeting-packs">
          {t("pack.title")}
        </h3>
        <p className="quiet measure">{t("pack.what")}</p>
      </div>
      <Loaded query={query} lines={4}>
        {({ packs }) =>
          packs.map((pack) => <Pack key={pack.key} meetingId={meetingId} pack={pack} />)
        }
      </Loaded>
    </section>
  );
}
