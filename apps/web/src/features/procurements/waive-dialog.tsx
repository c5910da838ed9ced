import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { Finding } from "./queries.ts";

/** Lets a mismatch stand, with a reason and under one's name. */
export default function WaiveDialog({
  procurementId,
  finding,
  onClose,
}: {
  readonly procurementId: string;
  readonly finding: Finding;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const waive = useChange((input: Parameters<typeof api.procurements.waive>[0]) =>
    api.procurements.waive(input),
  );
  function save(): void {
    if (reason.trim() === "")
      return setFaults([{ field: "waive-reason", message: t("waive.fault.reason") }]);
    setFaults([]);
    waive.mutate(
      { id: procurementId, findingKey: finding.key, reason: reason.trim() },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("waive.title")}
      save={t("waive.do")}
      busy={waive.isPending}
      error={waive.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{finding.sentence.text}</p>
      <p className="small quiet">{finding.why.text}</p>
      <Textarea
        id="waive-reason"
        size="small"
        minRows={3}
        label={t("waive.reason")}
        description={t("waive.reasonHelp")}
        value={reason}
        error={faultOf(faults, "waive-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
