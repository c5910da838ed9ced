import { Button, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { Recognition } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { HarmonisationNav } from "./harmonisation-nav.tsx";
import { recognitionsQuery } from "./queries.ts";

function DecideDialog({
  recognition,
  accepted,
  onClose,
}: {
  readonly recognition: Recognition;
  readonly accepted: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const decide = useChange((said: string) =>
    api.harmonisation.decideRecognition({
      sharedFollowUpId: recognition.sharedFollowUpId,
      conditionId: recognition.ours.conditionId,
      contractId: recognition.ours.contractId,
      accepted,
      reason: said,
    }),
  );
  // What the rule does not carry, and what is refused although it would, needs a reason.
  const needsReason = accepted !== recognition.recognised;
  function save(): void {
    const found =
      needsReason && reason.trim() === ""
        ? [{ field: "recognition-reason", message: t("recognition.reasonFault") }]
        : [];
    setFaults(found);
    if (found.length === 0) decide.mutate(reason.trim(), { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t(accepted ? "recognition.accept" : "recognition.refuse")}
      save={t(accepted ? "recognition.accept" : "recognition.refuse")}
      busy={decide.isPending}
      error={decide.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p className="measure">
        {t(accepted ? "recognition.acceptWhat" : "recognition.refuseWhat", {
          by: recognition.by,
          clause: recognition.ours.clause,
          contract: recognition.ours.contract,
        })}
      </p>
      <TextField
        id="recognition-reason"
        size="small"
        maxLength={1000}
        label={
          needsReason ? t("recognition.reason") : `${t("recognition.reason")} ${t("form.optional")}`
        }
        value={reason}
        error={faultOf(faults, "recognition-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

/** A clause of a framework is met with under each of its contracts. */
function keyOf({ sharedFollowUpId, ours }: Recognition): string {
  return `${sharedFollowUpId}-${ours.contractId}-${ours.conditionId}`;
}

function RecognitionCard({
  recognition,
  mayDecide,
  onDecide,
}: {
  readonly recognition: Recognition;
  readonly mayDecide: boolean;
  readonly onDecide: (accepted: boolean) => void;
}): ReactNode {
  const { decision, ours } = recognition;
  const withdraw = useChange((decisionId: string) =>
    api.harmonisation.withdrawRecognition({ decisionId }),
  );
  const id = keyOf(recognition);
  return (
    <li className="card stack-small" aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {t("recognition.heading", { supplier: recognition.supplier, title: recognition.title })}
      </h2>
      <p>
        {t("recognition.theirs", {
          by: recognition.by,
          method: recognition.methodSays,
          on: formatDate(recognition.followedUpOn),
        })}{" "}
        {recognition.result}
      </p>
      <p>
        {t("recognition.ours", { clause: ours.clause })}{" "}
        <AppLink href={`/contracts/${ours.contractId}`}>{ours.contract}</AppLink>
      </p>
      <ul>
        {recognition.reasons.map((reason) => (
          <li key={reason.about}>
            <ToneTag tone={reason.holds ? "good" : "care"}>
              {t(reason.holds ? "recognition.holds" : "recognition.holdsNot")}
            </ToneTag>{" "}
            {reason.sentence.text}
          </li>
        ))}
      </ul>
      {withdraw.isError && <ProblemNotice error={withdraw.error} />}
      {decision === null ? (
        mayDecide && (
          <div className="row no-print">
            <Button
              size="small"
              variant={recognition.recognised ? "primary" : "secondary"}
              onClick={() => onDecide(true)}
            >
              {t("recognition.accept")}
            </Button>
            <Button size="small" variant="secondary" onClick={() => onDecide(false)}>
              {t("recognition.refuse")}
            </Button>
          </div>
        )
      ) : (
        <div className="spread">
          <p>
            <ToneTag tone={decision.accepted ? "good" : "quiet"}>
              {t(decision.accepted ? "recognition.accepted" : "recognition.refused")}
            </ToneTag>{" "}
            {t("recognition.decided", {
              who: decision.by ?? t("duties.somebody"),
              on: formatDate(decision.on),
            })}{" "}
            {decision.reason}
          </p>
          {mayDecide && (
            <Button
              className="no-print"
              size="small"
              variant="tertiary"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate(decision.id)}
            >
              {t("recognition.undo")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Others' follow-ups that may count for conditions of ours: computed with reasons, decided by people. */
export function RecognitionsScreen(): ReactNode {
  const query = useQuery(recognitionsQuery);
  const [task, setTask] = useState<{
    readonly recognition: Recognition;
    readonly accepted: boolean;
  } | null>(null);
  return (
    <>
      <PageHeading
        title={t("recognition.title")}
        lead={<p className="quiet measure">{t("recognition.what")}</p>}
      />
      <HarmonisationNav />
      <Loaded query={query} lines={6}>
        {({ recognitions, can }) =>
          recognitions.length === 0 ? (
            <EmptyState title={t("recognition.empty")} what={t("recognition.emptyWhat")} />
          ) : (
            <ul className="plain-cards stack">
              {recognitions.map((recognition) => (
                <RecognitionCard
                  key={keyOf(recognition)}
                  recognition={recognition}
                  mayDecide={can.decide}
                  onDecide={(accepted) => setTask({ recognition, accepted })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {task !== null && <DecideDialog {...task} onClose={() => setTask(null)} />}
    </>
  );
}
