/** Shapes of programmes, series, meetings and commitments, as those who sit at the table see them. */
import {
  AgendaSource,
  CommitmentAct,
  CommitmentActKind,
  CommitmentState,
  CounterpartRole,
  CpvCode,
  DialogueSide,
  IsoDate,
  IsoInstant,
  MeetingForm,
  MeetingState,
  ObstacleKind,
  Sentence,
  SeriesBasis,
  ShownBy,
  ThreadKind,
  Tier,
} from "@throughline/domain";
import { z } from "zod";
import { RecordId } from "./endpoint.ts";

/** A figure with the records behind it. `value` null: no data. */
export const DialogueFigure = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.enum(["count", "days", "percent", "of_five"]),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  says: Sentence,
  /** Ids of what was counted: meetings, series, commitments, obstacles. */
  subject: z.enum(["meeting", "series", "commitment", "obstacle", "thread", "feedback"]),
  ids: z.array(RecordId),
  /** The same, as one calls them and where they open: feedback at its meeting, a thread at its series. */
  records: z.array(
    z.object({
      id: RecordId,
      title: z.string(),
      on: IsoDate.nullable(),
      at: z.enum(["meeting", "series", "commitment", "obstacle"]),
      atId: RecordId,
    }),
  ),
});
export type DialogueFigure = z.infer<typeof DialogueFigure>;

export const ProgrammeSummary = z.object({
  id: RecordId,
  title: z.string(),
  purpose: z.string(),
  issues: z.array(z.string()),
  fromOn: IsoDate,
  untilOn: IsoDate.nullable(),
  closedOn: IsoDate.nullable(),
  invented: z.boolean(),
  series: z.int(),
  meetingsHeld: z.int(),
  counterpartsMet: z.int(),
});
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>;

/** Whether the one-to-one channel is open, and why not. */
export const ChannelState = z.object({
  open: z.boolean(),
  closures: z.array(
    z.object({ title: z.string(), since: IsoDate, byUs: z.boolean(), says: Sentence }),
  ),
});
export type ChannelState = z.infer<typeof ChannelState>;

export const SeriesSummary = z.object({
  id: RecordId,
  title: z.string(),
  counterpart: z.object({ name: z.string(), role: CounterpartRole }),
  /** Who made it: ours, or another organisation's at whose table we sit. */
  host: z.object({ name: z.string(), ours: z.boolean() }),
  mySide: DialogueSide,
  programme: z.object({ id: RecordId, title: z.string() }).nullable(),
  basis: SeriesBasis,
  basisTold: z.string(),
  issues: z.array(z.string()),
  state: z.enum(["open", "paused", "closed"]),
  stateReason: z.string().nullable(),
  openedOn: IsoDate,
  closedOn: IsoDate.nullable(),
  cadenceMonths: z.int().nullable(),
  meetingsHeld: z.int(),
  lastMeetingOn: IsoDate.nullable(),
  nextMeetingOn: IsoDate.nullable(),
  commitments: z.object({
    open: z.int(),
    overdue: z.int(),
    waitingForUs: z.int(),
    kept: z.int(),
    slipped: z.int(),
  }),
  /** "The next meeting was due on 3 March", "Next meeting on 2 June". */
  says: Sentence,
  lapsed: z.boolean(),
  channelOpen: z.boolean(),
  invented: z.boolean(),
  version: z.int(),
});
export type SeriesSummary = z.infer<typeof SeriesSummary>;

export const seatSees = ["meetings", "minutes", "commitments", "feedback"] as const;

/** A place at the table. What only the host knows of it stands in `link`. */
export const Seat = z.object({
  id: RecordId,
  side: DialogueSide,
  kind: z.enum(["lead", "joint", "counterpart"]),
  name: z.string(),
  sees: z.array(z.enum(seatSees)),
  endedAt: IsoInstant.nullable(),
  mine: z.boolean(),
  link: z
    .object({
      toAddress: z.string().nullable(),
      expiresOn: IsoDate,
      taken: z.boolean(),
      /** Opened with link, code and word, or by an organisation's members. */
      takenAs: z.enum(["link", "account"]).nullable(),
      /** When our own people were shown link and code. */
      shownAt: IsoInstant.nullable(),
      generation: z.int(),
    })
    .nullable(),
});
export type Seat = z.infer<typeof Seat>;

export const SeriesAim = z.object({
  id: RecordId,
  side: DialogueSide,
  by: z.string(),
  purpose: z.string(),
  hopedOutcome: z.string(),
  brings: z.string(),
  saidAt: IsoInstant,
  /** The other side's agreement to this very wording. */
  agreed: z.object({ by: z.string(), at: IsoInstant, note: z.string() }).nullable(),
});
export type SeriesAim = z.infer<typeof SeriesAim>;

