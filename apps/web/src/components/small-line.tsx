import type { LineState, StationName } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { StateMark } from "./state-mark.tsx";

const step = 19;

/** The line drawn small, for the rows of lists. */
export function SmallLine({
  stations,
}: {
  readonly stations: readonly {
    readonly name: StationName;
    readonly state: LineState;
    readonly headline: string;
  }[];
}): ReactNode {
  const said = stations
    .map((station) => `${t(`station.${station.name}`)} ${t(`state.${station.state}`)}`)
    .join(", ");
  return (
    <span className="small-line" role="img" aria-label={t("line.small", { states: said })}>
      <svg
        width={step * 8}
        height="18"
        viewBox={`0 0 ${step * 8} 18`}
        aria-hidden="true"
        focusable="false"
      >
        {stations.map((station, index) => {
          const before = index * step - step / 2 + 7;
          const gap = station.state === "broken";
          const dotted = station.state === "unknown" || stations[index - 1]?.state === "unknown";
          return (
            <g key={station.name}>
              <title>{`${t(`station.${station.name}`)}: ${t(`state.${station.state}`)}, ${station.headline}`}</title>
              {index > 0 && !gap && (
                <line
                  x1={before}
                  x2={before + 5}
                  y1="9"
                  y2="9"
                  stroke={dotted ? "var(--ax-border-neutral)" : "var(--tl-line)"}
                  strokeWidth="3"
                  strokeDasharray={dotted ? "1 3" : undefined}
                />
              )}
              {gap && index > 0 && (
                <path d={`M${before + 1} 12l2-6`} stroke="var(--tl-break)" strokeWidth="1.8" />
              )}
              <svg x={index * step + 2.5} y="2" width="14" height="14" overflow="visible">
                <StateMark state={station.state} size={14} />
              </svg>
            </g>
          );
        })}
      </svg>
    </span>
  );
}
