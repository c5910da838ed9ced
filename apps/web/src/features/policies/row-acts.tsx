import { Button, Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { useGo } from "../../routing/use-go.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Row } from "./queries.ts";

function EndDialog({
  row,
  onClose,
}: {
  readonly row: Row;
  readonly onClose: () => void;
}): ReactNode {
  const [on, setOn] = useState(todayHere());
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const end = useChange((input: Parameters<typeof api.policies.endRow>[0]) =>
    api.policies.endRow(input),
  );
  function save(): void {
    const found = [
      ...(on === "" ? [{ field: "end-on", message: t("policyRow.fault.endOn") }] : []),
      ...(reason.trim() === ""
        ? [{ field: "end-reason", message: t("policyRow.fault.endReason") }]
        : []),
    ];
    setFaults(found);
    if (found.length === 0)
      end.mutate(
        { id: row.id, version: row.version, on, reason: reason.trim() },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("policyRow.endTitle")}
      save={t("policyRow.end")}
      busy={end.isPending}
      error={end.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <p>{t("policyRow.endWhat")}</p>
      <DateField
        id="end-on"
        label={t("policyRow.endOn")}
        value={on}
        error={faultOf(faults, "end-on")}
        onChange={setOn}
      />
      <Textarea
        id="end-reason"
        size="small"
        minRows={2}
        label={t("policyRow.endReason")}
        value={reason}
        error={faultOf(faults, "end-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

function RemoveDialog({
  row,
  onClose,
}: {
  readonly row: Row;
  readonly onClose: () => void;
}): ReactNode {
  const go = useGo();
  const remove = useChange(() => api.policies.removeRow({ id: row.id, version: row.version }));
  return (
    <ConfirmDialog
      title={t("policyRow.removeTitle")}
      what={t("policyRow.removeWhat", { title: row.title })}
      doIt={t("policyRow.remove")}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(undefined, { onSuccess: () => go("/policy?state=all") })}
    />
  );
}

/** Acts on a row: a change from a day on, its end, or its removal while it does not count. */
export function RowActs({ row }: { readonly row: Row }): ReactNode {
  const [asking, setAsking] = useState<"end" | "remove" | null>(null);
  if (row.followedBy !== null) return <p className="quiet small">{t("policyRow.replaced")}</p>;
  const draft = row.state === "future";
  return (
    <div className="row no-print">
      {row.state !== "ended" && (
        <ButtonLink size="small" href={`/policy/rows/${row.id}/change`}>
          {t(draft ? "policyRow.changeDraft" : "policyRow.change")}
        </ButtonLink>
      )}
      {row.state === "in_force" && (
        <Button size="small" variant="secondary" onClick={() => setAsking("end")}>
          {t("policyRow.end")}
        </Button>
      )}
      {draft && (
        <Button
          size="small"
          variant="tertiary"
          data-color="danger"
          onClick={() => setAsking("remove")}
        >
          {t("policyRow.remove")}
        </Button>
      )}
      {asking === "end" && <EndDialog row={row} onClose={() => setAsking(null)} />}
      {asking === "remove" && <RemoveDialog row={row} onClose={() => setAsking(null)} />}
    </div>
  );
}
