import { Select, Textarea, TextField } from "@navikt/ds-react";
import { threadKinds } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Series } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

type Thread = Series["threads"][number];
type Input = Parameters<typeof api.dialogues.saveThread>[0];

/** Opens a thread that runs through several meetings, or changes or closes one. */
export default function ThreadDialog({
  seriesId,
  thread,
  onClose,
}: {
  readonly seriesId: string;
  /** `null`: a new one. */
  readonly thread: Thread | null;
  readonly onClose: () => void;
}): ReactNode {
  const [title, setTitle] = useState(thread?.title ?? "");
  const [kind, setKind] = useState(thread?.kind ?? "traceability");
  const [closedOn, setClosedOn] = useState(thread?.closedOn ?? "");
  const [outcome, setOutcome] = useState(thread?.outcome ?? "");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange((input: Input) => api.dialogues.saveThread(input));
  function submit(): void {
    const found: FormFault[] = [
      ...(title.trim() === "" ? [{ field: "thread-title", message: t("thread.fault.title") }] : []),
      ...(closedOn !== "" && outcome.trim() === ""
        ? [{ field: "thread-outcome", message: t("thread.fault.outcome") }]
        : []),
      ...(closedOn === "" && outcome.trim() !== ""
        ? [{ field: "thread-closed", message: t("thread.fault.closed") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    save.mutate(
      {
        id: seriesId,
        ...(thread === null ? {} : { threadId: thread.id, version: thread.version }),
        title: title.trim(),
        kind,
        closedOn: closedOn === "" ? null : closedOn,
        outcome: closedOn === "" ? null : outcome.trim(),
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t(thread === null ? "thread.new" : "thread.changeTitle")}
      save={t("form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
    >
      <p>{t("thread.what")}</p>
      <TextField
        id="thread-title"
        size="small"
        label={t("thread.title")}
        maxLength={200}
        value={title}
        error={faultOf(faults, "thread-title")}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Select
        size="small"
        label={t("thread.kind")}
        value={kind}
        onChange={(event) =>
          setKind(threadKinds.find((one) => one === event.target.value) ?? "other")
        }
      >
        {threadKinds.map((one) => (
          <option key={one} value={one}>
            {t(`threadKind.${one}`)}
          </option>
        ))}
      </Select>
      {thread !== null && (
        <>
          <DateField
            id="thread-closed"
            label={`${t("thread.closedOn")} ${t("form.optional")}`}
            value={closedOn}
            error={faultOf(faults, "thread-closed")}
            onChange={setClosedOn}
          />
          <Textarea
            id="thread-outcome"
            size="small"
            minRows={2}
            maxLength={4000}
            label={t("thread.outcome")}
            value={outcome}
            error={faultOf(faults, "thread-outcome")}
            onChange={(event) => setOutcome(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
