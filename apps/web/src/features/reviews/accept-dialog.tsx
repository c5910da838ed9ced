import { useEffect, useRef, type ReactNode } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { useAcceptPairs, type Accepted, type AcceptInput } from "./queries.ts";

function WhatWouldHappen({ seen }: { readonly seen: Accepted }): ReactNode {
  return (
    <div className="stack">
      <p>{t("accept.what", { n: seen.pairs, m: seen.merges })}</p>
      {seen.more && <p className="quiet">{t("accept.more")}</p>}
      {seen.merges === 0 && <p>{t("accept.nothing")}</p>}
      {seen.examples.length > 0 && (
        <div>
          <h2 className="item-title">{t("accept.examples")}</h2>
          <ul>
            {seen.examples.map((one) => (
              <li key={one.reviewId}>
                {t("accept.example", {
                  gone: one.gone,
                  kept: one.kept,
                  share: formatShare(one.probability),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {seen.left.length > 0 && (
        <div>
          <h2 className="item-title">{t("accept.left")}</h2>
          <ul>
            {seen.left.map((one) => (
              <li key={one.reason}>{t(`accept.left.${one.reason}`, { n: one.pairs })}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="quiet">{t("siteActs.reversible")}</p>
    </div>
  );
}

/** Accepts all pairs a filter finds, after a dry run has said what would happen. */
export default function AcceptDialog({
  filter,
  onDone,
  onClose,
}: {
  readonly filter: Omit<AcceptInput, "dryRun" | "expected">;
  readonly onDone: (merges: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const dry = useAcceptPairs();
  const accept = useAcceptPairs();
  const tried = useRef(false);
  useEffect(() => {
    if (tried.current) return;
    tried.current = true;
    dry.mutate({ ...filter, dryRun: true });
  }, [dry, filter]);
  const seen = dry.data;
  return (
    <ConfirmDialog
      title={t("accept.title")}
      what={seen === undefined && !dry.isError ? t("accept.counting") : ""}
      doIt={t("accept.do", { n: seen?.merges ?? 0 })}
      busy={dry.isPending || accept.isPending}
      error={dry.error ?? accept.error}
      onConfirm={() => {
        if (seen === undefined || seen.merges === 0) onClose();
        else
          accept.mutate(
            { ...filter, dryRun: false, expected: seen.pairs },
            { onSuccess: ({ merges }) => onDone(merges) },
          );
      }}
      onClose={onClose}
    >
      {seen !== undefined && <WhatWouldHappen seen={seen} />}
    </ConfirmDialog>
  );
}
