import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import type { KpiPoint } from "./queries.ts";
import { sayPeriod, sayValue } from "./say-figure.ts";

const height = 48;
const step = 14;
const bar = 10;

/** The rated figure of a period, as the list shows it. */
function valueOf(point: KpiPoint): number | null {
  return point.rating.of === "entered" ? point.entered : (point.computed ?? point.entered);
}

/**
 * One KPI over time: a bar for each period, a gap with a dotted foot where there is no data, the target as a line. A
 * table beside it says the same; the drawing is for the eye alone.
 */
export function KpiChart({
  points,
  target,
  unit,
}: {
  /** Oldest first. */
  readonly points: readonly KpiPoint[];
  readonly target: number | null;
  readonly unit: string;
}): ReactNode {
  const values = points.map(valueOf);
  const top = Math.max(
    target ?? 0,
    ...values.map((value) => value ?? 0),
    unit.startsWith("%") ? 100 : 0,
  );
  const lowest = Math.min(0, ...values.map((value) => value ?? 0));
  const span = top - lowest === 0 ? 1 : top - lowest;
  const at = (value: number): number => height - ((value - lowest) / span) * height;
  const width = Math.max(points.length * step, step);
  const last = points.at(-1);
  return (
    <svg
      className="kpi-chart"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width * 2}
      height={height * 2}
      role="img"
      aria-label={t("kpis.chart", {
        n: points.length,
        last: last === undefined ? t("kpis.noData") : sayValue(valueOf(last), unit),
      })}
    >
      {points.map((point, index) => {
        const value = values[index] ?? null;
        const x = index * step + (step - bar) / 2;
        const title = `${sayPeriod(point.period)}: ${sayValue(value, unit)}`;
        return value === null ? (
          <line
            key={point.period.from}
            className="kpi-gap"
            x1={x}
            x2={x + bar}
            y1={height - 1}
            y2={height - 1}
          >
            <title>{title}</title>
          </line>
        ) : (
          <rect
            key={point.period.from}
            className={`kpi-bar kpi-bar-${point.rating.band}`}
            x={x}
            width={bar}
            y={Math.min(at(value), at(0)) - (value === 0 ? 1 : 0)}
            height={Math.max(Math.abs(at(0) - at(value)), 1)}
          >
            <title>{title}</title>
          </rect>
        );
      })}
      {target !== null && (
        <line className="kpi-target" x1={0} x2={width} y1={at(target)} y2={at(target)} />
      )}
    </svg>
  );
}
