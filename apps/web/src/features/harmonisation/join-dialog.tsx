import { TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";

/** Joins a group by the code its convenor gave. */
export function JoinDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const go = useGo();
  const [code, setCode] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const join = useChange((given: string) => api.harmonisation.join({ code: given }));
  function save(): void {
    const found =
      code.trim().length < 6
        ? [{ field: "group-code", message: t("harmonisation.codeFault") }]
        : [];
    setFaults(found);
    if (found.length === 0)
      join.mutate(code.trim(), {
        onSuccess: ({ groupId }) => go(`/harmonisation/groups/${groupId}`),
      });
  }
  return (
    <FormDialog
      title={t("harmonisation.join")}
      save={t("harmonisation.joinDo")}
      busy={join.isPending}
      error={join.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("harmonisation.joinWhat")}</p>
      <TextField
        id="group-code"
        size="small"
        autoComplete="off"
        label={t("harmonisation.code")}
        value={code}
        error={faultOf(faults, "group-code")}
        onChange={(event) => setCode(event.target.value)}
      />
    </FormDialog>
  );
}
