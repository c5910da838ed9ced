import { Button, Loader, Modal } from "@navikt/ds-react";
import { useEffect, useRef, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";

/** Screens the sites of the contract at once and says what came out. */
export default function ScreenDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  const screen = useChange((contractId: string) => api.screening.run({ contractId }));
  const begun = useRef(false);
  const { mutate } = screen;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate(contract.id);
  }, [contract.id, mutate]);
  return (
    <Modal open onClose={onClose} header={{ heading: t("next.screen_sites") }}>
      <Modal.Body>
        <div role="status">
          {screen.data === undefined && !screen.isError && <Loader title={t("app.loading")} />}
          {screen.data !== undefined && <p>{t("next.screened", screen.data)}</p>}
          {screen.data !== undefined && screen.data.unsearchable > 0 && (
            <p>{t("next.unsearchable", { n: screen.data.unsearchable })}</p>
          )}
        </div>
        {screen.isError && (
          <ProblemNotice error={screen.error} onRetry={() => mutate(contract.id)} />
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose}>{t("form.close")}</Button>
      </Modal.Footer>
    </Modal>
  );
}
