/** Records by hand that a mail came back later: many servers take everything first and refuse by mail. */
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import type { MailConcerns } from "./mail-concerns.ts";
import { mayComeBack } from "./mail.policy.ts";
import { lockMail, setMailState } from "./mail.store.ts";

export async function recordBounce(
  work: Work,
  input: { readonly mailId: string; readonly reason: string },
  concerns: MailConcerns,
): Promise<void> {
  const { tx, actor } = work;
  const mail = await lockMail(tx, actor.organisationId, input.mailId);
  if (mail === undefined) throw new AppError("not_found");
  if (!mayComeBack(mail.state)) {
    throw new AppError("conflict", "Only a mail that left can come back.");
  }
  await setMailState(tx, actor.organisationId, mail.id, {
    state: "bounced",
    lastError: input.reason,
    bouncedAt: work.now,
  });
  await recordAudit(work, {
    action: "record-bounce",
    subjectKind: "mail",
    subjectId: mail.id,
    before: { state: mail.state },
    after: { state: "bounced", reason: await sealPersonal(work, subjectOf(actor), input.reason) },
  });
  if (mail.deliveryId !== null)
    await concerns.mailBounced(work, { id: mail.id, deliveryId: mail.deliveryId }, input.reason);
}
