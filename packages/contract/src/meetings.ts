/**
 * Meetings of a series: planned, agenda drafted from the line and added to by both sides, sent ahead, held, minutes
 * confirmed or corrected in writing, feedback from both sides.
 */
import {
  AgendaSource,
  DialogueSide,
  IsoDate,
  IsoInstant,
  MeetingForm,
  MeetingState,
  Sentence,
} from "@throughline/domain";
import { z } from "zod";
import {
  AgendaItem,
  ChannelState,
  CommitmentSummary,
  MeetingFeedback,
  MeetingPerson,
  MeetingSummary,
  MinutesContent,
  MinutesRevision,
  Obstacle,
} from "./dialogue-shapes.ts";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Meetings";
const text = (most: number) => z.string().trim().max(most);
const Id = z.object({ id: RecordId });
const at = { id: RecordId, version: z.int() };
const Versioned = z.object({ version: z.int() });

const filters = {
  seriesId: RecordId.optional(),
  programmeId: RecordId.optional(),
  contractId: RecordId.optional(),
  state: MeetingState.optional(),
  /** Something is for us to do. */
  waiting: z.stringbool().optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["date", "-date", "counterpart"]).default("-date"),
};

const when = {
  title: text(200).min(1),
  /** Local date and time in `timeZone`: `2026-12-03T10:00`. */
  startsAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  minutes: z.int().min(5).max(1440),
  /** IANA name. */
  timeZone: z.string().min(1).max(60),
  form: MeetingForm,
  /** Room, address or link to join by. */
  place: text(1000).default(""),
};

export const AgendaItemInput = z.object({
  source: AgendaSource.default("free"),
  title: text(300).min(1),
  detail: text(8000).default(""),
  brings: text(2000).default(""),
  minutes: z.int().min(1).max(480).nullable().default(null),
  threadId: RecordId.nullable().default(null),
  contractId: RecordId.nullable().default(null),
  breakId: z.string().max(400).nullable().default(null),
});
export type AgendaItemInput = z.infer<typeof AgendaItemInput>;

const PersonInput = z.object({
  /** The side they come for; left out: our own. Of the other side: by role whom it is asked to send. */
  side: DialogueSide.optional(),
  roleTitle: text(200).min(1),
  name: text(200).min(1).nullable().default(null),
  address: z.email().max(320).nullable().default(null),
  topics: z.array(z.string().max(60)).max(20).default([]),
  mandate: z.enum(["unknown", "can_decide", "can_take_back", "listens"]).default("unknown"),
});

export const MeetingDetail = MeetingSummary.extend({
  leadDays: z.int(),
  cancelledReason: z.string().nullable(),
  items: z.array(AgendaItem),
  people: z.array(MeetingPerson),
  /** The host's, while it is written; `null` for others. */
  draft: z.object({ content: MinutesContent, version: z.int(), savedAt: IsoInstant }).nullable(),
  /** Newest first. */
  minutesSent: z.array(MinutesRevision),
  commitmentList: z.array(CommitmentSummary),
  obstacles: z.array(Obstacle),
  feedback: z.array(MeetingFeedback),
  mails: z.array(
    z.object({
      id: RecordId,
      subject: z.string(),
      state: z.string(),
      toAddress: z.string().nullable(),
      at: IsoInstant,
    }),
  ),
  channel: ChannelState,
  can: z.object({
    host: z.boolean(),
    write: z.boolean(),
    edit: z.boolean(),
    sendAgenda: z.boolean(),
    hold: z.boolean(),
    sendMinutes: z.boolean(),
    replyToMinutes: z.boolean(),
    giveFeedback: z.boolean(),
    cancel: z.boolean(),
  }),
});
export type MeetingDetail = z.infer<typeof MeetingDetail>;

export const AgendaProposal = AgendaItemInput.extend({
  /** Why it is proposed, and from which facts. */
  why: Sentence,
  /** Fits the time that is planned; the rest is for next time. */
  fits: z.boolean(),
  /** Who owes an answer. */
  whose: DialogueSide,
});
export type AgendaProposal = z.infer<typeof AgendaProposal>;

export const QuestionPack = z.object({
  key: z.string(),
  title: z.string(),
  about: z.string(),
  sources: z.array(z.string()),
  questions: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      why: z.string(),
      goodAnswer: z.string(),
      whoShouldBeThere: z.string(),
    }),
  ),
});
export type QuestionPack = z.infer<typeof QuestionPack>;

