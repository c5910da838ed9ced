import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AsOfPicker, PastNotice } from "../../components/as-of-picker.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { FilterSelect } from "../../components/list-search.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { BandTag } from "./band-tag.tsx";
import { EntryDialog } from "./entry-dialog.tsx";
import { EntryList } from "./entry-list.tsx";
import { KpiChart } from "./kpi-chart.tsx";
import { FigureCell, figureOf } from "./kpi-columns.tsx";
import { MeasurementRows } from "./measurement-rows.tsx";
import {
  bandsQuery,
  kpiQuery,
  kpiSeriesQuery,
  type Bands,
  type KpiDetail,
  type KpiPoint,
} from "./queries.ts";
import { sayPeriod, sayTarget, sayValue } from "./say-figure.ts";

const State = z.object({
  months: z.coerce.number().int().min(1).max(60).catch(3).default(3),
  on: z.iso.date().optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

function pointColumns(bands: Bands, unit: string): readonly DataColumn<KpiPoint>[] {
  return [
    {
      id: "period",
      header: t("kpis.col.period"),
      names: true,
      value: (point) => sayPeriod(point.period),
    },
    {
      id: "computed",
      header: t("kpis.basis.computed"),
      value: (point) => point.computed,
      cell: (point) => sayValue(point.computed, unit),
    },
    {
      id: "entered",
      header: t("kpis.basis.entered"),
      value: (point) => point.entered,
      cell: (point) => (point.entered === null ? "–" : sayValue(point.entered, unit)),
    },
    { id: "says", header: t("series.says"), value: (point) => point.says.text },
    {
      id: "band",
      header: t("kpis.col.band"),
      value: (point) => bands.labels[point.rating.band],
      cell: (point) => <BandTag band={point.rating.band} bands={bands} />,
    },
  ];
}

function sayPeriodOf(points: readonly KpiPoint[], to: string): string {
  const point = points.find((one) => one.period.to === to);
  return point === undefined ? to : sayPeriod(point.period);
}

/** What the figure says, where it comes from, and what else has to be known with it. */
function Figure({ data, bands }: { readonly data: KpiDetail; readonly bands: Bands }): ReactNode {
  const { standing, catalogue } = data;
  const figure = figureOf(standing);
  return (
    <section className="card stack-small" aria-labelledby="kpi-figure">
      <h2 className="section-title" id="kpi-figure">
        {sayPeriod(standing.period)}
      </h2>
      <div className="kpi-big">
        <FigureCell standing={standing} />
      </div>
      {figure !== null && <p>{figure.says.text}</p>}
      {figure?.besides.map((sentence) => (
        <p key={sentence.text}>{sentence.text}</p>
      ))}
      <p>
        <BandTag band={standing.rating.band} bands={bands} /> {standing.rating.says.text}
      </p>
      <dl className="about">
        <div>
          <dt>{t("kpis.col.target")}</dt>
          <dd>{sayTarget(standing.assignment.target, catalogue.unit)}</dd>
        </div>
        <div>
          <dt>{t("catalogue.formula")}</dt>
          <dd>{catalogue.formula}</dd>
        </div>
        <div>
          <dt>{t("catalogue.dimension")}</dt>
          <dd>
            {t(`kpis.dimension.${catalogue.dimension}`)}. {catalogue.because}
          </dd>
        </div>
        <div>
          <dt>{t("catalogue.source")}</dt>
          <dd>{catalogue.source}</dd>
        </div>
      </dl>
    </section>
  );
}

/** One KPI of a contract: the figure, the rows behind it, its course, and all that was entered. */
export function MeasurementScreen(): ReactNode {
  const { id, kpi } = useParams({
    strict: false,
    select: (params: { readonly contractId?: string; readonly kpi?: string }) => ({
      id: params.contractId ?? "",
      kpi: params.kpi ?? "",
    }),
  });
  const [{ months, on, asOf, after }, setState] = useUrlState(State);
  const [entering, setEntering] = useState<{
    readonly corrects: KpiDetail["entries"][number] | null;
  } | null>(null);
  const dated = { ...(on === undefined ? {} : { on }), ...(asOf === undefined ? {} : { asOf }) };
  const query = useQuery(
    kpiQuery({ id, kpi, months, limit: 50, ...dated, ...(after === undefined ? {} : { after }) }),
  );
  const series = useQuery(
    kpiSeriesQuery({ id, kpi, months, count: 16, ...(asOf === undefined ? {} : { asOf }) }),
  );
  const bands = useQuery(bandsQuery);
  const measured = useChange((input: Parameters<typeof api.kpis.recordMeasured>[0]) =>
    api.kpis.recordMeasured(input),
  );
  return (
    <Loaded query={query} lines={10} page>
      {(data) => {
        const { standing, catalogue, contract } = data;
        const scheme = bands.data?.bands;
        const writes = data.can.write && asOf === undefined;
        return (
          <>
            <PageHeading
              title={`${catalogue.name} (${catalogue.id})`}
              crumbs={[
                { href: "/contracts", text: t("contracts.title") },
                { href: `/contracts/${id}`, text: contract.title },
                { href: `/contracts/${id}/kpis`, text: t("kpis.title") },
              ]}
              actions={
                writes && (
                  <>
                    <Button size="small" onClick={() => setEntering({ corrects: null })}>
                      {t("kpis.enter")}
                    </Button>
                    {standing.computed !== null && (
                      <Button
                        size="small"
                        variant="secondary"
                        loading={measured.isPending}
                        onClick={() => measured.mutate({ id, kpi, on: standing.period.to })}
                      >
                        {t("kpis.lookedAt")}
                      </Button>
                    )}
                  </>
                )
              }
            />
            <div className="stack-large">
              <AsOfPicker
                key={asOf}
                asOf={asOf ?? null}
                onChange={(date) =>
                  setState({ asOf: date ?? undefined, after: undefined }, { push: true })
                }
              />
              {asOf !== undefined && (
                <PastNotice
                  asOf={asOf}
                  onBack={() => setState({ asOf: undefined }, { push: true })}
                />
              )}
              {series.data !== undefined && (
                <div className="row-end no-print">
                  <FilterSelect
                    label={t("kpis.period")}
                    value={standing.period.to}
                    values={series.data.points.map((point) => point.period.to).reverse()}
                    say={(to) => sayPeriodOf(series.data.points, to)}
                    onChange={(to) => setState({ on: to, after: undefined }, { push: true })}
                  />
                </div>
              )}
              {measured.isError && <ProblemNotice error={measured.error} />}
              {measured.data !== undefined && (
                <p role="status" className="notice notice-good">
                  {t("kpis.lookedAtDone", { n: measured.data.dutiesPerformed })}
                </p>
              )}
              {scheme !== undefined && <Figure data={data} bands={scheme} />}
              <section className="stack" aria-labelledby="kpi-rows">
                <h2 className="section-title" id="kpi-rows">
                  {t("rows.title")}
                </h2>
                {standing.computed === null ? (
                  <p className="quiet">{t("rows.entered")}</p>
                ) : standing.computed.rows.length === 0 ? (
                  <p className="quiet">{t("rows.none")}</p>
                ) : (
                  <>
                    <p className="quiet" role="status">
                      {t("rows.shown", {
                        n: standing.computed.rows.length,
                        total: standing.computed.rowCount,
                      })}
                    </p>
                    <MeasurementRows rows={standing.computed.rows} />
                    <PageSteps
                      after={after}
                      next={data.next}
                      onGo={(next) => setState({ after: next }, { push: true })}
                    />
                  </>
                )}
              </section>
              <section className="stack" aria-labelledby="kpi-series">
                <h2 className="section-title" id="kpi-series">
                  {t("series.title")}
                </h2>
                <Loaded query={series}>
                  {({ points }) => (
                    <>
                      <KpiChart
                        points={points}
                        target={standing.assignment.target.number}
                        unit={catalogue.unit}
                      />
                      {scheme !== undefined && (
                        <details className="plain">
                          <summary>{t("series.table")}</summary>
                          <DataTable
                            caption={t("series.title")}
                            columns={pointColumns(scheme, catalogue.unit)}
                            rows={[...points].reverse()}
                            rowKey={(point) => point.period.from}
                          />
                        </details>
                      )}
                    </>
                  )}
                </Loaded>
              </section>
              <EntryList
                entries={data.entries}
                unit={catalogue.unit}
                bands={scheme}
                onCorrect={writes ? (corrects) => setEntering({ corrects }) : null}
              />
            </div>
            {entering !== null && scheme !== undefined && (
              <EntryDialog
                contractId={id}
                kpi={kpi}
                name={catalogue.name}
                narrative={
                  standing.assignment.target.number === null &&
                  standing.assignment.target.words !== null
                }
                period={standing.period}
                bands={scheme}
                corrects={entering.corrects}
                onClose={() => setEntering(null)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