export const DialogueThread = z.object({
  id: RecordId,
  title: z.string(),
  kind: ThreadKind,
  openedOn: IsoDate,
  closedOn: IsoDate.nullable(),
  outcome: z.string().nullable(),
  /** In how many meetings it was on the agenda, and in which of those one may see. */
  meetings: z.int(),
  meetingIds: z.array(RecordId),
  /** Whoever opened it keeps it. */
  mine: z.boolean(),
  version: z.int(),
});
export type DialogueThread = z.infer<typeof DialogueThread>;

export const SeriesDetail = SeriesSummary.extend({
  cpv: z.array(CpvCode),
  leadDays: z.int(),
  language: z.string(),
  timeZone: z.string(),
  protection: z.string(),
  /** Ours alone; empty for whoever does not host it. */
  supplierId: RecordId.nullable(),
  contracts: z.array(z.object({ id: RecordId, reference: z.string(), title: z.string() })),
  seats: z.array(Seat),
  /** The standing one of each side first, earlier ones after. */
  aims: z.array(SeriesAim),
  threads: z.array(DialogueThread),
  channel: ChannelState,
  can: z.object({
    host: z.boolean(),
    write: z.boolean(),
    plan: z.boolean(),
    agree: z.boolean(),
    leave: z.boolean(),
  }),
});
export type SeriesDetail = z.infer<typeof SeriesDetail>;

