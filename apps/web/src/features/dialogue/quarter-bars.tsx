import { useId, type ReactNode } from "react";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Programme } from "./queries.ts";

type Quarter = Programme["quarters"][number];

const height = 96;
const step = 44;
const bar = 26;

/** "2024-Q1" as "Q1 2024". */
export function sayQuarter(quarter: string): string {
  const [year = "", part = ""] = quarter.split("-");
  return `${part} ${year}`;
}

/** Meetings per quarter as bars, each with its number, and the same as a table. */
export function QuarterBars({ quarters }: { readonly quarters: readonly Quarter[] }): ReactNode {
  const title = useId();
  const most = Math.max(1, ...quarters.map(({ meetings }) => meetings));
  const width = Math.max(1, quarters.length) * step;
  return (
    <div className="sides">
      <figure className="drawing quarter-bars no-print" aria-labelledby={title}>
        <svg
          viewBox={`0 0 ${width} ${height + 40}`}
          width={width}
          height={height + 40}
          role="img"
          aria-labelledby={title}
        >
          <title id={title}>{t("programme.barsSay")}</title>
          <line x1="0" x2={width} y1={height + 18} y2={height + 18} className="edge" />
          {quarters.map(({ quarter, meetings }, at) => {
            const tall = (height * meetings) / most;
            const x = at * step + (step - bar) / 2;
            return (
              <g key={quarter}>
                <rect x={x} y={height + 18 - tall} width={bar} height={tall} className="bar" />
                <text x={x + bar / 2} y={height + 12 - tall} textAnchor="middle">
                  {formatNumber(meetings)}
                </text>
                <text x={x + bar / 2} y={height + 34} textAnchor="middle" className="heading">
                  {quarter.slice(5)}
                  {(at === 0 || quarter.endsWith("Q1")) && ` ${quarter.slice(2, 4)}`}
                </text>
              </g>
            );
          })}
        </svg>
      </figure>
      <div className="table-frame">
        <table className="data-table">
          <caption className="small quiet">{t("programme.barsSay")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("programme.quarter")}</th>
              <th scope="col" className="number">
                {t("programme.col.meetings")}
              </th>
              <th scope="col" className="number">
                {t("programme.col.counterparts")}
              </th>
            </tr>
          </thead>
          <tbody>
            {quarters.map(({ quarter, meetings, counterparts }) => (
              <tr key={quarter}>
                <th scope="row">{sayQuarter(quarter)}</th>
                <td className="number">{formatNumber(meetings)}</td>
                <td className="number">{formatNumber(counterparts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
