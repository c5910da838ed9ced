/** Commitments of both sides, across contracts and years; and obstacles reported in the chain. */
import { CommitmentState, DialogueSide, IsoDate, ObstacleKind, Tier } from "@throughline/domain";
import { z } from "zod";
import {
  CommitmentActInput,
  CommitmentDetail,
  CommitmentSummary,
  Obstacle,
} from "./dialogue-shapes.ts";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Commitments";
const text = (most: number) => z.string().trim().max(most);

const filters = {
  seriesId: RecordId.optional(),
  meetingId: RecordId.optional(),
  programmeId: RecordId.optional(),
  contractId: RecordId.optional(),
  supplierId: RecordId.optional(),
  state: CommitmentState.optional(),
  /** Whose promise. */
  debtor: DialogueSide.optional(),
  waiting: z.enum(["for_us", "for_them"]).optional(),
  slipped: z.stringbool().optional(),
  dueFrom: IsoDate.optional(),
  dueTo: IsoDate.optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["due", "-due", "counterpart", "state", "slips"]).default("due"),
};

export const CommitmentInput = z.object({
  seriesId: RecordId,
  meetingId: RecordId.nullable().default(null),
  agendaItemId: RecordId.nullable().default(null),
  threadId: RecordId.nullable().default(null),
  debtor: DialogueSide,
  debtorName: text(300).min(1),
  debtorRole: text(200).min(1).nullable().default(null),
  what: text(2000).min(1),
  dueOn: IsoDate.nullable(),
  about: text(300).min(1).nullable().default(null),
  contractId: RecordId.nullable().default(null),
  breakId: z.string().max(400).nullable().default(null),
  /** False while it is drafted in the meeting: it is put on the table with the minutes. */
  share: z.boolean().default(true),
});
export type CommitmentInput = z.infer<typeof CommitmentInput>;

export const commitments = {
  list: endpoint("GET", "/commitments", tag, "Who promised what by when, soonest first")
    .input(
      PageInput.extend({ limit: z.coerce.number().int().min(1).max(200).default(50), ...filters }),
    )
    .output(
      pageOf(CommitmentSummary).extend({
        total: z.int(),
        counts: z.partialRecord(CommitmentState, z.int()),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  get: endpoint("GET", "/commitments/{id}", tag, "One commitment with all that was said of it")
    .input(z.object({ id: RecordId }))
    .output(CommitmentDetail),
  make: endpoint(
    "POST",
    "/commitments",
    tag,
    "Put a commitment of either side forward; the other side confirms it",
  )
    .input(CommitmentInput)
    .output(z.object({ id: RecordId })),
  say: endpoint(
    "POST",
    "/commitments/{id}/acts",
    tag,
    "Confirm, correct, ask for a new date, say it is done, accept or dispute that",
  )
    .input(CommitmentActInput.extend({ id: RecordId }))
    .output(CommitmentDetail),
  discard: endpoint("DELETE", "/commitments/{id}", tag, "Discard a draft nobody was shown")
    .input(z.object({ id: RecordId }))
    .output(Done),

  listObstacles: endpoint("GET", "/obstacles", tag, "Who in the chain does not say, and why")
    .input(
      PageInput.extend({
        seriesId: RecordId.optional(),
        open: z.stringbool().optional(),
        kind: ObstacleKind.optional(),
        search: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(Obstacle).extend({ can: z.object({ write: z.boolean() }) })),
  reportObstacle: endpoint("POST", "/obstacles", tag, "Record an obstacle as it was reported")
    .input(
      z.object({
        seriesId: RecordId,
        meetingId: RecordId.nullable().default(null),
        who: text(300).min(1),
        tier: Tier.nullable().default(null),
        product: text(300).min(1).nullable().default(null),
        kind: ObstacleKind,
        text: text(4000).min(1),
        reportedOn: IsoDate,
      }),
    )
    .output(z.object({ id: RecordId })),
  resolveObstacle: endpoint("POST", "/obstacles/{id}/resolve", tag, "Say how it was overcome")
    .input(z.object({ id: RecordId, version: z.int(), on: IsoDate, resolution: text(2000).min(1) }))
    .output(Done),
  requestFromObstacle: endpoint(
    "POST",
    "/obstacles/{id}/request",
    tag,
    "Draft a request because of it, to whoever does not say; it is sent from Requests",
  )
    .input(z.object({ id: RecordId, contractId: RecordId }))
    .output(z.object({ requestId: RecordId })),
  recordAsAnswer: endpoint(
    "POST",
    "/obstacles/{id}/answer",
    tag,
    "Record it as the counterpart's answer to a request: it cannot say, because of this",
  )
    .input(z.object({ id: RecordId, contractId: RecordId, requestId: RecordId.nullable() }))
    .output(z.object({ answerId: RecordId })),
};

/** Outside the typed client: files. */
export const commitmentFiles = {
  export: endpoint("GET", "/commitments/export", tag, "Exactly the commitments shown")
    .input(z.object({ ...filters, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
};
