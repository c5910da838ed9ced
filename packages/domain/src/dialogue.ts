/**
 * Dialogue: what buyers and one supplier, reseller or brand say to each other, promise and keep. Words: **programme** (several
 * series with one purpose), **series** (meetings of buyers with one counterpart), **side** (the buyers; the counterpart),
 * **seat** (a place at the table of a series), **commitment** (who, what, by when, confirmed by the other side), **act** (what
 * one side said of a commitment, never changed), **slip** (a date that was moved), **obstacle** (who in the chain will not say).
 */
import { z } from "zod";
import { IsoDate } from "./values.ts";

export const dialogueSides = ["buyers", "counterpart"] as const;
export const DialogueSide = z.enum(dialogueSides);
export type DialogueSide = z.infer<typeof DialogueSide>;

/** The side that is not `side`. */
export function otherSide(side: DialogueSide): DialogueSide {
  return side === "buyers" ? "counterpart" : "buyers";
}

export const counterpartRoles = ["supplier", "reseller", "brand"] as const;
export const CounterpartRole = z.enum(counterpartRoles);
export type CounterpartRole = z.infer<typeof CounterpartRole>;

/** What a dialogue rests on; `shared_priorities`: no contractual obligation at all. */
export const seriesBases = ["contract", "framework", "group", "shared_priorities"] as const;
export const SeriesBasis = z.enum(seriesBases);
export type SeriesBasis = z.infer<typeof SeriesBasis>;

export const meetingForms = ["online", "in_person", "telephone"] as const;
export const MeetingForm = z.enum(meetingForms);
export type MeetingForm = z.infer<typeof MeetingForm>;

export const meetingStates = ["planned", "held", "cancelled"] as const;
export const MeetingState = z.enum(meetingStates);
export type MeetingState = z.infer<typeof MeetingState>;

/** Where an agenda item comes from: drafted from the line, from a question pack, added by either side. */
export const agendaSources = [
  "break",
  "expiring_evidence",
  "unanswered_request",
  "open_commitment",
  "slipped_commitment",
  "official_measure",
  "question_pack",
  "free",
] as const;
export const AgendaSource = z.enum(agendaSources);
export type AgendaSource = z.infer<typeof AgendaSource>;

export const threadKinds = [
  "traceability",
  "remediation",
  "transparency",
  "buying_practice",
  "other",
] as const;
export const ThreadKind = z.enum(threadKinds);
export type ThreadKind = z.infer<typeof ThreadKind>;

/** Why somebody in the chain does not say. */
export const obstacleKinds = [
  "will_not_say",
  "confidentiality",
  "no_contract_with_them",
  "does_not_know",
  "law_forbids",
  "other",
] as const;
export const ObstacleKind = z.enum(obstacleKinds);
export type ObstacleKind = z.infer<typeof ObstacleKind>;

/**
 * What one side says of a commitment.
 * - made, corrected, postponed: a wording and a date are put forward; they hold once the other side confirms them. A
 *   postponement needs a reason and is a slip from the day it is asked for.
 * - confirmed, refused: the other side's word on what was put forward last.
 * - fulfilled: whoever owes it says it is done, with evidence or without.
 * - accepted, disputed: the other side's word on that.
 * - released: whoever it is owed to no longer wants it, with a reason.
 */
export const commitmentActKinds = [
  "made",
  "corrected",
  "postponed",
  "confirmed",
  "refused",
  "fulfilled",
  "accepted",
  "disputed",
  "released",
] as const;
export const CommitmentActKind = z.enum(commitmentActKinds);
export type CommitmentActKind = z.infer<typeof CommitmentActKind>;

/** What shows that something was done. */
export const ShownBy = z.strictObject({
  title: z.string().trim().min(1).max(300),
  /** Address, file name or reference under which it can be found. */
  reference: z.string().trim().max(1000).default(""),
  on: IsoDate.nullable().default(null),
});
export type ShownBy = z.infer<typeof ShownBy>;

export const CommitmentAct = z.strictObject({
  id: z.string(),
  kind: CommitmentActKind,
  side: DialogueSide,
  on: IsoDate,
  /** What is promised and by when, for `made`, `corrected` and `postponed`; `null` otherwise. */
  what: z.string().nullable(),
  dueOn: IsoDate.nullable(),
  /** Why: needed for `corrected`, `postponed`, `refused`, `disputed`, `released`. */
  reason: z.string().nullable(),
  shownBy: ShownBy.nullable(),
  /** Signed in as a member, or as the holder of link, code and word. */
  via: z.enum(["account", "link"]),
});
export type CommitmentAct = z.infer<typeof CommitmentAct>;

/**
 * How a commitment stands. `put_forward`: one side's word alone. `kept` and `kept_late`: fulfilled with evidence or the other
 * side's word, by the date first agreed or after it. `said_done`: claimed, without either. Late ones are `overdue`.
 */
export const commitmentStates = [
  "put_forward",
  "refused",
  "open",
  "overdue",
  "said_done",
  "disputed",
  "kept",
  "kept_late",
  "released",
] as const;
export const CommitmentState = z.enum(commitmentStates);
export type CommitmentState = z.infer<typeof CommitmentState>;

/** A commitment with all that was ever said of it, oldest first. */
export const CommitmentFact = z.strictObject({
  id: z.string(),
  seriesId: z.string(),
  meetingId: z.string().nullable(),
  /** Who owes it. */
  debtor: DialogueSide,
  debtorName: z.string(),
  debtorRole: z.string().nullable(),
  /** Break or topic it is for, in words. */
  about: z.string().nullable(),
  acts: z.array(CommitmentAct).min(1),
});
export type CommitmentFact = z.infer<typeof CommitmentFact>;

export const MeetingFact = z.strictObject({
  id: z.string(),
  seriesId: z.string(),
  number: z.int().positive(),
  title: z.string(),
  /** Day it is planned for, in its own time zone. */
  on: IsoDate,
  plannedOn: IsoDate,
  heldOn: IsoDate.nullable(),
  cancelledOn: IsoDate.nullable(),
  /** First day its agenda left, and how many days before the meeting it should. */
  agendaSentOn: IsoDate.nullable(),
  leadDays: z.int().nonnegative(),
  /** When somebody of the counterpart with mandate and topics was confirmed; `null`: nobody. */
  fitConfirmedOn: IsoDate.nullable(),
  minutesSentOn: IsoDate.nullable(),
  minutesConfirmedOn: IsoDate.nullable(),
  /** Titles of what was on its agenda, with the key of the break where it came from one. */
  topics: z.array(z.strictObject({ title: z.string(), breakId: z.string().nullable() })),
});
export type MeetingFact = z.infer<typeof MeetingFact>;

export const SeriesFact = z.strictObject({
  id: z.string(),
  title: z.string(),
  counterpart: z.string(),
  counterpartRole: CounterpartRole,
  basis: SeriesBasis,
  issues: z.array(z.string()),
  /** Months between meetings as agreed; `null`: as needed. */
  cadenceMonths: z.int().positive().nullable(),
  openedOn: IsoDate,
  closedOn: IsoDate.nullable(),
});
export type SeriesFact = z.infer<typeof SeriesFact>;

/** All that was said and promised about one contract, dated, so that any past day can be asked for. */
export const DialogueFacts = z.strictObject({
  series: z.array(SeriesFact),
  meetings: z.array(MeetingFact),
  commitments: z.array(CommitmentFact),
});
export type DialogueFacts = z.infer<typeof DialogueFacts>;
