import { Textarea, TextField } from "@navikt/ds-react";
import type { CommitmentDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DateField } from "../date-field.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { fieldsOfAct, readActDraft, type ActDraft, type SaidKind } from "./act-draft.ts";

/** Says one thing of a commitment, for the side one sits on. It is kept for good, and the other side reads it. */
export function SayDialog({
  commitment,
  kind,
  onClose,
}: {
  readonly commitment: CommitmentDetail;
  readonly kind: SaidKind;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<ActDraft>({
    what: commitment.what,
    dueOn: commitment.dueOn ?? "",
    reason: "",
    shownTitle: "",
    shownReference: "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const set = (change: Partial<ActDraft>): void => setDraft({ ...draft, ...change });
  const say = useChange((input: Parameters<typeof api.commitments.say>[0]) =>
    api.commitments.say(input),
  );
  const fields = fieldsOfAct[kind];
  // A word of confirmation is about what was put forward last, not about what holds until then.
  const asked = kind === "confirmed" || kind === "refused" ? commitment.proposed : null;
  function save(): void {
    const read = readActDraft(kind, draft, commitment);
    setFaults(read.ok ? [] : read.faults);
    const lastRead = commitment.acts.at(-1)?.id;
    if (read.ok)
      say
        .mutateAsync({
          id: commitment.id,
          ...read.act,
          ...(lastRead === undefined ? {} : { lastRead }),
        })
        .then(onClose, () => undefined);
  }
  return (
    <FormDialog
      title={t(`act.${kind}`)}
      save={t(`act.${kind}.do`)}
      busy={say.isPending}
      error={say.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>
        <strong>{asked?.what ?? commitment.what}</strong>
        {asked !== null &&
          asked.dueOn !== null &&
          ` ${t("act.said.by", { date: formatDate(asked.dueOn) })}`}
      </p>
      <p className="quiet">{t(`act.${kind}.what`)}</p>
      {fields.includes("what") && (
        <Textarea
          id="act-what"
          size="small"
          minRows={2}
          maxLength={2000}
          label={t("act.field.what")}
          error={faultOf(faults, "act-what")}
          value={draft.what}
          onChange={(event) => set({ what: event.target.value })}
        />
      )}
      {fields.includes("dueOn") && (
        <DateField
          id="act-dueOn"
          label={t("act.field.dueOn")}
          error={faultOf(faults, "act-dueOn")}
          value={draft.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      )}
      {fields.includes("shownTitle") && (
        <>
          <TextField
            id="act-shownTitle"
            size="small"
            maxLength={300}
            label={`${t("act.field.shownTitle")} ${t("form.optional")}`}
            error={faultOf(faults, "act-shownTitle")}
            value={draft.shownTitle}
            onChange={(event) => set({ shownTitle: event.target.value })}
          />
          <TextField
            size="small"
            maxLength={1000}
            label={`${t("act.field.shownReference")} ${t("form.optional")}`}
            value={draft.shownReference}
            onChange={(event) => set({ shownReference: event.target.value })}
          />
        </>
      )}
      {fields.includes("reason") && (
        <Textarea
          id="act-reason"
          size="small"
          minRows={2}
          maxLength={2000}
          label={t("act.field.reason")}
          error={faultOf(faults, "act-reason")}
          value={draft.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      )}
    </FormDialog>
  );
}
