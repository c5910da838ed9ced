import { Button, Modal } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

/** Asks once more before a mail leaves. */
export function RemindDialog({
  request,
  onClose,
}: {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  const remind = useChange(() => api.requests.remind({ requestId: request.id }));
  return (
    <Modal open onClose={onClose} header={{ heading: t("remind.title") }}>
      <Modal.Body>
        <div className="stack">
          {remind.error !== null && <ProblemNotice error={remind.error} />}
          <p>{t("remind.what", { to: request.delivery?.toAddress ?? request.addressee })}</p>
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button
          loading={remind.isPending}
          onClick={() => remind.mutate(undefined, { onSuccess: onClose })}
        >
          {t("remind.do")}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t("form.cancel")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
