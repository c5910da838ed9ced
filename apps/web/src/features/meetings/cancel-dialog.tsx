import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Cancels a meeting, with the reason that everybody who was invited reads. */
export function CancelDialog({
  meeting,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const cancel = useChange(() =>
    api.meetings.cancel({ id: meeting.id, version: meeting.version, reason: reason.trim() }),
  );
  return (
    <FormDialog
      title={t("cancel.title")}
      save={t("cancel.do")}
      busy={cancel.isPending}
      error={cancel.error}
      faults={faults}
      onClose={onClose}
      onSave={() => {
        const missing = reason.trim() === "";
        setFaults(missing ? [{ field: "cancel-reason", message: t("cancel.fault") }] : []);
        if (!missing) cancel.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <p>
        {t(meeting.agenda.firstSentAt === null ? "cancel.whatUntold" : "cancel.whatTold", {
          counterpart: meeting.counterpart,
        })}
      </p>
      <Textarea
        id="cancel-reason"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("cancel.reason")}
        value={reason}
        error={faultOf(faults, "cancel-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
