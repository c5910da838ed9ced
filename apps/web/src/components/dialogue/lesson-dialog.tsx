import { Radio, RadioGroup, Textarea, TextField } from "@navikt/ds-react";
import type { Lesson } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { lessonOutcomes } from "./lesson-outcomes.ts";
import { readIssue, sayIssue } from "./say-issue.ts";

/** Notes what worked or was dropped, for our own people or for the network; who was met is not told to the network. */
export default function LessonDialog({
  lesson,
  meetingId,
  issues = [],
  onClose,
}: {
  /** `null`: a new one. */
  readonly lesson: Lesson | null;
  readonly meetingId: string | null;
  readonly issues?: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const [title, setTitle] = useState(lesson?.title ?? "");
  const [text, setText] = useState(lesson?.text ?? "");
  const [outcome, setOutcome] = useState<Lesson["outcome"]>(lesson?.outcome ?? "worked");
  const [about, setAbout] = useState((lesson?.issues ?? issues).map(sayIssue).join("\n"));
  const [visibility, setVisibility] = useState<Lesson["visibility"]>(
    lesson?.visibility ?? "organisation",
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange((input: Parameters<typeof api.dialogues.saveLesson>[0]) =>
    api.dialogues.saveLesson(input),
  );
  function submit(): void {
    const read = about
      .split("\n")
      .map(readIssue)
      .filter((issue) => issue !== "");
    const found: FormFault[] = [
      ...(title.trim() === "" ? [{ field: "lesson-title", message: t("lesson.fault.title") }] : []),
      ...(text.trim() === "" ? [{ field: "lesson-text", message: t("lesson.fault.text") }] : []),
      ...(read.length > 10 || read.some((issue) => issue.length > 60)
        ? [{ field: "lesson-issues", message: t("programme.fault.issues") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    save.mutate(
      {
        ...(lesson === null ? {} : { lessonId: lesson.id, version: lesson.version }),
        meetingId: lesson === null ? meetingId : lesson.meetingId,
        title: title.trim(),
        text: text.trim(),
        outcome,
        issues: read,
        requirement: lesson?.requirement ?? null,
        visibility,
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t(lesson === null ? "lesson.new" : "lesson.change")}
      save={t("form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      wide
    >
      <TextField
        id="lesson-title"
        size="small"
        label={t("lesson.title")}
        maxLength={200}
        value={title}
        error={faultOf(faults, "lesson-title")}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Textarea
        id="lesson-text"
        size="small"
        minRows={4}
        maxLength={8000}
        label={t("lesson.text")}
        description={t("lesson.textHelp")}
        value={text}
        error={faultOf(faults, "lesson-text")}
        onChange={(event) => setText(event.target.value)}
      />
      <RadioGroup
        className="radios-in-row"
        size="small"
        legend={t("lesson.outcome")}
        value={outcome}
        onChange={(value: Lesson["outcome"]) => setOutcome(value)}
      >
        {lessonOutcomes.map((one) => (
          <Radio key={one} value={one}>
            {t(`lessonOutcome.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Textarea
        id="lesson-issues"
        size="small"
        minRows={2}
        label={`${t("lesson.issues")} ${t("form.optional")}`}
        description={t("programme.issuesHelp")}
        value={about}
        error={faultOf(faults, "lesson-issues")}
        onChange={(event) => setAbout(event.target.value)}
      />
      <RadioGroup
        size="small"
        legend={t("lesson.who")}
        value={visibility}
        onChange={(value: Lesson["visibility"]) => setVisibility(value)}
      >
        <Radio value="organisation">{t("lesson.visibility.organisation")}</Radio>
        <Radio value="network" description={t("lesson.networkWhat")}>
          {t("lesson.visibility.network")}
        </Radio>
      </RadioGroup>
    </FormDialog>
  );
}
