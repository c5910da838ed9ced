/** Mail that left, or waits to be handed over. */
import { IsoInstant } from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Mail";

export const mailStates = ["queued", "held", "sent", "bounced", "failed"] as const;
export const MailSummary = z.object({
  id: RecordId,
  kind: z.string(),
  /** `null` once erased. */
  toAddress: z.string().nullable(),
  toName: z.string().nullable(),
  subject: z.string(),
  /** `held`: no mail server is set up here; a person hands the text over. */
  state: z.enum(mailStates),
  tries: z.int(),
  /** What the receiving server said when it refused. */
  lastError: z.string().nullable(),
  requestId: RecordId.nullable(),
  createdAt: IsoInstant,
  sentAt: IsoInstant.nullable(),
});
export type MailSummary = z.infer<typeof MailSummary>;

/** A file a mail carries; `GET /api/mails/{mailId}/parts/{position}` gives it. */
export const MailPartSummary = z.object({
  position: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type MailPartSummary = z.infer<typeof MailPartSummary>;

export const mails = {
  list: endpoint("GET", "/mails", tag, "The outbox: mail that was sent, waits, or came back")
    .input(
      PageInput.extend({ state: z.enum(mailStates).optional(), requestId: RecordId.optional() }),
    )
    .output(pageOf(MailSummary).extend({ smtpConfigured: z.boolean() })),
  get: endpoint("GET", "/mails/{mailId}", tag, "One mail as it reads, link and code filled in")
    .input(z.object({ mailId: RecordId }))
    .output(
      MailSummary.extend({
        body: z.string(),
        /** Link and code are filled in, so that whoever reads it holds them; that it was opened is audited. */
        holdsSecrets: z.boolean(),
        parts: z.array(MailPartSummary),
        can: z.object({ resend: z.boolean(), recordBounce: z.boolean() }),
      }),
    ),
  resend: endpoint(
    "POST",
    "/mails/{mailId}/resend",
    tag,
    "Send a mail again that was held, bounced or failed",
  )
    .input(z.object({ mailId: RecordId, toAddress: z.email().optional() }))
    .output(z.object({ mailId: RecordId })),
  recordBounce: endpoint(
    "POST",
    "/mails/{mailId}/bounced",
    tag,
    "Record that a mail came back later",
  )
    .input(z.object({ mailId: RecordId, reason: z.string().trim().min(1).max(500) }))
    .output(Done),
};

export const mailFiles = {
  part: endpoint(
    "GET",
    "/mails/{mailId}/parts/{position}",
    tag,
    "A file a mail carries, as it leaves",
  )
    .input(z.object({ mailId: RecordId, position: z.coerce.number().int().min(1).max(20) }))
    .output(z.file()),
};
