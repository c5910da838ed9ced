import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BandTag } from "./band-tag.tsx";
import type { Bands, KpiListRow } from "./queries.ts";
import { sayParts, sayPeriod, sayTarget, sayValue } from "./say-figure.ts";

type Standing = Omit<KpiListRow, "contract" | "owner">;

/** The figure that is rated, else whichever is there. */
export function figureOf(standing: Standing): KpiListRow["computed"] {
  return standing.rating.of === "entered"
    ? standing.entered
    : (standing.computed ?? standing.entered);
}

/** The figure with its parts and where it comes from. */
export function FigureCell({ standing }: { readonly standing: Standing }): ReactNode {
  const figure = figureOf(standing);
  if (figure === null)
    return standing.rating.of === "judgement" ? (
      <span>{t("kpis.judged")}</span>
    ) : (
      <span className="quiet">{t("kpis.nothingYet")}</span>
    );
  const parts = sayParts(figure);
  return (
    <>
      <strong>{sayValue(figure.value, figure.unit)}</strong>
      <span className="sub">
        {parts !== null && `${parts} · `}
        {t(`kpis.basis.${figure.basis}`)}
      </span>
      {standing.differs !== null && <span className="sub care-text">{standing.differs.text}</span>}
    </>
  );
}

/** That a figure is missing: late once its period is over, and before that only when it will be due. */
export function DueLine({ standing }: { readonly standing: Standing }): ReactNode {
  if (standing.measured) return null;
  const late = standing.dueOn <= standing.asOf;
  return (
    <span className={late ? "sub care-text" : "sub"}>
      {t(late ? "kpis.dueSince" : "kpis.dueFrom", { date: formatDate(standing.dueOn) })}
    </span>
  );
}

/** Columns of the list over all contracts. */
export function kpiColumns(
  bands: Bands,
  unitOf: (kpi: string) => string,
): readonly DataColumn<KpiListRow>[] {
  return [
    {
      id: "kpi",
      header: t("kpis.col.kpi"),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <>
          <AppLink
            href={`/contracts/${row.contract.id}/kpis/${row.assignment.kpi}?months=${String(row.assignment.everyMonths)}`}
          >
            {row.name}
          </AppLink>
          <span className="sub">{row.assignment.kpi}</span>
        </>
      ),
    },
    {
      id: "contract",
      header: t("kpis.col.contract"),
      value: (row) => row.contract.title,
      cell: (row) => (
        <>
          <AppLink href={`/contracts/${row.contract.id}/kpis`}>{row.contract.title}</AppLink>
          {row.contract.supplier !== null && <span className="sub">{row.contract.supplier}</span>}
        </>
      ),
    },
    {
      id: "figure",
      header: t("kpis.col.figure"),
      value: (row) => figureOf(row)?.value ?? null,
      cell: (row) => <FigureCell standing={row} />,
    },
    {
      id: "target",
      header: t("kpis.col.target"),
      value: (row) => row.assignment.target.number,
      cell: (row) => sayTarget(row.assignment.target, unitOf(row.assignment.kpi)),
    },
    {
      id: "band",
      header: t("kpis.col.band"),
      value: (row) => row.rating.band,
      cell: (row) => (
        <>
          <BandTag band={row.rating.band} bands={bands} />
          <span className="sub">{row.rating.says.text}</span>
        </>
      ),
    },
    {
      id: "period",
      header: t("kpis.col.period"),
      value: (row) => row.period.from,
      cell: (row) => (
        <>
          {sayPeriod(row.period)}
          <DueLine standing={row} />
        </>
      ),
    },
    {
      id: "owner",
      header: t("kpis.col.owner"),
      value: (row) => row.owner,
      cell: (row) => row.owner ?? <span className="care-text">{t("kpis.nobody")}</span>,
    },
  ];
}
