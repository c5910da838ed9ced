import { Textarea } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Withdraws a request; asks for the reason, since the addressee is told. */
export function WithdrawDialog({
  request,
  onClose,
}: {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const withdraw = useChange((input: Parameters<typeof api.requests.withdraw>[0]) =>
    api.requests.withdraw(input),
  );
  function save(): void {
    const found =
      reason.trim() === ""
        ? [{ field: "withdraw-reason", message: t("withdraw.reasonFault") }]
        : [];
    setFaults(found);
    if (found.length === 0)
      withdraw.mutate(
        { requestId: request.id, version: request.version, reason: reason.trim() },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("withdraw.title")}
      save={t("withdraw.do")}
      busy={withdraw.isPending}
      error={withdraw.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <p>{t("withdraw.what")}</p>
      <Textarea
        id="withdraw-reason"
        size="small"
        minRows={2}
        label={t("withdraw.reason")}
        value={reason}
        error={faultOf(faults, "withdraw-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
