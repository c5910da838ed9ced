import { Button, Modal } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { beginLarge } from "../../texts/begin-large.ts";
import { t } from "../../texts/t.ts";
import type { BulkAct, FoundByCheck } from "./findings-list.tsx";

/** Says how many rows it is about before it decides for all of them. */
export function BulkDialog({
  intakeId,
  finding,
  act,
  onClose,
}: {
  readonly intakeId: string;
  readonly finding: FoundByCheck;
  readonly act: BulkAct;
  readonly onClose: () => void;
}): ReactNode {
  const decide = useChange(() => api.intakes.decideCheck({ intakeId, check: finding.check, act }));
  const n = act === "undo_correction" ? finding.corrected : finding.rows;
  return (
    <Modal open onClose={onClose} header={{ heading: t(`review.bulkTitle.${act}`) }}>
      <Modal.Body>
        <div className="stack">
          {decide.error !== null && <ProblemNotice error={decide.error} />}
          <p>{t("review.bulkWhat", { title: beginLarge(finding.title), n })}</p>
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button
          loading={decide.isPending}
          onClick={() => decide.mutate(undefined, { onSuccess: onClose })}
        >
          {t("review.bulkDo", { n })}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t("form.cancel")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
