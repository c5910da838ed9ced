import { Button } from "@navikt/ds-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { BidPromise, Procurement } from "./queries.ts";
import { sayPlace } from "./say-place.ts";

const PromiseDialog = lazy(() => import("./promise-dialog.tsx"));

/** What bidders promised. Known to nobody outside. */
export function PromisesSection({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const { id, version, facts, can } = procurement;
  const [open, setOpen] = useState<{ readonly promise: BidPromise | null } | null>(null);
  const mayChange = can.write && (facts.stage === "published" || facts.stage === "evaluating");
  const remove = useChange((promiseId: string) =>
    api.procurements.setPromises({
      id,
      version,
      promises: facts.promises.filter((one) => one.id !== promiseId),
    }),
  );
  // Before publication there are no bids.
  if (facts.stage === "drafting") return null;
  const places = new Map(facts.instances.map((one) => [one.id, sayPlace(one)]));
  const columns: readonly DataColumn<BidPromise>[] = [
    {
      id: "bidder",
      header: t("promise.bidder"),
      names: true,
      value: ({ bidder }) => bidder,
      cell: ({ bidder, winning }) => (
        <>
          {bidder}
          {winning && (
            <span className="sub">
              <ToneTag tone="good">{t("promise.won")}</ToneTag>
            </span>
          )}
        </>
      ),
      exported: ({ bidder, winning }) => (winning ? `${bidder} (${t("promise.won")})` : bidder),
    },
    { id: "text", header: t("promise.text"), value: ({ text }) => text },
    {
      id: "criterion",
      header: t("promise.criterion"),
      value: ({ criterionId }) =>
        (criterionId === null ? undefined : places.get(criterionId)) ?? t("promise.noCriterion"),
    },
  ];
  const acts: DataColumn<BidPromise> = {
    id: "acts",
    header: t("instance.acts"),
    value: () => null,
    cell: (promise) => (
      <div className="row no-print">
        <Button
          size="xsmall"
          variant="tertiary"
          aria-label={t("promise.editOf", { bidder: promise.bidder })}
          onClick={() => setOpen({ promise })}
        >
          {t("promise.change")}
        </Button>
        <Button
          size="xsmall"
          variant="tertiary"
          data-color="danger"
          aria-label={t("promise.removeOf", { bidder: promise.bidder })}
          loading={remove.isPending && remove.variables === promise.id}
          onClick={() => remove.mutate(promise.id)}
        >
          {t("form.remove")}
        </Button>
      </div>
    ),
  };
  return (
    <section className="stack" aria-labelledby="promises">
      <div className="spread">
        <h2 className="section-title" id="promises">
          {t("promise.section")}
        </h2>
        {facts.promises.length > 0 && (
          <ExportRows name="promises" columns={columns} rows={facts.promises} />
        )}
      </div>
      <p className="small quiet">{t("promise.sectionWhat")}</p>
      {remove.error !== null && <ProblemNotice error={remove.error} />}
      {facts.promises.length === 0 ? (
        <p>{t("promise.none")}</p>
      ) : (
        <div className="card">
          <DataTable
            caption={t("promise.section")}
            columns={mayChange ? [...columns, acts] : columns}
            rows={facts.promises}
            rowKey={(promise) => promise.id}
          />
        </div>
      )}
      {mayChange && (
        <div className="no-print">
          <Button size="small" variant="secondary" onClick={() => setOpen({ promise: null })}>
            {t("promise.add")}
          </Button>
        </div>
      )}
      {open !== null && (
        <Suspense fallback={null}>
          <PromiseDialog
            procurement={procurement}
            promise={open.promise}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
