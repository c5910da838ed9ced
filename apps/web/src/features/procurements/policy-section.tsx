import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import { PreviewOfChange } from "./preview-of-change.tsx";
import { procurementQuery, type Procurement } from "./queries.ts";

/** Adds what the policy asks and is not there, after showing what that is. */
function TakeDialog({
  procurement,
  onClose,
}: {
  readonly procurement: Procurement;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version } = procurement;
  const current = useQuery(procurementQuery(id));
  const take = useChange(() => api.procurements.takeFromPolicy({ id, version, dryRun: false }));
  const preview = useQuery({
    queryKey: ["procurements", id, "take", version],
    queryFn: () => api.procurements.takeFromPolicy({ id, version, dryRun: true }),
    enabled: take.isIdle,
  });
  return (
    <FormDialog
      title={t("policyAsks.takeTitle")}
      save={t("policyAsks.take")}
      busy={take.isPending}
      error={take.error}
      onSave={() => take.mutate(undefined, { onSuccess: ({ done }) => done && onClose() })}
      onClose={onClose}
      onReload={() => {
        take.reset();
        void current.refetch();
      }}
      wide
    >
      {take.data !== undefined && !take.data.done ? (
        <PreviewOfChange preview={take.data} />
      ) : (
        <Loaded query={preview} lines={3}>
          {(found) => <PreviewOfChange preview={found} />}
        </Loaded>
      )}
    </FormDialog>
  );
}

/** The risk of what is bought, and why: data sets say a lot, so it opens on demand. */
function RiskSaid({ risk }: { readonly risk: Procurement["risk"] }): ReactNode {
  const because =
    risk.overridden === null
      ? [...new Set(risk.because.map(({ text }) => text))]
      : [t("policyAsks.riskSaid", { reason: risk.overridden.reason })];
  return (
    <div>
      <p>{t(`policyAsks.risk.${risk.level}`)}</p>
      {because.length > 0 && (
        <details>
          <summary className="small">{t("policyAsks.riskWhy")}</summary>
          <ul className="small quiet">
            {because.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What the policy asks of this procurement, what of that stands in it, and what people have to decide. */
export function PolicySection({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const [taking, setTaking] = useState(false);
  const { asked, missing, conflicts } = procurement.policy;
  const isMissing = (requirement: string, role: string): boolean =>
    missing.some((one) => one.requirement === requirement && one.role === role);
  return (
    <section className="stack" aria-labelledby="policy-asks">
      <h2 className="section-title" id="policy-asks">
        {t("policyAsks.title")}
      </h2>
      <RiskSaid risk={procurement.risk} />
      {asked.length === 0 ? (
        <p>{t("policyAsks.none")}</p>
      ) : (
        <ul className="card bare stack-small">
          {asked.map((one) => (
            <li key={`${one.requirement} ${one.role}`}>
              <div className="row">
                <strong>{one.title}</strong>
                <span className="small quiet">{t(`instance.role.${one.role}`)}</span>
                {isMissing(one.requirement, one.role) ? (
                  <ToneTag tone="break">{t("policyAsks.missing")}</ToneTag>
                ) : (
                  <ToneTag tone="good">{t("policyAsks.there")}</ToneTag>
                )}
              </div>
              <p className="small">{one.asks.text}</p>
              {one.undecided.length > 0 && (
                <p className="small care-text">
                  {t("policyAsks.undecided", { parameters: one.undecided.join(", ") })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && (
        <div className="notice notice-care">
          <h3 className="item-title">{t("policyAsks.conflicts")}</h3>
          <ul>
            {conflicts.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {missing.length > 0 && procurement.can.change && (
        <div className="no-print">
          <Button size="small" variant="secondary" onClick={() => setTaking(true)}>
            {t("policyAsks.takeAsk", { n: missing.length })}
          </Button>
        </div>
      )}
      {taking && <TakeDialog procurement={procurement} onClose={() => setTaking(false)} />}
    </section>
  );
}
