/** Writes a mail and queues its sending, in the transaction of whatever it tells about. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { faultOfParts, MailAddress } from "./mail.policy.ts";
import { insertMailParts } from "./mail-parts.store.ts";
import { insertMail, type NewMail } from "./mail.store.ts";

/**
 * Queues one mail. `body` is plain text; `{{link}}` and `{{code}}` stand where secrets of the delivery belong: they are
 * filled in at the last moment and never stored. `parts` are documents and at most one invitation for calendars; they are
 * stored as they leave, so nothing secret belongs in them.
 *
 * @returns the mail's id
 * @throws AppError `input_invalid` when the address is not one address, or a part cannot be sent
 * @example await queueMail(work, { kind: "request", toAddress: "csr@cedar.example", toName: "Cedar IT", subject, body, deliveryId })
 */
export async function queueMail(work: Work, mail: NewMail): Promise<string> {
  if (!MailAddress.safeParse(mail.toAddress).success) {
    throw new AppError("input_invalid", undefined, [
      { path: "/toAddress", message: "Give one e-mail address." },
    ]);
  }
  const parts = mail.parts ?? [];
  const fault = faultOfParts(parts);
  if (fault !== null)
    throw new AppError("input_invalid", undefined, [{ path: "/parts", message: fault }]);
  const { organisationId } = work.actor;
  const mailId = await insertMail(work.tx, organisationId, mail, work.now);
  await insertMailParts(work.tx, organisationId, mailId, parts);
  await work.enqueue("send-mail", { mailId }, { singletonKey: mailId });
  await recordAudit(work, {
    action: "queue-mail",
    subjectKind: "mail",
    subjectId: mailId,
    after: {
      kind: mail.kind,
      deliveryId: mail.deliveryId,
      ...(parts.length === 0 ? {} : { files: parts.map(({ fileName }) => fileName) }),
    },
  });
  return mailId;
}
