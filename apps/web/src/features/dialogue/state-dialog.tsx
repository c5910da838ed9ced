import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Series } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Pauses or closes a series, or goes on with it; the reason is told to everybody at the table. */
export default function StateDialog({
  series,
  state,
  onClose,
}: {
  readonly series: Series;
  readonly state: Series["state"];
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const change = useChange(() =>
    api.dialogues.setState({
      id: series.id,
      version: series.version,
      state,
      reason: reason.trim(),
    }),
  );
  return (
    <FormDialog
      title={t(`dialogues.to.${state}`)}
      save={t(`dialogues.do.${state}`)}
      busy={change.isPending}
      error={change.error}
      faults={faults}
      onClose={onClose}
      onSave={() => {
        const missing = reason.trim() === "";
        setFaults(missing ? [{ field: "state-reason", message: t("dialogues.fault.reason") }] : []);
        if (!missing) change.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <p>{t(`dialogues.toWhat.${state}`)}</p>
      <Textarea
        id="state-reason"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("dialogues.reason")}
        description={t("dialogues.reasonHelp")}
        value={reason}
        error={faultOf(faults, "state-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
