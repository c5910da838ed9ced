import { Button, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import type { MeetingFeedback } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { FormFaults, type FormFault } from "../form-faults.tsx";
import { ProblemNotice } from "../problem-notice.tsx";

const questions = ["useful", "prepared", "openTalk"] as const;
type Question = (typeof questions)[number];
const marks = [1, 2, 3, 4, 5] as const;

function Given({ given }: { readonly given: MeetingFeedback }): ReactNode {
  return (
    <li className="card stack-small">
      <p>
        <strong>{given.mine ? t("feedback.ours", { by: given.by }) : given.by}</strong>{" "}
        <span className="small quiet">{formatDate(given.at)}</span>
      </p>
      <ul className="figures-plain">
        {questions.map((question) => (
          <li key={question}>
            <span className="value">{t("feedback.mark", { n: given[question] })}</span>{" "}
            {t(`feedback.${question}`)}
          </li>
        ))}
      </ul>
      {given.helped !== "" && (
        <p className="measure wrap-anywhere">
          <span className="quiet">{t("feedback.helpedSay")}</span> {given.helped}
        </p>
      )}
      {given.change !== "" && (
        <p className="measure wrap-anywhere">
          <span className="quiet">{t("feedback.changeSay")}</span> {given.change}
        </p>
      )}
    </li>
  );
}

function FeedbackForm({ meetingId }: { readonly meetingId: string }): ReactNode {
  const [given, setGiven] = useState<Readonly<Partial<Record<Question, number>>>>({});
  const [helped, setHelped] = useState("");
  const [change, setChange] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const give = useChange((input: Parameters<typeof api.meetings.giveFeedback>[0]) =>
    api.meetings.giveFeedback(input),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const { useful, prepared, openTalk } = given;
    setFaults(
      questions
        .filter((question) => given[question] === undefined)
        .map((question) => ({
          field: `feedback-${question}`,
          message: t("feedback.fault", { what: t(`feedback.${question}`) }),
        })),
    );
    if (useful === undefined || prepared === undefined || openTalk === undefined) return;
    give.mutate({
      id: meetingId,
      useful,
      prepared,
      openTalk,
      helped: helped.trim(),
      change: change.trim(),
    });
  }
  return (
    <form className="card stack no-print" onSubmit={submit} noValidate>
      <div>
        <h4 className="item-title">{t("feedback.give")}</h4>
        <p className="quiet">{t("feedback.giveWhat")}</p>
      </div>
      <FormFaults faults={faults} />
      {give.isError && <ProblemNotice error={give.error} />}
      {questions.map((question) => (
        <RadioGroup
          key={question}
          id={`feedback-${question}`}
          className="radios-in-row"
          tabIndex={-1}
          size="small"
          legend={t(`feedback.${question}`)}
          description={t("feedback.scale")}
          value={given[question] ?? 0}
          onChange={(value: number) => setGiven({ ...given, [question]: value })}
        >
          {marks.map((mark) => (
            <Radio key={mark} value={mark}>
              {mark}
            </Radio>
          ))}
        </RadioGroup>
      ))}
      <div className="form-grid">
        <Textarea
          size="small"
          minRows={2}
          maxLength={2000}
          label={`${t("feedback.helped")} ${t("form.optional")}`}
          value={helped}
          onChange={(event) => setHelped(event.target.value)}
        />
        <Textarea
          size="small"
          minRows={2}
          maxLength={2000}
          label={`${t("feedback.change")} ${t("form.optional")}`}
          value={change}
          onChange={(event) => setChange(event.target.value)}
        />
      </div>
      <div>
        <Button type="submit" size="small" loading={give.isPending}>
          {t("feedback.do")}
        </Button>
      </div>
    </form>
  );
}

/** How the meeting was, said by both sides to each other. */
export function FeedbackSection({
  meeting,
}: {
  readonly meeting: Pick<Meeting, "id" | "feedback" | "can">;
}): ReactNode {
  const { feedback, can } = meeting;
  return (
    <section className="stack" aria-labelledby="meeting-feedback">
      <h3 className="section-title" id="meeting-feedback">
        {t("feedback.title")}
      </h3>
      {feedback.length === 0 && !can.giveFeedback && <p className="quiet">{t("feedback.none")}</p>}
      {feedback.length > 0 && (
        <ul className="plain-cards stack">
          {feedback.map((given) => (
            <Given key={given.id} given={given} />
          ))}
        </ul>
      )}
      {can.giveFeedback && !feedback.some(({ mine }) => mine) && (
        <FeedbackForm meetingId={meeting.id} />
      )}
    </section>
  );
}
