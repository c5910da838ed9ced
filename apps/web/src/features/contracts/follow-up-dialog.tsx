import { Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import { contractQuery, membersQuery } from "./queries.ts";

/** Assigns the person who follows the contract up. */
export default function FollowUpDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  const members = useQuery(membersQuery);
  const current = useQuery(contractQuery(contract.id));
  const [personId, setPersonId] = useState(contract.followUp?.personId ?? "");
  const [hours, setHours] = useState(contract.followUp?.hoursPerMonth?.toString() ?? "");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const revise = useChange((input: Parameters<typeof api.contracts.revise>[0]) =>
    api.contracts.revise(input),
  );
  function save(): void {
    const number = hours.trim() === "" ? null : Number(hours.replace(",", "."));
    const found: FormFault[] = [
      ...(personId === ""
        ? [
            {
              field: "follow-person",
              message: t("fault.required", { field: t("follow.person").toLowerCase() }),
            },
          ]
        : []),
      ...(number !== null && !(number >= 0)
        ? [{ field: "follow-hours", message: t("fault.hours") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const name = members.data?.items.find((member) => member.personId === personId)?.name ?? null;
    revise.mutate(
      {
        id: contract.id,
        version: contract.version,
        followUp: { personId, name, hoursPerMonth: number },
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("follow.title")}
      save={t("follow.save")}
      busy={revise.isPending}
      error={revise.error ?? members.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={() => {
        revise.reset();
        void current.refetch();
      }}
    >
      <Select
        id="follow-person"
        label={t("follow.person")}
        value={personId}
        error={faultOf(faults, "follow-person")}
        onChange={(event) => setPersonId(event.target.value)}
      >
        <option value="">–</option>
        {members.data?.items.map((member) => (
          <option key={member.personId} value={member.personId}>
            {member.name}
          </option>
        ))}
      </Select>
      <TextField
        id="follow-hours"
        inputMode="decimal"
        label={`${t("field.hours")} ${t("form.optional")}`}
        value={hours}
        error={faultOf(faults, "follow-hours")}
        onChange={(event) => setHours(event.target.value)}
      />
    </FormDialog>
  );
}
