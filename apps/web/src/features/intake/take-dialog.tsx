import { Button, Modal } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { IntakeDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { sayChanges } from "../../components/change-table.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { intakeChangesQuery } from "./queries.ts";

/** What taking the list would do, before it is done. */
export function TakeDialog({
  intake,
  onClose,
}: {
  readonly intake: IntakeDetail;
  readonly onClose: () => void;
}): ReactNode {
  const changes = useQuery({
    ...intakeChangesQuery(intake.id),
    enabled: intake.target === "record",
  });
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => api.intakes.take({ intakeId: intake.id, version: intake.version }),
    // Only where it stands: what it would change is no question any more, and the rest follows once it is taken.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["intakes", intake.id, "detail"] }),
  });
  const { accepted, corrected, rejected } = intake.counts ?? {
    accepted: 0,
    corrected: 0,
    rejected: 0,
  };
  const n = accepted + corrected;
  return (
    <Modal open onClose={onClose} header={{ heading: t("take.title") }} width="46rem">
      <Modal.Body>
        <div className="stack">
          {take.error !== null && <ProblemNotice error={take.error} onReload={onClose} />}
          <p>
            {intake.contract === null
              ? t("take.record", { n })
              : t("take.contract", { n, title: intake.contract.title })}
          </p>
          {corrected > 0 && <p>{t("take.corrected", { n: corrected })}</p>}
          {rejected > 0 && <p>{t("take.rejected", { n: rejected })}</p>}
          {intake.target === "record" && changes.data !== undefined && (
            <p>
              {changes.data.changes.length === 0
                ? t("take.noChanges")
                : sayChanges(changes.data.changes)}
            </p>
          )}
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button
          loading={take.isPending}
          disabled={n === 0}
          onClick={() => take.mutate(undefined, { onSuccess: onClose })}
        >
          {t("take.do", { n })}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t("take.back")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
