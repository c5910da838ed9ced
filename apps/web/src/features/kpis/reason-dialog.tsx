import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Asks for the reason of what cannot be undone by itself. */
export function ReasonDialog({
  title,
  what,
  doIt,
  busy,
  error,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly what: string;
  readonly doIt: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  function save(): void {
    const missing = reason.trim() === "";
    setFaults(missing ? [{ field: "kpi-reason", message: t("kpis.reasonFault") }] : []);
    if (!missing) onSave(reason.trim());
  }
  return (
    <FormDialog
      title={title}
      save={doIt}
      busy={busy}
      error={error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{what}</p>
      <Textarea
        id="kpi-reason"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("kpis.reason")}
        error={faultOf(faults, "kpi-reason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
