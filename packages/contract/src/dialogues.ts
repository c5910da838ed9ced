/** Programmes and series: who talks with whom, to what end, under what; who sits at the table; lessons that are kept. */
import { CounterpartRole, CpvCode, IsoDate, SeriesBasis, ThreadKind } from "@throughline/domain";
import { z } from "zod";
import {
  DialogueComment,
  DialogueFigure,
  Lesson,
  ProgrammeSummary,
  seatSees,
  SeriesDetail,
  SeriesSummary,
} from "./dialogue-shapes.ts";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Dialogue";
const text = (most: number) => z.string().trim().max(most);
const issues = z.array(z.string().max(60));
const at = { id: RecordId, version: z.int() };
const Versioned = z.object({ version: z.int() });
const Id = z.object({ id: RecordId });

const ProgrammeInput = z.object({
  title: text(200).min(1),
  purpose: text(4000).min(1),
  hopedOutcome: text(4000).default(""),
  issues: issues.max(10).default([]),
  fromOn: IsoDate,
  untilOn: IsoDate.nullable().default(null),
});

const seriesFields = {
  title: text(200).min(1),
  counterpartRole: CounterpartRole,
  programmeId: RecordId.nullable().default(null),
  basis: SeriesBasis,
  /** What both sides are told it rests on. */
  basisTold: text(2000).default(""),
  contractIds: z.array(RecordId).max(50).default([]),
  /** One or two. */
  issues: issues.min(1).max(2),
  cpv: z.array(CpvCode).max(20).default([]),
  cadenceMonths: z.int().min(1).max(60).nullable().default(null),
  leadDays: z.int().min(0).max(90).default(10),
  language: z.string().length(2).default("en"),
  /** IANA name. */
  timeZone: z.string().min(1).max(60),
  protection: text(2000).default(""),
};

const filters = {
  search: z.string().max(200).optional(),
  programmeId: RecordId.optional(),
  contractId: RecordId.optional(),
  supplierId: RecordId.optional(),
  state: z.enum(["open", "paused", "closed"]).optional(),
  /** `lapsed`: the next meeting was due and none is planned. */
  watch: z.enum(["lapsed", "waiting_for_us", "channel_closed"]).optional(),
  side: z.enum(["buyers", "counterpart"]).optional(),
  sort: z.enum(["changed", "title", "-title", "next", "last"]).default("changed"),
};

