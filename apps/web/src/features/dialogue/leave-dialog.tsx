import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Series } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";

/** Gets up from a table of somebody else. */
export default function LeaveDialog({
  series,
  onClose,
}: {
  readonly series: Series;
  readonly onClose: () => void;
}): ReactNode {
  const go = useGo();
  const leave = useChange(async () => {
    await api.dialogues.leave({ id: series.id });
    go("/dialogue");
  });
  return (
    <ConfirmDialog
      title={t("dialogues.leaveTitle")}
      what={t("dialogues.leaveWhat", { host: series.host.name })}
      doIt={t("dialogues.leave")}
      busy={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate()}
      onClose={onClose}
    />
  );
}
