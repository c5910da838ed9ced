import { Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";

const fields = ["purpose", "hopedOutcome", "brings"] as const;
export type AimText = Readonly<Record<(typeof fields)[number], string>>;

/** What is missing of what one side says it wants. */
export function faultsOfAim(aim: AimText): FormFault[] {
  return (["purpose", "hopedOutcome"] as const)
    .filter((name) => aim[name].trim() === "")
    .map((name) => ({ field: `aim-${name}`, message: t(`aim.fault.${name}`) }));
}

/** Purpose, hoped-for outcome, and what this side brings. */
export function AimFields({
  aim,
  faults,
  onChange,
}: {
  readonly aim: AimText;
  readonly faults: readonly FormFault[];
  readonly onChange: (aim: AimText) => void;
}): ReactNode {
  return fields.map((name) => (
    <Textarea
      key={name}
      id={`aim-${name}`}
      size="small"
      minRows={2}
      maxLength={4000}
      label={name === "brings" ? `${t("aim.brings")} ${t("form.optional")}` : t(`aim.${name}`)}
      description={t(`aim.${name}.help`)}
      value={aim[name]}
      error={faultOf(faults, `aim-${name}`)}
      onChange={(event) => onChange({ ...aim, [name]: event.target.value })}
    />
  ));
}

/** Says what our side wants; a new wording is agreed to anew. */
export function AimDialog({
  seriesId,
  from,
  wasAgreed,
  onClose,
}: {
  readonly seriesId: string;
  readonly from: AimText;
  /** The other side agreed to the wording that this one replaces. */
  readonly wasAgreed: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const [aim, setAim] = useState<AimText>(from);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const say = useChange((input: AimText) => api.dialogues.sayAim({ id: seriesId, ...input }));
  return (
    <FormDialog
      title={t("aim.sayTitle")}
      save={t("aim.sayDo")}
      busy={say.isPending}
      error={say.error}
      faults={faults}
      onClose={onClose}
      onSave={() => {
        const found = faultsOfAim(aim);
        setFaults(found);
        if (found.length === 0) say.mutate(aim, { onSuccess: onClose });
      }}
    >
      <p>{t(wasAgreed ? "aim.sayAnew" : "aim.sayWhat")}</p>
      <AimFields aim={aim} faults={faults} onChange={setAim} />
    </FormDialog>
  );
}
