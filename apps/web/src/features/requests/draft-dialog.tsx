import { Textarea, TextField } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Changes the words of a draft. */
export function DraftDialog({
  request,
  onClose,
}: {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [letter, setLetter] = useState({
    addressee: request.addressee,
    subject: request.subject,
    body: request.body,
    dueOn: request.dueOn ?? "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const revise = useChange((input: Parameters<typeof api.requests.revise>[0]) =>
    api.requests.revise(input),
  );
  function save(): void {
    const found = (["addressee", "subject", "body"] as const)
      .filter((name) => letter[name].trim() === "")
      .map((name) => ({
        field: `draft-${name}`,
        message: t("fault.required", { field: t(`request.${name}`).toLowerCase() }),
      }));
    setFaults(found);
    if (found.length === 0)
      revise.mutate(
        {
          requestId: request.id,
          version: request.version,
          addressee: letter.addressee.trim(),
          subject: letter.subject.trim(),
          body: letter.body.trim(),
          dueOn: letter.dueOn === "" ? null : letter.dueOn,
        },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("draft.title")}
      save={t("draft.save")}
      busy={revise.isPending}
      error={revise.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
      wide
    >
      <TextField
        id="draft-addressee"
        size="small"
        label={t("request.addressee")}
        value={letter.addressee}
        error={faultOf(faults, "draft-addressee")}
        onChange={(event) => setLetter({ ...letter, addressee: event.target.value })}
      />
      <TextField
        id="draft-subject"
        size="small"
        label={t("request.subject")}
        value={letter.subject}
        error={faultOf(faults, "draft-subject")}
        onChange={(event) => setLetter({ ...letter, subject: event.target.value })}
      />
      <Textarea
        id="draft-body"
        size="small"
        minRows={12}
        maxRows={24}
        label={t("request.body")}
        value={letter.body}
        error={faultOf(faults, "draft-body")}
        onChange={(event) => setLetter({ ...letter, body: event.target.value })}
      />
      <DateField
        label={`${t("request.dueOn")} ${t("form.optional")}`}
        value={letter.dueOn}
        onChange={(dueOn) => setLetter({ ...letter, dueOn })}
      />
    </FormDialog>
  );
}
