/**
 * Every kind of job: what its payload is, in which lane it runs, how often it is tried. A payload holds ids and dates,
 * never content: what is to be done is read from the tables when it is done.
 *
 * - **quick**: seconds; several at once. **long**: minutes to hours in many transactions; two at once.
 * - **retries**: how often a failed job is tried again, after `delaySeconds`, doubling each time up to `delayMaxSeconds`.
 */
import { checkCatalogue } from "@throughline/interchange";
import { z } from "zod";

export interface JobKind {
  readonly payload: z.ZodType<Readonly<Record<string, string | number | null>>>;
  readonly lane: "quick" | "long";
  readonly retries: number;
  readonly delaySeconds: number;
  readonly delayMaxSeconds: number;
}

function intakeStep<P extends JobKind["payload"]>(payload: P) {
  return { payload, lane: "long", retries: 5, delaySeconds: 5, delayMaxSeconds: 300 } as const;
}

export const jobCatalogue = {
  /** Hands one mail to the SMTP server. Tried for about three days, as mail servers do (RFC 5321, 4.5.4.1). */
  "send-mail": {
    payload: z.strictObject({ mailId: z.uuid() }),
    lane: "quick",
    retries: 20,
    delaySeconds: 30,
    delayMaxSeconds: 21_600,
  },
  /** Reminds the addressee of a request, if its day is still this one and the answer has not come. */
  "remind-request": {
    payload: z.strictObject({
      deliveryId: z.uuid(),
      kind: z.enum(["due_in_30", "due_in_7", "due_in_1", "overdue"]),
      dueOn: z.iso.date(),
    }),
    lane: "quick",
    retries: 8,
    delaySeconds: 60,
    delayMaxSeconds: 21_600,
  },
  /** Each morning in an organisation with conditions: reminds of duties that fall due, and queues itself for the next. */
  "remind-duties": {
    payload: z.strictObject({}),
    lane: "quick",
    retries: 12,
    delaySeconds: 60,
    delayMaxSeconds: 21_600,
  },
  /** Each morning in an organisation that sits with buyers: channels close and open with procurements; queues itself anew. */
  "settle-channels": {
    payload: z.strictObject({}),
    lane: "quick",
    retries: 12,
    delaySeconds: 60,
    delayMaxSeconds: 21_600,
  },
  /** Each morning where minutes wait to be confirmed: reminds the counterpart of each once, and queues itself for the next. */
  "remind-meetings": {
    payload: z.strictObject({}),
    lane: "quick",
    retries: 12,
    delaySeconds: 60,
    delayMaxSeconds: 21_600,
  },
  /** Steps of a list on its way in. Each goes on where the one before it stopped; a small list's are queued as quick. */
  "read-intake": intakeStep(z.strictObject({ intakeId: z.uuid() })),
  "check-intake": intakeStep(z.strictObject({ intakeId: z.uuid() })),
  "take-intake": intakeStep(z.strictObject({ intakeId: z.uuid() })),
  "clear-intake": intakeStep(z.strictObject({ intakeId: z.uuid() })),
  /** Carries a decision about all rows of one check into each of them. */
  "decide-intake": intakeStep(
    z.strictObject({
      intakeId: z.uuid(),
      check: z.enum(Object.keys(checkCatalogue)),
      act: z.enum(["undo_correction", "leave_out", "take_back"]),
      personId: z.uuid().nullable(),
    }),
  ),
  /** Takes a release for the contracts its requester asked about. */
  "receive-release": {
    payload: z.strictObject({ releaseId: z.uuid() }),
    lane: "quick",
    retries: 8,
    delaySeconds: 10,
    delayMaxSeconds: 3600,
  },
  /** Withdraws what a holder took from a release that was withdrawn. */
  "drop-withdrawn-release": {
    payload: z.strictObject({ releaseId: z.uuid() }),
    lane: "quick",
    retries: 8,
    delaySeconds: 10,
    delayMaxSeconds: 3600,
  },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof jobCatalogue;
export type JobPayload<N extends JobName> = z.infer<(typeof jobCatalogue)[N]["payload"]>;
