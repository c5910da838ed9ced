import { Radio, RadioGroup, Textarea, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ChooseSite } from "./choose-site.tsx";
import { useChangeState, type Site, type StateChange, type Suggestion } from "./queries.ts";

/** Records that a site has closed, works again, or has moved. */
export default function StateDialog({
  site,
  kind,
  onClose,
}: {
  readonly site: Site;
  readonly kind: StateChange["kind"];
  readonly onClose: () => void;
}): ReactNode {
  const [on, setOn] = useState(todayHere);
  const [reason, setReason] = useState("");
  const [known, setKnown] = useState(false);
  const [address, setAddress] = useState("");
  const [to, setTo] = useState<Suggestion | null>(null);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const change = useChangeState();
  const moves = kind === "relocate";

  function save(): void {
    const found: FormFault[] = [];
    if (moves && known && to === null)
      found.push({ field: "state-to", message: t("merge.otherMissing") });
    if (moves && !known && address.trim() === "")
      found.push({ field: "state-address", message: t("relocate.addressMissing") });
    if (on === "") found.push({ field: "state-on", message: t("state.onMissing") });
    if (reason.trim() === "")
      found.push({ field: "state-reason", message: t("siteActs.reasonMissing") });
    setFaults(found);
    if (found.length > 0) return;
    change.mutate(
      {
        kind,
        id: site.id,
        on,
        reason: reason.trim(),
        toId: known ? (to?.id ?? null) : null,
        address: known ? null : address.trim(),
      },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={t(`${kind}.title`)}
      save={t(`${kind}.do`)}
      busy={change.isPending}
      error={change.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide={moves}
    >
      <p>{t(`${kind}.what`)}</p>
      {moves && (
        <>
          <RadioGroup
            size="small"
            legend={t("relocate.where")}
            value={known ? "known" : "new"}
            onChange={(value: string) => setKnown(value === "known")}
          >
            <Radio value="new">{t("relocate.newAddress")}</Radio>
            <Radio value="known">{t("relocate.known")}</Radio>
          </RadioGroup>
          {known ? (
            <ChooseSite
              id="state-to"
              except={site.id}
              chosen={to}
              onChoose={setTo}
              error={faultOf(faults, "state-to")}
            />
          ) : (
            <TextField
              id="state-address"
              size="small"
              label={t("relocate.address")}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              error={faultOf(faults, "state-address")}
            />
          )}
        </>
      )}
      <DateField
        id="state-on"
        label={t(`${kind}.on`)}
        value={on}
        max={todayHere()}
        onChange={setOn}
        error={faultOf(faults, "state-on")}
      />
      <Textarea
        id="state-reason"
        size="small"
        label={t("siteActs.reason")}
        description={t("siteActs.reasonHint")}
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={faultOf(faults, "state-reason")}
      />
    </FormDialog>
  );
}
