import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";

/** Records that a drafted request was sent; dates to answer run from that day. */
export default function SentDialog({
  contract,
  requestId,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly requestId: string;
  readonly onClose: () => void;
}): ReactNode {
  const request = contract.requests.find((one) => one.id === requestId);
  const [sentOn, setSentOn] = useState(todayHere());
  const [dueOn, setDueOn] = useState(request?.dueOn ?? "");
  const record = useChange((input: Parameters<typeof api.requests.recordSent>[0]) =>
    api.requests.recordSent(input),
  );
  const faults =
    sentOn === ""
      ? [
          {
            field: "sent-on",
            message: t("fault.required", { field: t("request.sentOn").toLowerCase() }),
          },
        ]
      : [];
  return (
    <FormDialog
      title={t("request.recordSent")}
      save={t("request.recordSent")}
      busy={record.isPending}
      error={record.error}
      faults={faults}
      onClose={onClose}
      onSave={() => {
        if (faults.length === 0)
          record.mutate(
            { requestId, sentOn, dueOn: dueOn === "" ? null : dueOn },
            { onSuccess: onClose },
          );
      }}
    >
      {request !== undefined && (
        <>
          <p>
            <strong>{request.subject}</strong>
            <br />
            {request.addressee}
          </p>
          <div className="letter">{request.body}</div>
        </>
      )}
      <div className="row-end">
        <DateField
          id="sent-on"
          label={t("request.sentOn")}
          max={todayHere()}
          value={sentOn}
          onChange={setSentOn}
        />
        <DateField label={t("request.dueOn")} value={dueOn} onChange={setDueOn} />
      </div>
    </FormDialog>
  );
}
