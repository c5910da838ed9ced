import type { ReactNode } from "react";
import type { Meeting } from "../../api/dialogue.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { phases, type Phase, type PhaseState } from "./lay-phases.ts";

const signs: Readonly<Record<PhaseState, string>> = {
  done: "✓",
  care: "!",
  late: "✕",
  to_come: "",
};

function says(meeting: Meeting, phase: Phase): string {
  switch (phase) {
    case "prepare":
      return t("phase.items", { n: meeting.agenda.items });
    case "send":
      return meeting.agenda.says.text;
    case "meet":
      return meeting.heldOn === null
        ? t("phase.notHeld")
        : t("meeting.heldOn", { date: formatDate(meeting.heldOn) });
    case "after":
      return meeting.state === "held"
        ? t(`minutesState.${meeting.minutes.state}`)
        : t("phase.afterToCome");
  }
}

/** The meeting as a line of four stations; one of them is open below. */
export function PhaseLine({
  meeting,
  states,
  open,
  onOpen,
}: {
  readonly meeting: Meeting;
  readonly states: Readonly<Record<Phase, PhaseState>>;
  readonly open: Phase;
  readonly onOpen: (phase: Phase) => void;
}): ReactNode {
  return (
    <ol className="phase-line no-print" aria-label={t("phase.label")}>
      {phases.map((phase) => (
        <li key={phase} data-state={states[phase]}>
          <button
            type="button"
            aria-expanded={open === phase}
            aria-controls="phase-panel"
            onClick={() => onOpen(phase)}
          >
            <span className="phase-node" aria-hidden="true">
              {signs[states[phase]]}
            </span>
            <span className="phase-name">{t(`phase.${phase}`)}</span>
            <span className="aksel-sr-only">{t(`phase.state.${states[phase]}`)}</span>
            <span className="small quiet">{says(meeting, phase)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
