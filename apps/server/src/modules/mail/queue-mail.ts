/** Writes a mail and queues its sending, in the transaction of whatever it tells about. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { MailAddress } from "./mail.policy.ts";
import { insertMail, type NewMail } from "./mail.store.ts";

/**
 * Queues one mail. `body` is plain text; `{{link}}` and `{{code}}` stand where secrets of the delivery belong: they are
 * filled in at the last moment and never stored.
 *
 * @returns the mail's id
 * @throws AppError `input_invalid` when the address is not one address
 * @example await queueMail(work, { kind: "request", toAddress: "csr@cedar.example", toName: "Cedar IT", subject, body, deliveryId })
 */
export async function queueMail(work: Work, mail: NewMail): Promise<string> {
  if (!MailAddress.safeParse(mail.toAddress).success) {
    throw new AppError("input_invalid", undefined, [
      { path: "/toAddress", message: "Give one e-mail address." },
    ]);
  }
  const mailId = await insertMail(work.tx, work.actor.organisationId, mail, work.now);
  await work.enqueue("send-mail", { mailId }, { singletonKey: mailId });
  await recordAudit(work, {
    action: "queue-mail",
    subjectKind: "mail",
    subjectId: mailId,
    after: { kind: mail.kind, deliveryId: mail.deliveryId },
  });
  return mailId;
}
