import { Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { t } from "../../texts/t.ts";
import { membersQuery, type DutyRow } from "./queries.ts";

/** Says who looks after duties; nobody named leaves it with whoever follows up the clause. */
export function OwnerDialog({
  duties,
  onClose,
}: {
  readonly duties: readonly DutyRow[];
  readonly onClose: (done: boolean) => void;
}): ReactNode {
  const [first, ...others] = duties;
  const members = useQuery(membersQuery);
  const [personId, setPersonId] = useState(others.length === 0 ? (first?.ownerPersonId ?? "") : "");
  const [role, setRole] = useState(others.length === 0 ? (first?.ownerRole ?? "") : "");
  const change = useChange((input: Parameters<typeof api.duties.setOwner>[0]) =>
    api.duties.setOwner(input),
  );
  return (
    <FormDialog
      title={t("duties.ownerTitle", { n: duties.length })}
      save={t("duties.ownerDo")}
      busy={change.isPending}
      error={change.error ?? members.error}
      onSave={() =>
        change.mutate(
          {
            duties: duties.map((duty) => ({ contractId: duty.contract.id, dutyKey: duty.key })),
            personId: personId === "" ? null : personId,
            role: role.trim() === "" ? null : role.trim(),
          },
          { onSuccess: () => onClose(true) },
        )
      }
      onClose={() => onClose(false)}
    >
      <p className="quiet">{t("duties.ownerWhat")}</p>
      <Select
        size="small"
        label={t("duties.ownerMember")}
        value={personId}
        onChange={(event) => setPersonId(event.target.value)}
      >
        <option value="">{t("duties.ownerNone")}</option>
        {members.data?.items.map((member) => (
          <option key={member.personId} value={member.personId}>
            {member.name}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        maxLength={200}
        label={`${t("duties.ownerRole")} ${t("form.optional")}`}
        value={role}
        onChange={(event) => setRole(event.target.value)}
      />
    </FormDialog>
  );
}
