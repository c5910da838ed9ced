import { Button } from "@navikt/ds-react";
import type { KpiStanding } from "@throughline/domain";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BandTag } from "./band-tag.tsx";
import { KpiChart } from "./kpi-chart.tsx";
import { DueLine, FigureCell, figureOf } from "./kpi-columns.tsx";
import { useUnits, type Bands, type KpiPoint } from "./queries.ts";
import { sayPeriod, sayTarget } from "./say-figure.ts";

function sayReason(reason: KpiStanding["assignment"]["reasons"][number]): string {
  if (reason.kind === "added")
    return t("kpis.because.added", { reason: reason.reason, on: formatDate(reason.on) });
  return reason.inheritedFrom === null
    ? t("kpis.because.clause", { clause: reason.clause })
    : t("kpis.because.inherited", { clause: reason.clause, from: reason.inheritedFrom });
}

/** One KPI of a contract: figure, target, band, why it applies, earlier periods, and what is to do. */
export function StandingCard({
  standing,
  earlier,
  bands,
  href,
  acts,
}: {
  readonly standing: KpiStanding;
  /** Newest first. */
  readonly earlier: readonly KpiPoint[];
  readonly bands: Bands;
  readonly href: string;
  /** For whoever may write. */
  readonly acts: {
    readonly onEnter: () => void;
    readonly onEnd: ((assignmentId: string) => void) | null;
  } | null;
}): ReactNode {
  const { assignment } = standing;
  const figure = figureOf(standing);
  const unit = useUnits()(assignment.kpi);
  const added = assignment.reasons.find((reason) => reason.kind === "added");
  const points = [...earlier].reverse();
  return (
    <li className="card kpi-card">
      <div className="stack-small">
        <h3 className="item-title">
          <AppLink href={href}>{standing.name}</AppLink>{" "}
          <span className="quiet">{assignment.kpi}</span>
        </h3>
        <div>
          <FigureCell standing={standing} />
        </div>
        {figure !== null && <p>{figure.says.text}</p>}
        {figure?.besides.map((sentence) => (
          <p key={sentence.text} className="small quiet">
            {sentence.text}
          </p>
        ))}
        <p>
          <BandTag band={standing.rating.band} bands={bands} /> {standing.rating.says.text}
        </p>
        <p className="small quiet">
          {sayPeriod(standing.period)} ·{" "}
          {t("kpis.targetIs", { target: sayTarget(assignment.target, unit) })} ·{" "}
          {t("kpis.every", { n: assignment.everyMonths })} ·{" "}
          {assignment.reasons.map(sayReason).join("; ")}
        </p>
        <DueLine standing={standing} />
        {acts !== null && (
          <div className="row no-print">
            <Button
              size="small"
              variant="secondary"
              aria-label={t("kpis.enterOf", { kpi: standing.name })}
              onClick={acts.onEnter}
            >
              {t("kpis.enter")}
            </Button>
            {added !== undefined && acts.onEnd !== null && (
              <Button
                size="small"
                variant="tertiary"
                aria-label={t("kpis.endOf", { kpi: standing.name })}
                onClick={() => acts.onEnd?.(added.assignmentId)}
              >
                {t("kpis.end")}
              </Button>
            )}
          </div>
        )}
      </div>
      {points.length > 1 && (
        <KpiChart points={points} target={assignment.target.number} unit={unit} />
      )}
    </li>
  );
}
