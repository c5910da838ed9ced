import { Textarea, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";

const fields = ["title", "purpose", "lawfulPurpose"] as const;

/** Convenes a group: what it is for, and why buyers may do this together. */
export function ConveneDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const go = useGo();
  const [draft, setDraft] = useState({ title: "", purpose: "", lawfulPurpose: "" });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const convene = useChange((input: typeof draft) => api.harmonisation.convene(input));
  function save(): void {
    const found = fields
      .filter((field) => draft[field].trim() === "")
      .map((field) => ({ field: `group-${field}`, message: t(`harmonisation.${field}Fault`) }));
    setFaults(found);
    if (found.length === 0)
      convene.mutate(draft, {
        onSuccess: ({ groupId }) => go(`/harmonisation/groups/${groupId}`),
      });
  }
  return (
    <FormDialog
      title={t("harmonisation.convene")}
      save={t("harmonisation.conveneDo")}
      busy={convene.isPending}
      error={convene.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        id="group-title"
        size="small"
        maxLength={200}
        label={t("harmonisation.groupTitle")}
        value={draft.title}
        error={faultOf(faults, "group-title")}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <Textarea
        id="group-purpose"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("harmonisation.purpose")}
        value={draft.purpose}
        error={faultOf(faults, "group-purpose")}
        onChange={(event) => setDraft({ ...draft, purpose: event.target.value })}
      />
      <Textarea
        id="group-lawfulPurpose"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("harmonisation.lawfulPurpose")}
        description={t("harmonisation.lawfulPurposeHelp")}
        value={draft.lawfulPurpose}
        error={faultOf(faults, "group-lawfulPurpose")}
        onChange={(event) => setDraft({ ...draft, lawfulPurpose: event.target.value })}
      />
    </FormDialog>
  );
}
