import type { LineState, Station, StationName } from "@throughline/domain";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { t } from "../texts/t.ts";
import { pieceBetween } from "./piece-of-line.ts";
import { StateMark } from "./state-mark.tsx";

function Truth({ word, state }: { readonly word: string; readonly state: LineState }): ReactNode {
  return (
    <span>
      <StateMark state={state} size={13} />
      {word}
      <span className="aksel-sr-only">: {t(`state.${state}`)}</span>
    </span>
  );
}

export interface LineOfStationsProps {
  readonly stations: readonly Station[];
  readonly open: StationName | null;
  readonly onOpen: (station: StationName | null) => void;
  /** Id of the element in which a station opens. */
  readonly panelId: string;
}

/** The line: eight stations in order, each a button that opens the facts behind it. Arrow keys move along. */
export function LineOfStations({
  stations,
  open,
  onOpen,
  panelId,
}: LineOfStationsProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  function move(event: KeyboardEvent<HTMLButtonElement>): void {
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>("button.station") ?? []),
    ];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const steps: Record<string, number> = {
      ArrowRight: here + 1,
      ArrowDown: here + 1,
      ArrowLeft: here - 1,
      ArrowUp: here - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = steps[event.key];
    if (here < 0 || next === undefined || buttons[next] === undefined) return;
    event.preventDefault();
    buttons[next].focus();
  }
  return (
    <ol ref={list} className="line" aria-label={t("line.label")}>
      {stations.map((station, index) => {
        const next = stations[index + 1];
        const isOpen = station.name === open;
        return (
          <li key={station.name} className={isOpen ? "is-open" : undefined}>
            {next !== undefined && (
              <span className={pieceBetween(station.state, next.state)} aria-hidden="true" />
            )}
            <button
              type="button"
              className="station"
              onKeyDown={move}
              aria-expanded={isOpen}
              aria-controls={isOpen ? panelId : undefined}
              onClick={() => onOpen(isOpen ? null : station.name)}
            >
              <span className={`station-node state-${station.state}`}>
                <StateMark state={station.state} size={34} />
              </span>
              <span className="station-name">{t(`station.${station.name}`)}</span>
              <span className={`station-word state-${station.state}`}>
                {t(`state.${station.state}`)}
              </span>
              <span className="station-headline">{station.headline.text}</span>
              {station.detail !== null && (
                <span className="station-detail">{station.detail.text}</span>
              )}
              {station.recorded && (
                <span className="station-truths">
                  <Truth word={t("line.duty")} state={station.duty.state} />
                  <Truth word={t("line.result")} state={station.result.state} />
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const legendStates: readonly LineState[] = [
  "whole",
  "partly",
  "broken",
  "on_agreed_plan",
  "unknown",
  "not_applicable",
];

/** The words for the marks. */
export function LineLegend(): ReactNode {
  return (
    <p className="line-legend" aria-label={t("line.legend")} role="note">
      {legendStates.map((state) => (
        <span key={state}>
          <StateMark state={state} size={14} /> {t(`state.${state}`)}
        </span>
      ))}
    </p>
  );
}
