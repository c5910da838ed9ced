import { Button, Loader, Modal } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { LinkAndCode } from "../../components/link-and-code.tsx";

/** Link and code of a sent request, to hand over again or to make anew. */
export function LinkDialog({
  requestId,
  onClose,
}: {
  readonly requestId: string;
  readonly onClose: () => void;
}): ReactNode {
  const shown = useQuery({
    // Kept nowhere once the dialog is closed, and never asked for by itself: each showing is recorded.
    queryKey: ["request-link", requestId],
    queryFn: () => api.requests.revealLink({ requestId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const queries = useQueryClient();
  const renew = useMutation({
    mutationFn: () => api.requests.renewLink({ requestId }),
    // Only what shows requests: the secrets themselves are not to be asked for a second time.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["requests"] }),
  });
  const secrets = renew.data ?? shown.data;
  return (
    <Modal open onClose={onClose} header={{ heading: t("link.title") }}>
      <Modal.Body>
        <div className="stack">
          {(renew.error ?? shown.error) !== null && (
            <ProblemNotice error={renew.error ?? shown.error} />
          )}
          {secrets === undefined ? (
            shown.isPending && <Loader title={t("app.loading")} />
          ) : (
            <>
              {renew.data !== undefined && <p role="status">{t("link.renewed")}</p>}
              <LinkAndCode {...secrets} />
              <p className="small quiet">{t("link.shown")}</p>
              <details className="plain">
                <summary>{t("link.renew")} …</summary>
                <div className="stack-small">
                  <p>{t("link.renewWhat")}</p>
                  <div>
                    <Button
                      size="small"
                      variant="secondary"
                      data-color="danger"
                      loading={renew.isPending}
                      onClick={() => renew.mutate()}
                    >
                      {t("link.renew")}
                    </Button>
                  </div>
                </div>
              </details>
            </>
          )}
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose}>{t("form.close")}</Button>
      </Modal.Footer>
    </Modal>
  );
}
