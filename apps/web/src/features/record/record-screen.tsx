import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { recordQuery } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { AddSites } from "../../components/record/add-sites.tsx";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { HolderTable } from "./holder-table.tsx";
import type { RecordOverview } from "./queries.ts";
import { RecordHeading } from "./record-heading.tsx";
import { RecordHistory } from "./record-history.tsx";

function Counts({ record }: { readonly record: RecordOverview }): ReactNode {
  const counts = [
    ["sites", "/record/sites"],
    ["masked", "/record/sites"],
    ["products", "/record/products"],
    ["links", "/record/made-where"],
    ["answers", "/record/other-answers"],
  ] as const;
  return (
    <section className="card" aria-label={t("record.counts")}>
      <ul className="figures-plain">
        {counts
          .filter(([name]) => name !== "masked" || record.masked > 0)
          .map(([name, href]) => (
            <li key={name}>
              <AppLink href={href}>
                <strong className="value">{formatNumber(record[name])}</strong>{" "}
                {t(`record.${name}`, { n: record[name] })}
              </AppLink>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The yearly refresh: unchanged rows are confirmed in one act. */
function Refresh({ record }: { readonly record: RecordOverview }): ReactNode {
  const [asking, setAsking] = useState(false);
  const confirm = useChange(() => api.record.confirm({ all: true }));
  const { refresh } = record;
  return (
    <section
      className={refresh.due ? "banner banner-care" : "banner banner-quiet"}
      aria-labelledby="refresh"
    >
      <div>
        <h2 className="section-title" id="refresh">
          {t("record.refresh")}
        </h2>
        <p>{refresh.sentence.text}</p>
        {confirm.data !== undefined && (
          <p role="status">{t("record.confirmed", { n: confirm.data.confirmed })}</p>
        )}
      </div>
      {record.can.write && record.unconfirmed > 0 && (
        <div className="row no-print">
          <ButtonLink size="small" variant="secondary" href="/record/sites?unconfirmed=true">
            {t("record.seeUnconfirmed")}
          </ButtonLink>
          <Button size="small" onClick={() => setAsking(true)}>
            {t("record.confirmAll")}
          </Button>
        </div>
      )}
      {asking && (
        <FormDialog
          title={t("record.confirmAllTitle")}
          save={t("record.confirmAllDo")}
          busy={confirm.isPending}
          error={confirm.error}
          onClose={() => setAsking(false)}
          onSave={() => confirm.mutate(undefined, { onSuccess: () => setAsking(false) })}
        >
          <p>{t("record.confirmAllWhat")}</p>
        </FormDialog>
      )}
    </section>
  );
}

/** What we say once: how much it is, how fresh, who holds a copy of it. */
export function RecordScreen(): ReactNode {
  const record = useQuery(recordQuery);
  return (
    <>
      <RecordHeading
        title={t("record.title")}
        lead={<p className="quiet measure">{t("record.what")}</p>}
        actions={
          record.data?.can.release === true && record.data.sites + record.data.answers > 0 ? (
            <ButtonLink href="/releases/new">{t("record.release")}</ButtonLink>
          ) : undefined
        }
      />
      <Loaded query={record} lines={8}>
        {(data) => {
          const empty = data.sites + data.products + data.answers === 0;
          return (
            <div className="stack">
              {empty ? (
                <EmptyState title={t("record.empty")} what={t("record.emptyWhat")} />
              ) : (
                <>
                  <Counts record={data} />
                  {data.sites > 0 && <Refresh record={data} />}
                </>
              )}
              {data.can.write ? (
                <AddSites deliveryId={null} intakes="/intakes" />
              ) : (
                <p className="quiet">{t("record.mayNot")}</p>
              )}
              {!empty && (
                <section className="card stack-small" aria-labelledby="holders">
                  <h2 className="section-title" id="holders">
                    {t("record.holders")}
                  </h2>
                  {data.holders.length === 0 ? (
                    <p className="quiet">{t("record.holdersNone")}</p>
                  ) : (
                    <HolderTable holders={data.holders} />
                  )}
                </section>
              )}
              <div className="row no-print">
                <AppLink href="/intakes">{t("record.lists")}</AppLink>
                <RecordHistory kind="record" />
              </div>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
