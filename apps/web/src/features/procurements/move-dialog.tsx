import { Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { movesFrom } from "./moves-from.ts";
import { procurementQuery, type Procurement } from "./queries.ts";

/** Moves it on, or back with a reason. */
export default function MoveDialog({
  procurement,
  onClose,
}: {
  readonly procurement: Procurement;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, facts } = procurement;
  const offered = movesFrom(facts.stage);
  const [stage, setStage] = useState(offered[0]);
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const current = useQuery(procurementQuery(id));
  const move = useChange((input: Parameters<typeof api.procurements.moveOn>[0]) =>
    api.procurements.moveOn(input),
  );
  const needsReason =
    stage === "drafting" ||
    stage === "published" ||
    (stage === "closed" && facts.stage !== "awarded");
  function save(): void {
    if (stage === undefined) return;
    if (needsReason && reason.trim() === "")
      return setFaults([{ field: "move-reason", message: t("move.fault.reason") }]);
    setFaults([]);
    move.mutate(
      { id, version, stage, reason: reason.trim() === "" ? null : reason.trim() },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("move.title")}
      save={t("move.do")}
      busy={move.isPending}
      error={move.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={() => {
        move.reset();
        void current.refetch();
      }}
    >
      <RadioGroup
        size="small"
        legend={t("move.to")}
        value={stage ?? ""}
        onChange={(value: string) => setStage(offered.find((one) => one === value))}
      >
        {offered.map((one) => (
          <Radio key={one} value={one}>
            {t(`move.to.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Textarea
        id="move-reason"
        size="small"
        minRows={2}
        label={needsReason ? t("move.reason") : `${t("move.reason")} ${t("form.optional")}`}
        value={reason}
        error={faultOf(faults, "move-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
