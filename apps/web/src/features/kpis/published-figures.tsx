import type { BandScheme, KpiPublication } from "@throughline/domain";
import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BandTag } from "./band-tag.tsx";
import { sayParts, sayTarget, sayValue } from "./say-figure.ts";

type Published = Pick<
  KpiPublication,
  "contract" | "year" | "asOf" | "supplierConduct" | "workerOutcomes" | "ownPractice" | "bands"
>;
type Figure = Published["supplierConduct"][number];

function figureColumns(bands: BandScheme): readonly DataColumn<Figure>[] {
  return [
    {
      id: "kpi",
      header: t("kpis.col.kpi"),
      names: true,
      value: (figure) => figure.name,
      cell: (figure) => (
        <>
          <strong>{figure.name}</strong>
          <span className="sub">
            {figure.kpi} · {figure.formula}
          </span>
        </>
      ),
    },
    {
      id: "figure",
      header: t("kpis.col.figure"),
      value: (figure) => figure.value,
      cell: (figure) =>
        figure.heldBack ? (
          <span className="quiet">{t("published.heldBack")}</span>
        ) : (
          <>
            <strong>{sayValue(figure.value, figure.unit)}</strong>
            <span className="sub">
              {[sayParts(figure), t(`kpis.basis.${figure.basis}`)]
                .filter((part) => part !== null)
                .join(" · ")}
            </span>
            <span className="sub">{figure.says}</span>
          </>
        ),
    },
    {
      id: "target",
      header: t("kpis.col.target"),
      value: (figure) => sayTarget(figure.target, figure.unit),
    },
    {
      id: "band",
      header: t("kpis.col.band"),
      value: (figure) => figure.bandLabel,
      cell: (figure) => <BandTag band={figure.band} bands={bands} />,
    },
    {
      id: "period",
      header: t("kpis.col.period"),
      value: (figure) => `${formatDate(figure.from)} – ${formatDate(figure.to)}`,
    },
  ];
}

/** Figures of a year as they are published: each section in a table of its own. */
export function PublishedFigures({ content }: { readonly content: Published }): ReactNode {
  const parts = [
    { key: "supplier_conduct", figures: content.supplierConduct },
    { key: "worker_outcomes", figures: content.workerOutcomes },
    { key: "own_practice", figures: content.ownPractice },
  ] as const;
  return (
    <div className="stack-large">
      {parts.map(({ key, figures }) => (
        <section key={key} className="stack" aria-labelledby={`published-${key}`}>
          <h2 className="section-title" id={`published-${key}`}>
            {t(`kpis.section.${key}`)}
          </h2>
          {figures.length === 0 ? (
            <p className="quiet">{t(`kpis.sectionNone.${key}`)}</p>
          ) : (
            <DataTable
              caption={t(`kpis.section.${key}`)}
              columns={figureColumns(content.bands)}
              rows={figures}
              rowKey={(figure) => `${figure.kpi} ${figure.from} ${figure.to}`}
            />
          )}
        </section>
      ))}
    </div>
  );
}
