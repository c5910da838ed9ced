import { Button } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { IntakeDetail } from "@throughline/contract";
import { useEffect, useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatBytes, formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ConfirmColumns } from "./confirm-columns.tsx";
import { IntakeDone, IntakeFailed } from "./intake-end.tsx";
import { IntakeProgress } from "./intake-progress.tsx";
import { IntakeReview } from "./intake-review.tsx";
import { IntakeSteps } from "./intake-steps.tsx";
import { crumbsOf, onwardOf } from "./onward-of.ts";
import { intakeQuery, isRunning, useIntakeBase, useIntakeId } from "./queries.ts";

const ScreenState = z.object({
  step: z.enum(["columns"]).optional().catch(undefined),
  /** The request it helps to answer, to go back to. */
  delivery: z.uuid().optional().catch(undefined),
});

function Lead({ intake }: { readonly intake: IntakeDetail }): ReactNode {
  const { contract } = intake;
  return (
    <p className="quiet">
      {contract === null ? (
        t("intake.forRecord")
      ) : (
        <AppLink href={`/contracts/${contract.id}`}>
          {t("intake.forContract", { title: contract.title })}
        </AppLink>
      )}
      {` · ${[intake.fileName ?? t("intakes.pasted"), formatBytes(intake.sizeBytes), formatInstant(intake.createdAt)].join(" · ")}`}
    </p>
  );
}

/** Address for another list with the same aim. */
function againOf(base: string, intake: IntakeDetail, delivery: string | undefined): string {
  if (intake.contract !== null) return `${base}/new?contract=${intake.contract.id}`;
  return `${base}/new?target=record${delivery === undefined ? "" : `&delivery=${delivery}`}`;
}

function Step({
  intake,
  columns,
  delivery,
  onColumns,
}: {
  readonly intake: IntakeDetail;
  readonly columns: boolean;
  readonly delivery: string | undefined;
  readonly onColumns: (open: boolean) => void;
}): ReactNode {
  const { base, guest } = useIntakeBase();
  switch (intake.state) {
    case "reading":
    case "checking":
    case "taking":
      return <IntakeProgress intake={intake} />;
    case "to_confirm":
      return <ConfirmColumns intake={intake} onDone={() => onColumns(false)} />;
    case "to_review":
      return columns && intake.can.confirm && intake.proposals.length > 0 ? (
        <ConfirmColumns intake={intake} onDone={() => onColumns(false)} />
      ) : (
        <IntakeReview
          intake={intake}
          onColumns={
            intake.can.confirm && intake.proposals.length > 0 ? () => onColumns(true) : null
          }
        />
      );
    case "taken":
      return <IntakeDone intake={intake} onward={onwardOf(guest, delivery)} />;
    case "cancelled":
      return (
        <section className="card stack">
          <p>
            {t("intake.cancelled")} {t("intake.keptNothing")}
          </p>
          <div>
            <ButtonLink href={againOf(base, intake, delivery)}>{t("intake.again")}</ButtonLink>
          </div>
        </section>
      );
    case "failed":
      return <IntakeFailed intake={intake} again={againOf(base, intake, delivery)} />;
  }
}

/** One list on its way in: the step it is at, and only that. */
export function IntakeScreen(): ReactNode {
  const intakeId = useIntakeId();
  const { base, guest } = useIntakeBase();
  const intake = useQuery(intakeQuery(intakeId));
  const [state, setState] = useUrlState(ScreenState);
  const [cancelling, setCancelling] = useState(false);
  const cancel = useChange(() => api.intakes.cancel({ intakeId }));
  const queries = useQueryClient();
  const running = isRunning(intake.data);
  useEffect(() => {
    // What was worked on is through: rows, lines and lists are others now.
    if (!running)
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== "me" && queryKey[2] !== "detail",
      });
  }, [running, queries]);
  return (
    <Loaded query={intake} lines={8} page>
      {(data) => (
        <>
          <PageHeading
            title={data.title}
            crumbs={crumbsOf(base, guest, state.delivery)}
            lead={<Lead intake={data} />}
            actions={
              data.can.cancel ? (
                <Button
                  size="small"
                  variant="tertiary"
                  data-color="danger"
                  onClick={() => setCancelling(true)}
                >
                  {t("intake.cancel")}
                </Button>
              ) : undefined
            }
          />
          <div className="stack">
            <IntakeSteps state={data.state} />
            <Step
              key={data.state}
              intake={data}
              columns={state.step === "columns"}
              delivery={state.delivery}
              onColumns={(open) => setState({ step: open ? "columns" : undefined })}
            />
          </div>
          {cancelling && data.can.cancel && (
            <ConfirmDialog
              title={t("intake.cancelTitle")}
              what={t("intake.cancelWhat")}
              doIt={t("intake.cancelDo")}
              busy={cancel.isPending}
              error={cancel.error}
              onClose={() => setCancelling(false)}
              onConfirm={() => cancel.mutate(undefined, { onSuccess: () => setCancelling(false) })}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
