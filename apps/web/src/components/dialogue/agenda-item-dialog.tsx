import { Select, Textarea, TextField } from "@navikt/ds-react";
import type { AgendaItemInput } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { AgendaEntry } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";

interface Draft {
  readonly title: string;
  readonly detail: string;
  readonly brings: string;
  readonly minutes: string;
  readonly threadId: string;
}

function startDraft(item: AgendaEntry | null): Draft {
  return {
    title: item?.title ?? "",
    detail: item?.detail ?? "",
    brings: item?.brings ?? "",
    minutes: item === null || item.minutes === null ? "" : String(item.minutes),
    threadId: item?.thread?.id ?? "",
  };
}

/** Minutes as typed; `undefined` where it is no whole number from 1 to 480. */
function readMinutes(typed: string): number | null | undefined {
  if (typed.trim() === "") return null;
  const minutes = Number(typed);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 480 ? minutes : undefined;
}

/** Adds an item of one's own to the agenda, or changes one. Where it came from stays with it. */
export function AgendaItemDialog({
  meetingId,
  item,
  threads,
  onClose,
}: {
  readonly meetingId: string;
  /** `null`: a new one. */
  readonly item: AgendaEntry | null;
  readonly threads: readonly { readonly id: string; readonly title: string }[];
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft>(startDraft(item));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange(async (input: AgendaItemInput) => {
    if (item === null) await api.meetings.addItems({ id: meetingId, items: [input] });
    else await api.meetings.changeItem({ ...input, itemId: item.id });
  });
  function submit(): void {
    const minutes = readMinutes(draft.minutes);
    const found: FormFault[] = [
      ...(draft.title.trim() === ""
        ? [{ field: "item-title", message: t("agenda.fault.title") }]
        : []),
      ...(minutes === undefined
        ? [{ field: "item-minutes", message: t("agenda.fault.minutes") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0 || minutes === undefined) return;
    save.mutate(
      {
        source: item?.source ?? "free",
        title: draft.title.trim(),
        detail: draft.detail.trim(),
        brings: draft.brings.trim(),
        minutes,
        threadId: draft.threadId === "" ? null : draft.threadId,
        contractId: item?.origin?.contractId ?? null,
        breakId: item?.origin?.breakId ?? null,
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t(item === null ? "agenda.addTitle" : "agenda.changeTitle")}
      save={t(item === null ? "form.add" : "form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
    >
      <TextField
        id="item-title"
        size="small"
        label={t("agenda.title")}
        maxLength={300}
        value={draft.title}
        error={faultOf(faults, "item-title")}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <Textarea
        size="small"
        minRows={3}
        maxLength={8000}
        label={`${t("agenda.detail")} ${t("form.optional")}`}
        description={t("agenda.detailHelp")}
        value={draft.detail}
        onChange={(event) => setDraft({ ...draft, detail: event.target.value })}
      />
      <Textarea
        size="small"
        minRows={2}
        maxLength={2000}
        label={`${t("agenda.brings")} ${t("form.optional")}`}
        value={draft.brings}
        onChange={(event) => setDraft({ ...draft, brings: event.target.value })}
      />
      <div className="form-grid">
        <TextField
          id="item-minutes"
          size="small"
          inputMode="numeric"
          label={`${t("agenda.minutes")} ${t("form.optional")}`}
          value={draft.minutes}
          error={faultOf(faults, "item-minutes")}
          onChange={(event) => setDraft({ ...draft, minutes: event.target.value })}
        />
        {threads.length > 0 && (
          <Select
            size="small"
            label={`${t("agenda.thread")} ${t("form.optional")}`}
            value={draft.threadId}
            onChange={(event) => setDraft({ ...draft, threadId: event.target.value })}
          >
            <option value="">{t("agenda.threadNone")}</option>
            {threads.map((thread) => (
              <option key={thread.id} value={thread.id}>
                {thread.title}
              </option>
            ))}
          </Select>
        )}
      </div>
    </FormDialog>
  );
}
