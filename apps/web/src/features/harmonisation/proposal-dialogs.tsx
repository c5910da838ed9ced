import { Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { Proposal } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

interface DialogProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** Puts a draft out for comment; every member of the group sees it then. */
export function PutOutDialog({ proposal, onClose }: DialogProps): ReactNode {
  const [until, setUntil] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const putOut = useChange((commentUntil: string) =>
    api.harmonisation.putOut({
      proposalId: proposal.id,
      version: proposal.version,
      commentUntil,
    }),
  );
  function save(): void {
    const found =
      until <= todayHere() ? [{ field: "comment-until", message: t("proposal.untilFault") }] : [];
    setFaults(found);
    if (found.length === 0) putOut.mutate(until, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("proposal.putOut")}
      save={t("proposal.putOut")}
      busy={putOut.isPending}
      error={putOut.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <p className="measure">{t("proposal.putOutWhat")}</p>
      <DateField
        id="comment-until"
        label={t("proposal.commentUntil")}
        value={until}
        error={faultOf(faults, "comment-until")}
        onChange={setUntil}
      />
    </FormDialog>
  );
}

/** Closes the comments with what people agreed, in words. */
export function CloseDialog({ proposal, onClose }: DialogProps): ReactNode {
  const [outcome, setOutcome] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const close = useChange((said: string) =>
    api.harmonisation.close({ proposalId: proposal.id, version: proposal.version, outcome: said }),
  );
  function save(): void {
    const found =
      outcome.trim() === ""
        ? [{ field: "proposal-said", message: t("proposal.outcomeFault") }]
        : [];
    setFaults(found);
    if (found.length === 0) close.mutate(outcome.trim(), { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("proposal.close")}
      save={t("proposal.close")}
      busy={close.isPending}
      error={close.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <Textarea
        id="proposal-said"
        size="small"
        minRows={3}
        maxLength={4000}
        label={t("proposal.outcomeLabel")}
        description={t("proposal.outcomeHelp")}
        value={outcome}
        error={faultOf(faults, "proposal-said")}
        onChange={(event) => setOutcome(event.target.value)}
      />
    </FormDialog>
  );
}

/** Makes what the proposal says for us our own; shows first what we would ask then. */
export function TakeDialog({ proposal, onClose }: DialogProps): ReactNode {
  const preview = useQuery({
    queryKey: ["harmonisation", "proposal", proposal.id, "take"],
    queryFn: () => api.harmonisation.take({ proposalId: proposal.id, dryRun: true }),
  });
  const take = useChange(() => api.harmonisation.take({ proposalId: proposal.id, dryRun: false }));
  return (
    <FormDialog
      title={t("proposal.take")}
      save={t("proposal.takeDo")}
      busy={take.isPending}
      error={take.error}
      onSave={() => {
        if (preview.data !== undefined) take.mutate(undefined, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <p className="measure">{t("proposal.takeWhat")}</p>
      <Loaded query={preview} lines={2}>
        {({ says }) => (
          <p>
            <strong>{says.text}</strong>
          </p>
        )}
      </Loaded>
    </FormDialog>
  );
}
