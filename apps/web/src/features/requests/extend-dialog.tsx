import { Textarea } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** Moves the day to answer by, with the reason the addressee is told. */
export function ExtendDialog({
  request,
  onClose,
}: {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [dueOn, setDueOn] = useState(request.dueOn ?? "");
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const extend = useChange((input: Parameters<typeof api.requests.extend>[0]) =>
    api.requests.extend(input),
  );
  function save(): void {
    const found = [
      ...(dueOn <= (request.dueOn ?? todayHere())
        ? [{ field: "extend-due", message: t("extend.dueFault") }]
        : []),
      ...(reason.trim() === ""
        ? [{ field: "extend-reason", message: t("extend.reasonFault") }]
        : []),
    ];
    setFaults(found);
    if (found.length === 0)
      extend.mutate(
        { requestId: request.id, version: request.version, dueOn, reason: reason.trim() },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("extend.title")}
      save={t("extend.do")}
      busy={extend.isPending}
      error={extend.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <p>{t("extend.what")}</p>
      <DateField
        id="extend-due"
        label={t("extend.dueOn")}
        value={dueOn}
        error={faultOf(faults, "extend-due")}
        onChange={setDueOn}
      />
      <Textarea
        id="extend-reason"
        size="small"
        minRows={2}
        label={t("extend.reason")}
        value={reason}
        error={faultOf(faults, "extend-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
