import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { Programme } from "./queries.ts";

/** Closes a programme and keeps what came of it. */
export function CloseProgrammeDialog({
  programme,
  onClose,
}: {
  readonly programme: Programme;
  readonly onClose: () => void;
}): ReactNode {
  const [outcome, setOutcome] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const close = useChange(() =>
    api.dialogues.closeProgramme({
      id: programme.id,
      version: programme.version,
      outcome: outcome.trim(),
    }),
  );
  return (
    <FormDialog
      title={t("programme.closeTitle")}
      save={t("programme.closeDo")}
      busy={close.isPending}
      error={close.error}
      faults={faults}
      onClose={onClose}
      onSave={() => {
        const missing = outcome.trim() === "";
        setFaults(
          missing ? [{ field: "programme-outcome", message: t("programme.fault.outcome") }] : [],
        );
        if (!missing) close.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <p>{t("programme.closeWhat")}</p>
      <Textarea
        id="programme-outcome"
        size="small"
        minRows={3}
        maxLength={4000}
        label={t("programme.outcome")}
        value={outcome}
        error={faultOf(faults, "programme-outcome")}
        onChange={(event) => setOutcome(event.target.value)}
      />
    </FormDialog>
  );
}