export const meetings = {
  list: endpoint("GET", "/meetings", tag, "Meetings of all series at whose table we sit")
    .input(
      PageInput.extend({ limit: z.coerce.number().int().min(1).max(100).default(25), ...filters }),
    )
    .output(
      pageOf(MeetingSummary).extend({ total: z.int(), can: z.object({ write: z.boolean() }) }),
    ),
  get: endpoint("GET", "/meetings/{id}", tag, "One meeting with agenda, people, minutes, promises")
    .input(Id)
    .output(MeetingDetail),
  plan: endpoint(
    "POST",
    "/meetings",
    tag,
    "Plan a meeting; the other side hears of it when invited",
  )
    .input(z.object({ seriesId: RecordId, ...when, leadDays: z.int().min(0).max(90).optional() }))
    .output(Id),
  move: endpoint(
    "PUT",
    "/meetings/{id}",
    tag,
    "Change time, place or title; whoever was invited gets an update of the invitation",
  )
    .input(z.object({ ...at, ...when }))
    .output(Versioned.extend({ mailIds: z.array(RecordId) })),
  cancel: endpoint("POST", "/meetings/{id}/cancel", tag, "Cancel, with the reason")
    .input(z.object({ ...at, reason: text(2000).min(1) }))
    .output(Versioned.extend({ mailIds: z.array(RecordId) })),
  questionPacks: endpoint("GET", "/meetings/question-packs", tag, "Question packs").output(
    z.object({ packs: z.array(QuestionPack) }),
  ),
  draftAgenda: endpoint(
    "GET",
    "/meetings/{id}/agenda/draft",
    tag,
    "Draft the agenda from the line: breaks, expiring evidence, open requests, promises, measures; nothing is saved",
  )
    .input(Id)
    .output(z.object({ proposals: z.array(AgendaProposal), asOf: IsoDate })),
  addItems: endpoint("POST", "/meetings/{id}/agenda", tag, "Add to the agenda; either side may")
    .input(Id.extend({ items: z.array(AgendaItemInput).min(1).max(50) }))
    .output(z.object({ ids: z.array(RecordId) })),
  changeItem: endpoint("PUT", "/meetings/agenda/{itemId}", tag, "Change an item of one's own")
    .input(AgendaItemInput.extend({ itemId: RecordId }))
    .output(Done),
  removeItem: endpoint("DELETE", "/meetings/agenda/{itemId}", tag, "Take an item off the agenda")
    .input(z.object({ itemId: RecordId }))
    .output(Done),
  orderItems: endpoint("PUT", "/meetings/{id}/agenda/order", tag, "Put the agenda in order")
    .input(Id.extend({ itemIds: z.array(RecordId).max(200) }))
    .output(Done),
  setPeople: endpoint(
    "PUT",
    "/meetings/{id}/people",
    tag,
    "Say who comes of our side, or by role whom the other side is asked to send",
  )
    .input(
      Id.extend({ people: z.array(PersonInput.extend({ personId: RecordId.optional() })).max(50) }),
    )
    .output(Done),
  confirmFit: endpoint(
    "POST",
    "/meetings/{id}/people/{personId}/fit",
    tag,
    "Say whether the right one comes: mandate and topics",
  )
    .input(
      z.object({
        id: RecordId,
        personId: RecordId,
        fit: z.enum(["confirmed", "not_the_right_one"]),
        mandate: z.enum(["unknown", "can_decide", "can_take_back", "listens"]),
        topics: z.array(z.string().max(60)).max(20),
      }),
    )
    .output(Done),
  erasePerson: endpoint(
    "POST",
    "/meetings/{id}/people/{personId}/erase",
    tag,
    "Erase name and address; the role stays",
  )
    .input(z.object({ id: RecordId, personId: RecordId }))
    .output(Done),
  sendAgenda: endpoint(
    "POST",
    "/meetings/{id}/agenda/send",
    tag,
    "Send invitation and agenda to both sides: mail with calendar entry and document; lateness is recorded",
  )
    .input(z.object({ ...at, letter: text(8000).default("") }))
    .output(Versioned.extend({ mailIds: z.array(RecordId), lateDays: z.int() })),
  previewLetter: endpoint(
    "POST",
    "/meetings/{id}/letter",
    tag,
    "The words of invitation or confirmation as they would leave; nothing is sent or kept",
  )
    .input(
      Id.extend({
        kind: z.enum(["invitation", "confirmation"]),
        /** A word of one's own that an invitation would carry. */
        letter: text(8000).default(""),
      }),
    )
    .output(
      z.object({
        subject: z.string(),
        body: z.string(),
        to: z.array(
          z.object({ name: z.string(), address: z.string().nullable(), side: DialogueSide }),
        ),
        /** Who gets nothing, and why. */
        without: z.array(z.string()),
      }),
    ),
  hold: endpoint("POST", "/meetings/{id}/held", tag, "Record that it was held and who came")
    .input(z.object({ ...at, heldOn: IsoDate, came: z.array(RecordId).max(100) }))
    .output(Versioned),
  saveDraft: endpoint("PUT", "/meetings/{id}/minutes/draft", tag, "Save the minutes while writing")
    .input(Id.extend({ content: MinutesContent, version: z.int().nullable() }))
    .output(Versioned),
  sendMinutes: endpoint(
    "POST",
    "/meetings/{id}/minutes",
    tag,
    "Send minutes and promises in writing; both sides confirm or correct",
  )
    .input(z.object({ ...at, content: MinutesContent }))
    .output(Versioned.extend({ revision: z.int(), mailIds: z.array(RecordId) })),
  replyToMinutes: endpoint(
    "POST",
    "/meetings/{id}/minutes/{revision}/reply",
    tag,
    "Confirm the minutes, or say what is to be corrected",
  )
    .input(
      z.object({
        id: RecordId,
        revision: z.coerce.number().int().positive(),
        kind: z.enum(["confirmed", "corrected"]),
        text: text(8000).default(""),
      }),
    )
    .output(Done),
  giveFeedback: endpoint("POST", "/meetings/{id}/feedback", tag, "Tell the other side how it was")
    .input(
      Id.extend({
        useful: z.int().min(1).max(5),
        prepared: z.int().min(1).max(5),
        openTalk: z.int().min(1).max(5),
        helped: text(2000).default(""),
        change: text(2000).default(""),
      }),
    )
    .output(Done),
};

/** Outside the typed client: files. */
export const meetingFiles = {
  export: endpoint("GET", "/meetings/export", tag, "Exactly the meetings shown")
    .input(z.object({ ...filters, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
  document: endpoint(
    "GET",
    "/meetings/{id}/document",
    tag,
    "Invitation, agenda or confirmation as a document",
  )
    .input(
      Id.extend({
        kind: z.enum(["invitation", "agenda", "confirmation"]),
        format: z.enum(["docx", "pdf"]),
      }),
    )
    .output(z.file()),
  calendar: endpoint("GET", "/meetings/{id}/calendar", tag, "The meeting as a calendar entry")
    .input(Id)
    .output(z.file()),
};
