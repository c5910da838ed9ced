/** Builders of what was said and promised, for the engine's tests. */
import type {
  CommitmentAct,
  CommitmentFact,
  DialogueFacts,
  MeetingFact,
  SeriesFact,
} from "@throughline/domain";

/** A series with Cedar IT, meeting twice a year since March 2026. */
export function buildSeries(over: Partial<SeriesFact> = {}): SeriesFact {
  return {
    id: "series-1",
    title: "Cedar IT on laptops",
    counterpart: "Cedar IT",
    counterpartRole: "reseller",
    basis: "contract",
    issues: ["traceability"],
    cadenceMonths: 6,
    openedOn: "2026-03-01",
    closedOn: null,
    ...over,
  };
}

/** Its meeting of 10 September 2026, held, with agenda and minutes in time. */
export function buildMeeting(over: Partial<MeetingFact> = {}): MeetingFact {
  return {
    id: "meeting-1",
    seriesId: "series-1",
    number: 1,
    title: "First meeting",
    on: "2026-09-10",
    plannedOn: "2026-07-01",
    heldOn: "2026-09-10",
    cancelledOn: null,
    agendaSentOn: "2026-08-30",
    leadDays: 10,
    fitConfirmedOn: null,
    minutesSentOn: "2026-09-12",
    minutesConfirmedOn: null,
    topics: [],
    ...over,
  };
}

/** An act; `shown`: with something that shows it. */
export function buildAct({
  shown = false,
  ...over
}: Partial<CommitmentAct> & { readonly shown?: boolean } = {}): CommitmentAct {
  const kind = over.kind ?? "made";
  const words = kind === "made" || kind === "corrected" || kind === "postponed";
  return {
    id: "act",
    kind,
    side: "counterpart",
    on: "2026-09-12",
    what: words ? "Name who makes the battery" : null,
    reason: kind === "made" || kind === "confirmed" ? null : "the maker is slow",
    shownBy: shown ? { title: "letter of the maker", reference: "", on: null } : null,
    via: "account",
    ...over,
    dueOn: words ? (over.dueOn ?? null) : null,
  };
}

/** A promise of Cedar IT, made and confirmed in September for 1 November 2026; then as given. */
export function buildCommitment(over: Partial<CommitmentFact> = {}): CommitmentFact {
  return {
    id: "commitment-1",
    seriesId: "series-1",
    meetingId: "meeting-1",
    debtor: "counterpart",
    debtorName: "Cedar IT",
    debtorRole: "head of sustainability",
    about: null,
    acts: [
      buildAct({ dueOn: "2026-11-01" }),
      buildAct({ kind: "confirmed", side: "buyers", on: "2026-09-14" }),
    ],
    ...over,
  };
}

/** One series, one meeting, no promise. */
export function buildDialogue(over: Partial<DialogueFacts> = {}): DialogueFacts {
  return { series: [buildSeries()], meetings: [buildMeeting()], commitments: [], ...over };
}