export const dialogues = {
  listProgrammes: endpoint("GET", "/dialogue/programmes", tag, "Programmes of dialogue")
    .input(PageInput)
    .output(pageOf(ProgrammeSummary).extend({ can: z.object({ write: z.boolean() }) })),
  getProgramme: endpoint(
    "GET",
    "/dialogue/programmes/{id}",
    tag,
    "One programme with its figures, each with the records behind it",
  )
    .input(Id.extend({ from: IsoDate.optional(), until: IsoDate.optional() }))
    .output(
      ProgrammeSummary.extend({
        hopedOutcome: z.string(),
        outcome: z.string().nullable(),
        version: z.int(),
        figures: z.array(DialogueFigure),
        /** Meetings held per quarter, `2024-Q1`, oldest first. */
        quarters: z.array(
          z.object({ quarter: z.string(), meetings: z.int(), counterparts: z.int() }),
        ),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  createProgramme: endpoint("POST", "/dialogue/programmes", tag, "Begin a programme")
    .input(ProgrammeInput)
    .output(Id),
  updateProgramme: endpoint("PUT", "/dialogue/programmes/{id}", tag, "Change a programme")
    .input(ProgrammeInput.extend(at))
    .output(Versioned),
  closeProgramme: endpoint(
    "POST",
    "/dialogue/programmes/{id}/close",
    tag,
    "Close a programme and say what came of it",
  )
    .input(z.object({ ...at, outcome: text(4000).min(1) }))
    .output(Versioned),

  list: endpoint("GET", "/dialogue/series", tag, "Series at whose table we sit, ours and others'")
    .input(
      PageInput.extend({ limit: z.coerce.number().int().min(1).max(100).default(25), ...filters }),
    )
    .output(
      pageOf(SeriesSummary).extend({ total: z.int(), can: z.object({ write: z.boolean() }) }),
    ),
  get: endpoint("GET", "/dialogue/series/{id}", tag, "One series: aims, table, threads, channel")
    .input(Id)
    .output(SeriesDetail),
  create: endpoint("POST", "/dialogue/series", tag, "Begin a series with one counterpart")
    .input(
      z.object({
        ...seriesFields,
        supplierId: RecordId.nullable().default(null),
        /** Needed without `supplierId`. */
        counterpartName: text(300).min(1).optional(),
        purpose: text(4000).min(1),
        hopedOutcome: text(4000).min(1),
        brings: text(4000).default(""),
      }),
    )
    .output(Id),
  update: endpoint("PUT", "/dialogue/series/{id}", tag, "Change what a series rests on and how")
    .input(z.object({ ...at, ...seriesFields }))
    .output(Versioned),
  setState: endpoint("POST", "/dialogue/series/{id}/state", tag, "Pause, close or go on")
    .input(
      z.object({ ...at, state: z.enum(["open", "paused", "closed"]), reason: text(2000).min(1) }),
    )
    .output(Versioned),
  sayAim: endpoint(
    "POST",
    "/dialogue/series/{id}/aims",
    tag,
    "Say what our side wants, hopes for and brings; it takes the place of what we said before",
  )
    .input(
      z.object({
        id: RecordId,
        purpose: text(4000).min(1),
        hopedOutcome: text(4000).min(1),
        brings: text(4000).default(""),
      }),
    )
    .output(z.object({ aimId: RecordId })),
  agreeAim: endpoint(
    "POST",
    "/dialogue/series/{id}/aims/{aimId}/agree",
    tag,
    "Agree to what the other side said it wants",
  )
    .input(z.object({ id: RecordId, aimId: RecordId, note: text(2000).default("") }))
    .output(Done),
  saveThread: endpoint(
    "POST",
    "/dialogue/series/{id}/threads",
    tag,
    "Open a thread that runs through several meetings, or change one",
  )
    .input(
      z.object({
        id: RecordId,
        threadId: RecordId.optional(),
        version: z.int().optional(),
        title: text(200).min(1),
        kind: ThreadKind,
        closedOn: IsoDate.nullable().default(null),
        outcome: text(4000).min(1).nullable().default(null),
      }),
    )
    .output(z.object({ threadId: RecordId })),

  offerSeat: endpoint(
    "POST",
    "/dialogue/series/{id}/seats",
    tag,
    "Offer the counterpart or another buyer a seat; a mail with its link is written",
  )
    .input(
      z.object({
        id: RecordId,
        kind: z.enum(["joint", "counterpart"]),
        name: text(300).min(1),
        /** A role mailbox first. */
        toAddress: z.email().max(320),
        sees: z.array(z.enum(seatSees)).default([...seatSees]),
        letter: text(8000).default(""),
      }),
    )
    .output(z.object({ seatId: RecordId, mailId: RecordId })),
  changeSeat: endpoint(
    "PUT",
    "/dialogue/series/{id}/seats/{seatId}",
    tag,
    "Say what a joint buyer may see",
  )
    .input(z.object({ id: RecordId, seatId: RecordId, sees: z.array(z.enum(seatSees)) }))
    .output(Done),
  revealSeat: endpoint(
    "POST",
    "/dialogue/series/{id}/seats/{seatId}/reveal",
    tag,
    "Show link and code of a seat to hand them over; what is confirmed through them says so",
  )
    .input(z.object({ id: RecordId, seatId: RecordId }))
    .output(z.object({ link: z.url(), code: z.string() })),
  renewSeat: endpoint(
    "POST",
    "/dialogue/series/{id}/seats/{seatId}/renew",
    tag,
    "Make a new link; the old one opens nothing, and the word is chosen anew",
  )
    .input(z.object({ id: RecordId, seatId: RecordId, toAddress: z.email().max(320).optional() }))
    .output(z.object({ mailId: RecordId })),
  endSeat: endpoint("POST", "/dialogue/series/{id}/seats/{seatId}/end", tag, "End a seat")
    .input(z.object({ id: RecordId, seatId: RecordId }))
    .output(Done),
  leave: endpoint("POST", "/dialogue/series/{id}/leave", tag, "Get up from a table not our own")
    .input(Id)
    .output(Done),

  openSeat: endpoint(
    "POST",
    "/dialogue/seat/open",
    tag,
    "Open a seat by its link's secret, code and word; the first to open it chooses the word. Tries are limited",
  )
    .input(
      z.object({
        secret: z.string().min(20).max(200),
        code: z.string().trim().min(8).max(20),
        word: z.string().min(8).max(200),
      }),
    )
    .output(z.object({ seriesId: RecordId, first: z.boolean() })),
  takeSeat: endpoint(
    "POST",
    "/dialogue/seat/take",
    tag,
    "Take a seat as the organisation one is signed in for",
  )
    .input(
      z.object({
        secret: z.string().min(20).max(200),
        code: z.string().trim().min(8).max(20),
        /** Needed once somebody chose one. */
        word: z.string().min(8).max(200).optional(),
      }),
    )
    .output(z.object({ seriesId: RecordId })),

  listComments: endpoint("GET", "/dialogue/series/{id}/comments", tag, "Comments on the object")
    .input(
      Id.extend({
        subjectKind: z.enum(["series", "meeting", "commitment", "obstacle"]),
        subjectId: RecordId,
      }),
    )
    .output(z.object({ comments: z.array(DialogueComment) })),
  comment: endpoint("POST", "/dialogue/series/{id}/comments", tag, "Comment on something")
    .input(
      Id.extend({
        subjectKind: z.enum(["series", "meeting", "commitment", "obstacle"]),
        subjectId: RecordId,
        text: text(4000).min(1),
        internal: z.boolean(),
      }),
    )
    .output(z.object({ commentId: RecordId })),
  changeComment: endpoint(
    "POST",
    "/dialogue/comments/{commentId}",
    tag,
    "Edit, resolve, reopen or remove a comment of one's own",
  )
    .input(
      z.object({
        commentId: RecordId,
        version: z.int(),
        act: z.enum(["edit", "resolve", "reopen", "remove"]),
        text: text(4000).min(1).optional(),
      }),
    )
    .output(Done),

  listLessons: endpoint("GET", "/dialogue/lessons", tag, "Lessons noted, ours and the network's")
    .input(
      PageInput.extend({
        search: z.string().max(200).optional(),
        outcome: z.enum(["worked", "worked_in_part", "tried_and_dropped"]).optional(),
        issue: z.string().max(60).optional(),
        mine: z.stringbool().optional(),
      }),
    )
    .output(pageOf(Lesson).extend({ can: z.object({ write: z.boolean() }) })),
  saveLesson: endpoint("POST", "/dialogue/lessons", tag, "Note a lesson, or change one of ours")
    .input(
      z.object({
        lessonId: RecordId.optional(),
        version: z.int().optional(),
        meetingId: RecordId.nullable().default(null),
        title: text(200).min(1),
        text: text(8000).min(1),
        outcome: z.enum(["worked", "worked_in_part", "tried_and_dropped"]),
        issues: issues.max(10).default([]),
        requirement: z.string().max(60).nullable().default(null),
        visibility: z.enum(["organisation", "network"]),
      }),
    )
    .output(z.object({ lessonId: RecordId })),
  withdrawLesson: endpoint(
    "POST",
    "/dialogue/lessons/{lessonId}/withdraw",
    tag,
    "Withdraw a lesson",
  )
    .input(z.object({ lessonId: RecordId }))
    .output(Done),
};

/** Outside the typed client: files. */
export const dialogueFiles = {
  exportSeries: endpoint("GET", "/dialogue/series/export", tag, "Exactly the series shown")
    .input(z.object({ ...filters, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
  exportProgramme: endpoint(
    "GET",
    "/dialogue/programmes/{id}/export",
    tag,
    "A programme's figures with the records behind them",
  )
    .input(
      z.object({
        id: RecordId,
        from: IsoDate.optional(),
        until: IsoDate.optional(),
        format: z.enum(["xlsx", "json", "docx", "pdf"]),
      }),
    )
    .output(z.file()),
};
