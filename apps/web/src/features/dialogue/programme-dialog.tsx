import { Textarea, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { readIssue, sayIssue } from "../../components/dialogue/say-issue.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Programme } from "./queries.ts";

type Input = Parameters<typeof api.dialogues.createProgramme>[0];

/** Begins a programme, or changes one. */
export default function ProgrammeDialog({
  programme,
  onMade,
  onClose,
}: {
  /** `null`: a new one. */
  readonly programme: Programme | null;
  readonly onMade?: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState({
    title: programme?.title ?? "",
    purpose: programme?.purpose ?? "",
    hopedOutcome: programme?.hopedOutcome ?? "",
    issues: programme?.issues.map(sayIssue).join("\n") ?? "",
    fromOn: programme?.fromOn ?? todayHere(),
    untilOn: programme?.untilOn ?? "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange(async (input: Input) => {
    if (programme === null) {
      const { id } = await api.dialogues.createProgramme(input);
      onMade?.(id);
      return;
    }
    await api.dialogues.updateProgramme({
      ...input,
      id: programme.id,
      version: programme.version,
    });
  });
  function submit(): void {
    const issues = draft.issues
      .split("\n")
      .map(readIssue)
      .filter((issue) => issue !== "");
    const found: FormFault[] = [
      ...(draft.title.trim() === ""
        ? [{ field: "programme-title", message: t("programme.fault.title") }]
        : []),
      ...(draft.purpose.trim() === ""
        ? [{ field: "programme-purpose", message: t("programme.fault.purpose") }]
        : []),
      ...(issues.length > 10 || issues.some((issue) => issue.length > 60)
        ? [{ field: "programme-issues", message: t("programme.fault.issues") }]
        : []),
      ...(draft.fromOn === ""
        ? [{ field: "programme-from", message: t("programme.fault.from") }]
        : []),
      ...(draft.untilOn !== "" && draft.untilOn < draft.fromOn
        ? [{ field: "programme-until", message: t("programme.fault.until") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    save.mutate(
      {
        title: draft.title.trim(),
        purpose: draft.purpose.trim(),
        hopedOutcome: draft.hopedOutcome.trim(),
        issues,
        fromOn: draft.fromOn,
        untilOn: draft.untilOn === "" ? null : draft.untilOn,
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t(programme === null ? "programme.new" : "programme.change")}
      save={t("form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      wide
    >
      <TextField
        id="programme-title"
        size="small"
        label={t("programme.titleLabel")}
        maxLength={200}
        value={draft.title}
        error={faultOf(faults, "programme-title")}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <Textarea
        id="programme-purpose"
        size="small"
        minRows={2}
        maxLength={4000}
        label={t("programme.purpose")}
        value={draft.purpose}
        error={faultOf(faults, "programme-purpose")}
        onChange={(event) => setDraft({ ...draft, purpose: event.target.value })}
      />
      <Textarea
        size="small"
        minRows={2}
        maxLength={4000}
        label={`${t("programme.hopedOutcome")} ${t("form.optional")}`}
        value={draft.hopedOutcome}
        onChange={(event) => setDraft({ ...draft, hopedOutcome: event.target.value })}
      />
      <Textarea
        id="programme-issues"
        size="small"
        minRows={2}
        label={`${t("programme.issues")} ${t("form.optional")}`}
        description={t("programme.issuesHelp")}
        value={draft.issues}
        error={faultOf(faults, "programme-issues")}
        onChange={(event) => setDraft({ ...draft, issues: event.target.value })}
      />
      <div className="form-grid">
        <DateField
          id="programme-from"
          label={t("programme.from")}
          value={draft.fromOn}
          error={faultOf(faults, "programme-from")}
          onChange={(fromOn) => setDraft({ ...draft, fromOn })}
        />
        <DateField
          id="programme-until"
          label={`${t("programme.until")} ${t("form.optional")}`}
          value={draft.untilOn}
          error={faultOf(faults, "programme-until")}
          onChange={(untilOn) => setDraft({ ...draft, untilOn })}
        />
      </div>
    </FormDialog>
  );
}
