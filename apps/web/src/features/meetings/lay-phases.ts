/**
 * The phases of a meeting for whoever hosts it: prepare, send, meet, after; how each stands, and which is due now.
 * Days are ISO dates in the time zone of the meeting.
 */
export const phases = ["prepare", "send", "meet", "after"] as const;
export type Phase = (typeof phases)[number];

/** `done`; `care`: done late, or waiting; `late`: should have been done; `to_come`. */
export type PhaseState = "done" | "care" | "late" | "to_come";

export interface PhasedMeeting {
  readonly state: "planned" | "held" | "cancelled";
  /** Day it takes place. */
  readonly on: string;
  readonly agenda: {
    readonly items: number;
    readonly dueOn: string;
    readonly firstSentAt: string | null;
    readonly lateDays: number | null;
  };
  readonly minutes: { readonly state: "none" | "waiting" | "confirmed" | "corrected" };
}

function stateOfSending({ state, agenda }: PhasedMeeting, today: string): PhaseState {
  if (agenda.firstSentAt !== null) return (agenda.lateDays ?? 0) > 0 ? "care" : "done";
  if (state === "held") return "late";
  return today > agenda.dueOn ? "late" : "to_come";
}

function stateOfMinutes({ state, minutes }: PhasedMeeting): PhaseState {
  if (state !== "held") return "to_come";
  return minutes.state === "confirmed" ? "done" : "care";
}

/**
 * How each phase stands on a day, and the one to open.
 *
 * @example layPhases({ state: "held", … minutes: { state: "none" } }, "2026-12-04").now // "after"
 */
export function layPhases(
  meeting: PhasedMeeting,
  today: string,
): { readonly states: Readonly<Record<Phase, PhaseState>>; readonly now: Phase } {
  const { state, agenda, on } = meeting;
  const held = state === "held";
  const sent = agenda.firstSentAt !== null;
  return {
    states: {
      prepare: sent || held ? "done" : agenda.items > 0 ? "care" : "to_come",
      send: stateOfSending(meeting, today),
      meet: held ? "done" : state === "planned" && on < today ? "late" : "to_come",
      after: stateOfMinutes(meeting),
    },
    now: held ? "after" : state === "planned" && on <= today ? "meet" : sent ? "meet" : "prepare",
  };
}