export const MeetingSummary = z.object({
  id: RecordId,
  series: z.object({ id: RecordId, title: z.string() }),
  counterpart: z.string(),
  number: z.int(),
  title: z.string(),
  startsAt: IsoInstant,
  endsAt: IsoInstant,
  timeZone: z.string(),
  form: MeetingForm,
  place: z.string(),
  state: MeetingState,
  heldOn: IsoDate.nullable(),
  mySide: DialogueSide,
  hosted: z.boolean(),
  /** Told to the other side. */
  shared: z.boolean(),
  agenda: z.object({
    items: z.int(),
    /** Day by which it should leave. */
    dueOn: IsoDate,
    firstSentAt: IsoInstant.nullable(),
    /** Days later than it should have been; 0 in time, `null` not sent and not late yet. */
    lateDays: z.int().nullable(),
    says: Sentence,
  }),
  minutes: z.object({
    revision: z.int().nullable(),
    firstSentAt: IsoInstant.nullable(),
    state: z.enum(["none", "waiting", "confirmed", "corrected"]),
    waitsForUs: z.boolean(),
  }),
  commitments: z.int(),
  /** What is next for whoever reads it: "Send the agenda by 4 March", "Confirm the minutes". */
  next: Sentence.nullable(),
  version: z.int(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

export const AgendaItem = z.object({
  id: RecordId,
  side: DialogueSide,
  by: z.string(),
  mine: z.boolean(),
  position: z.int(),
  source: AgendaSource,
  title: z.string(),
  detail: z.string(),
  brings: z.string(),
  minutes: z.int().nullable(),
  thread: z.object({ id: RecordId, title: z.string() }).nullable(),
  shared: z.boolean(),
  /** Ours alone: where on the line it comes from. */
  origin: z.object({ contractId: RecordId.nullable(), breakId: z.string().nullable() }).nullable(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const MeetingPerson = z.object({
  id: RecordId,
  /** Whose person it is. */
  side: DialogueSide,
  /** Who wrote it down: the other side's where it asks for somebody by role. */
  by: z.string(),
  mine: z.boolean(),
  roleTitle: z.string(),
  /** `null` where only the role is known, or once erased. */
  name: z.string().nullable(),
  address: z.string().nullable(),
  topics: z.array(z.string()),
  mandate: z.enum(["unknown", "can_decide", "can_take_back", "listens"]),
  fit: z.enum(["asked", "confirmed", "not_the_right_one"]),
  fitOn: IsoDate.nullable(),
  came: z.boolean().nullable(),
  version: z.int(),
});
export type MeetingPerson = z.infer<typeof MeetingPerson>;

export const MinutesContent = z.object({
  summary: z.string().max(8000).default(""),
  items: z
    .array(
      z.object({
        agendaItemId: RecordId.nullable(),
        title: z.string().min(1).max(300),
        text: z.string().max(20_000).default(""),
      }),
    )
    .max(100),
});
export type MinutesContent = z.infer<typeof MinutesContent>;

export const MinutesRevision = z.object({
  revision: z.int(),
  content: MinutesContent,
  sentAt: IsoInstant,
  replies: z.array(
    z.object({
      side: DialogueSide,
      by: z.string(),
      kind: z.enum(["confirmed", "corrected"]),
      text: z.string(),
      at: IsoInstant,
      via: z.enum(["account", "link"]),
      /** The link had been shown to the host's people before. */
      linkShown: z.boolean(),
    }),
  ),
});
export type MinutesRevision = z.infer<typeof MinutesRevision>;

export const MeetingFeedback = z.object({
  id: RecordId,
  side: DialogueSide,
  by: z.string(),
  mine: z.boolean(),
  useful: z.int().min(1).max(5),
  prepared: z.int().min(1).max(5),
  openTalk: z.int().min(1).max(5),
  helped: z.string(),
  change: z.string(),
  at: IsoInstant,
});
export type MeetingFeedback = z.infer<typeof MeetingFeedback>;

export const CommitmentSummary = z.object({
  id: RecordId,
  /** `B3`, `C2`: by the side that recorded it. */
  label: z.string(),
  series: z.object({ id: RecordId, title: z.string() }),
  meeting: z.object({ id: RecordId, number: z.int(), title: z.string() }).nullable(),
  thread: z.object({ id: RecordId, title: z.string() }).nullable(),
  counterpart: z.string(),
  mySide: DialogueSide,
  debtor: z.object({ side: DialogueSide, name: z.string(), role: z.string().nullable() }),
  what: z.string(),
  /** In force; before both agreed: as put forward. */
  dueOn: IsoDate.nullable(),
  firstDueOn: IsoDate.nullable(),
  about: z.string().nullable(),
  state: CommitmentState,
  says: Sentence,
  slips: z.int(),
  daysLate: z.int().nullable(),
  waitsFor: DialogueSide.nullable(),
  shared: z.boolean(),
  /** Ours alone. */
  contract: z.object({ id: RecordId, reference: z.string() }).nullable(),
});
export type CommitmentSummary = z.infer<typeof CommitmentSummary>;

export const CommitmentDetail = CommitmentSummary.extend({
  breakId: z.string().nullable(),
  /** What one side put forward and the other has not answered: what a word of confirmation or refusal is about. */
  proposed: z
    .object({
      kind: z.enum(["made", "corrected", "postponed"]),
      side: DialogueSide,
      on: IsoDate,
      what: z.string(),
      dueOn: IsoDate.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  slipped: z.array(
    z.object({
      from: IsoDate,
      to: IsoDate,
      reason: z.string(),
      on: IsoDate,
      side: DialogueSide,
      agreed: z.boolean(),
    }),
  ),
  acts: z.array(
    CommitmentAct.extend({
      by: z.string(),
      linkShown: z.boolean(),
      mine: z.boolean(),
    }),
  ),
  /** What whoever reads it can say now. */
  canSay: z.array(CommitmentActKind),
  /** Why not, for what one might expect: "Waits for Cedar IT to confirm". */
  cannotSay: z.array(z.object({ kind: CommitmentActKind, why: Sentence })),
});
export type CommitmentDetail = z.infer<typeof CommitmentDetail>;

export const CommitmentActInput = z.object({
  kind: CommitmentActKind.exclude(["made"]),
  on: IsoDate.optional(),
  what: z.string().trim().min(1).max(2000).nullable().default(null),
  dueOn: IsoDate.nullable().default(null),
  reason: z.string().trim().min(1).max(2000).nullable().default(null),
  shownBy: ShownBy.nullable().default(null),
  /** Id of the last act that whoever speaks has read; where more was said since, it is refused as a `conflict`. */
  lastRead: RecordId.optional(),
});
export type CommitmentActInput = z.infer<typeof CommitmentActInput>;

export const Obstacle = z.object({
  id: RecordId,
  series: z.object({ id: RecordId, title: z.string() }),
  meetingId: RecordId.nullable(),
  counterpart: z.string(),
  reportedBy: DialogueSide,
  who: z.string(),
  tier: Tier.nullable(),
  product: z.string().nullable(),
  kind: ObstacleKind,
  text: z.string(),
  reportedOn: IsoDate,
  resolvedOn: IsoDate.nullable(),
  resolution: z.string().nullable(),
  mine: z.boolean(),
  /** Ours alone: requests written because of it. */
  requests: z.array(z.object({ id: RecordId, subject: z.string(), sentOn: IsoDate.nullable() })),
  version: z.int(),
});
export type Obstacle = z.infer<typeof Obstacle>;

export const Lesson = z.object({
  id: RecordId,
  title: z.string(),
  text: z.string(),
  outcome: z.enum(["worked", "worked_in_part", "tried_and_dropped"]),
  issues: z.array(z.string()),
  requirement: z.string().nullable(),
  visibility: z.enum(["organisation", "network"]),
  toldBy: z.string().nullable(),
  mine: z.boolean(),
  /** Ours alone. */
  meetingId: RecordId.nullable(),
  invented: z.boolean(),
  notedOn: IsoDate,
  version: z.int(),
});
export type Lesson = z.infer<typeof Lesson>;

export const DialogueComment = z.object({
  id: RecordId,
  text: z.string(),
  by: z.string(),
  mine: z.boolean(),
  /** For our own people only. */
  internal: z.boolean(),
  writtenAt: IsoInstant,
  editedAt: IsoInstant.nullable(),
  resolvedAt: IsoInstant.nullable(),
  version: z.int(),
});
export type DialogueComment = z.infer<typeof DialogueComment>;
