import { Textarea } from "@navikt/ds-react";
import type { ReleaseDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Withdraws a release; asks for the reason, since the recipient reads it. */
export function WithdrawDialog({
  release,
  onClose,
}: {
  readonly release: ReleaseDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const withdraw = useChange((why: string) =>
    api.releases.withdraw({ releaseId: release.id, reason: why }),
  );
  function save(): void {
    const found =
      reason.trim() === ""
        ? [{ field: "withdraw-release-reason", message: t("oneRelease.withdrawFault") }]
        : [];
    setFaults(found);
    if (found.length === 0) withdraw.mutate(reason.trim(), { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("oneRelease.withdrawTitle")}
      save={t("oneRelease.withdrawDo")}
      busy={withdraw.isPending}
      error={withdraw.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("oneRelease.withdrawWhat", { name: release.recipientName })}</p>
      <Textarea
        id="withdraw-release-reason"
        size="small"
        minRows={2}
        label={t("oneRelease.withdrawReason")}
        value={reason}
        error={faultOf(faults, "withdraw-release-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
