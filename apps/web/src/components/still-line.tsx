import type { LineState, StationName } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { pieceBetween } from "./piece-of-line.ts";
import { StateMark } from "./state-mark.tsx";

/** The line in full width, to be read: eight stations with word and headline that do not open. */
export function StillLine({
  label,
  stations,
}: {
  readonly label: string;
  readonly stations: readonly {
    readonly name: StationName;
    readonly state: LineState;
    readonly headline: string;
  }[];
}): ReactNode {
  return (
    <ol className="line" aria-label={label}>
      {stations.map((station, index) => {
        const next = stations[index + 1];
        return (
          <li key={station.name}>
            {next !== undefined && (
              <span className={pieceBetween(station.state, next.state)} aria-hidden="true" />
            )}
            <div className="station is-still">
              <span className={`station-node state-${station.state}`}>
                <StateMark state={station.state} size={34} />
              </span>
              <span className="station-name">{t(`station.${station.name}`)}</span>
              <span className={`station-word state-${station.state}`}>
                {t(`state.${station.state}`)}
              </span>
              <span className="station-headline">{station.headline}</span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
