/**
 * Duties: what the conditions of our contracts make due, computed when read; what people record of them are dated facts
 * that are never overwritten, only taken back.
 */
import { Duty, DutyState, IsoDate, Sentence } from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Duties";

const note = z.string().trim().max(2000);
/** `Duty.key`. */
const DutyKey = z.string().min(1).max(400);

/** What people can say of a duty. `planned` needs `until`; `planned` and `excused` need a note. */
export const DutyEventInput = z.object({
  contractId: RecordId,
  dutyKey: DutyKey,
  kind: z.enum(["performed", "achieved", "planned", "excused"]),
  on: IsoDate,
  until: IsoDate.nullable().default(null),
  note: note.default(""),
});
export type DutyEventInput = z.infer<typeof DutyEventInput>;

export const DutyEventRecord = z.object({
  id: RecordId,
  dutyKey: DutyKey,
  kind: z.enum(["performed", "achieved", "planned", "excused"]),
  on: IsoDate,
  until: IsoDate.nullable(),
  note: z.string(),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  takenBack: z
    .object({ by: z.string().nullable(), at: z.iso.datetime(), reason: z.string() })
    .nullable(),
  /** Another buyer's follow-up that was recognised. */
  recognised: z.boolean(),
});
export type DutyEventRecord = z.infer<typeof DutyEventRecord>;

/** A duty with the contract it belongs to, in words. */
export const ContractDuty = Duty.extend({
  contract: z.object({ id: RecordId, reference: z.string(), title: z.string() }),
  supplier: z.string().nullable(),
  /** "Due in 12 days", "Nothing due yet", "12 days overdue: …". */
  says: Sentence,
  /** Days from today; negative when past, `null` without a day. */
  daysLeft: z.int().nullable(),
  owner: z.string().nullable(),
  events: z.array(DutyEventRecord),
});
export type ContractDuty = z.infer<typeof ContractDuty>;

const filters = {
  contractId: RecordId.optional(),
  state: DutyState.optional(),
  whose: z.enum(["supplier", "buyer"]).optional(),
  /** `mine`: those I look after; `nobody`: those nobody does. */
  owner: z.union([z.literal("mine"), z.literal("nobody"), RecordId]).optional(),
  requirement: z.string().max(60).optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  search: z.string().max(200).optional(),
};

export const CalendarFeed = z.object({
  id: RecordId,
  scope: z.enum(["mine", "organisation"]),
  madeAt: z.iso.datetime(),
  lastReadAt: z.iso.datetime().nullable(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const duties = {
  list: endpoint("GET", "/duties", tag, "What is due over all contracts, soonest first")
    .input(
      PageInput.extend({
        ...filters,
        limit: z.coerce.number().int().min(1).max(200).default(50),
        sort: z.enum(["due", "-due", "contract", "state"]).default("due"),
      }),
    )
    .output(
      pageOf(ContractDuty).extend({
        total: z.int(),
        counts: z.partialRecord(DutyState, z.int()),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  month: endpoint("GET", "/duties/month", tag, "The days of one month with what is due on them")
    .input(z.object({ ...filters, month: z.string().regex(/^\d{4}-\d{2}$/) }))
    .output(
      z.object({
        days: z.array(z.object({ on: IsoDate, duties: z.array(ContractDuty) })),
        leftOut: z.int(),
      }),
    ),
  record: endpoint("POST", "/duties/events", tag, "Record what became of duties: of all or of none")
    .input(z.object({ events: z.array(DutyEventInput).min(1).max(200) }))
    .output(z.object({ ids: z.array(RecordId) })),
  takeBack: endpoint(
    "POST",
    "/duties/events/{eventId}/take-back",
    tag,
    "Take back what was recorded",
  )
    .input(z.object({ eventId: RecordId, reason: note.min(1) }))
    .output(Done),
  setOwner: endpoint("PUT", "/duties/owner", tag, "Say who looks after duties")
    .input(
      z.object({
        duties: z
          .array(z.object({ contractId: RecordId, dutyKey: DutyKey }))
          .min(1)
          .max(200),
        personId: RecordId.nullable(),
        role: z.string().trim().min(1).max(200).nullable(),
      }),
    )
    .output(Done),
  listFeeds: endpoint("GET", "/duties/feeds", tag, "My calendar feeds").output(
    z.object({ feeds: z.array(CalendarFeed) }),
  ),
  createFeed: endpoint(
    "POST",
    "/duties/feeds",
    tag,
    "Make a calendar feed (iCalendar); its address is shown once",
  )
    .input(z.object({ scope: z.enum(["mine", "organisation"]) }))
    .output(z.object({ feed: CalendarFeed, url: z.string() })),
  revokeFeed: endpoint("DELETE", "/duties/feeds/{feedId}", tag, "End a calendar feed")
    .input(z.object({ feedId: RecordId }))
    .output(Done),
};

/** Outside the typed client: files. */
export const dutyFiles = {
  export: endpoint(
    "GET",
    "/duties/export",
    tag,
    "Exactly the duties that are shown, as a spreadsheet",
  )
    .input(
      z.object({
        ...filters,
        sort: z.enum(["due", "-due", "contract", "state"]).default("due"),
        format: z.enum(["xlsx", "csv"]),
      }),
    )
    .output(z.file()),
  feed: endpoint("GET", "/calendar/{secret}", tag, "A calendar feed, for calendar programs")
    .input(z.object({ secret: z.string().max(200) }))
    .output(z.file()),
};
