/** What there is to say of a contract's dialogue: how it was held, what was taken up, which promises were kept. */
import { agendaTiming, minutesLag } from "@throughline/dialogue";
import { addMonths, type LineBreak, type MeetingFact } from "@throughline/domain";
import type { KnownCommitment, KnownDialogue, KnownSeries } from "./gather-known-dialogue.ts";

/** What a dialogue comes to on a day. */
export interface DialogueReview {
  /** Held in the last twelve months: what is longer ago neither shines nor stains for ever. */
  readonly held: readonly MeetingFact[];
  readonly next: MeetingFact | null;
  readonly lapsed: readonly KnownSeries[];
  /** Meetings of the last twelve months, or to come, whose agenda left late or not at all. */
  readonly agendas: readonly MeetingFact[];
  readonly minutes: readonly MeetingFact[];
  readonly unrecorded: readonly MeetingFact[];
  /** Serious and severe breaks of the stations before. */
  readonly serious: readonly LineBreak[];
  /** Of those: on no agenda of a meeting that was held or is planned. */
  readonly leftOut: readonly LineBreak[];
  /** Of those: no open promise came out of a meeting that took them up. */
  readonly uncovered: readonly LineBreak[];
  readonly due: readonly KnownCommitment[];
  readonly kept: readonly KnownCommitment[];
  readonly overdue: readonly KnownCommitment[];
  readonly disputed: readonly KnownCommitment[];
  readonly saidDone: readonly KnownCommitment[];
  readonly open: readonly KnownCommitment[];
  readonly waiting: readonly KnownCommitment[];
}

/** Meetings that were held, that are to come, or of which nobody said. Cancelled ones are none of these. */
const isStanding = ({ cancelledOn }: MeetingFact): boolean => cancelledOn === null;

/** Reviews a dialogue against the breaks of the stations before. */
export function reviewDialogue(
  dialogue: KnownDialogue,
  breaks: readonly LineBreak[],
  asOf: string,
): DialogueReview {
  const since = addMonths(asOf, -12);
  const meetings = dialogue.meetings.filter(isStanding);
  const held = meetings.filter(({ heldOn }) => heldOn !== null && heldOn > since);
  const coming = meetings.filter(({ heldOn, on }) => heldOn === null && on >= asOf);
  const ofState = (...states: readonly KnownCommitment["standing"]["state"][]): KnownCommitment[] =>
    dialogue.commitments.filter(({ standing }) => states.includes(standing.state));
  const kept = ofState("kept", "kept_late");
  const overdue = ofState("overdue");
  const disputed = ofState("disputed");
  const saidDone = ofState("said_done");
  const open = ofState("open");
  const serious = breaks.filter(({ severity }) => severity !== "minor");
  const takenUp = new Map<string, string[]>();
  for (const { id, topics } of meetings)
    for (const { breakId } of topics)
      if (breakId !== null) takenUp.set(breakId, [...(takenUp.get(breakId) ?? []), id]);
  const promisedAt = new Set(open.flatMap(({ fact }) => fact.meetingId ?? []));
  return {
    held,
    next: coming[0] ?? null,
    lapsed: dialogue.series.filter(({ cadence }) => cadence.state === "lapsed"),
    agendas: [...held, ...coming].filter((meeting) =>
      ["late", "never", "overdue"].includes(agendaTiming(meeting, asOf).state),
    ),
    minutes: held.filter((meeting) => minutesLag(meeting, asOf).state === "overdue"),
    unrecorded: meetings.filter(({ heldOn, on }) => heldOn === null && on < asOf && on > since),
    serious,
    leftOut: serious.filter(({ id }) => !takenUp.has(id)),
    uncovered: serious.filter(
      ({ id }) => !(takenUp.get(id) ?? []).some((meeting) => promisedAt.has(meeting)),
    ),
    due: [...kept, ...overdue, ...disputed, ...saidDone],
    kept,
    overdue,
    disputed,
    saidDone,
    open,
    waiting: dialogue.commitments.filter(
      ({ standing }) => standing.proposal !== null || standing.state === "said_done",
    ),
  };
}
