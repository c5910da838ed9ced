import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";

/** Agrees to what the other side said it wants, in these very words. */
export function AgreeDialog({
  seriesId,
  aimId,
  by,
  onClose,
}: {
  readonly seriesId: string;
  readonly aimId: string;
  readonly by: string;
  readonly onClose: () => void;
}): ReactNode {
  const [note, setNote] = useState("");
  const agree = useChange(() => api.dialogues.agreeAim({ id: seriesId, aimId, note: note.trim() }));
  return (
    <FormDialog
      title={t("aim.agreeTitle", { by })}
      save={t("aim.agreeDo")}
      busy={agree.isPending}
      error={agree.error}
      onClose={onClose}
      onSave={() => agree.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{t("aim.agreeWhat", { by })}</p>
      <Textarea
        size="small"
        minRows={2}
        maxLength={2000}
        label={`${t("aim.note")} ${t("form.optional")}`}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
