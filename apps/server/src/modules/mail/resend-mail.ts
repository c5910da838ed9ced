/** Sends a mail again that was held, came back or failed; to another address where the first was wrong. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { subjectOf } from "../../platform/api.ts";
import { maySendAgain } from "./mail.policy.ts";
import { lockMail, queueAgain } from "./mail.store.ts";

export async function resendMail(
  work: Work,
  input: { readonly mailId: string; readonly toAddress?: string | undefined },
): Promise<{ mailId: string }> {
  const { tx, actor } = work;
  const mail = await lockMail(tx, actor.organisationId, input.mailId);
  if (mail === undefined) throw new AppError("not_found");
  const toAddress = input.toAddress ?? mail.toAddress;
  if (toAddress === null || !maySendAgain(mail.state, toAddress)) {
    throw new AppError("conflict", "A mail that was sent, or is about to be, is not sent again.");
  }
  await queueAgain(tx, actor.organisationId, mail.id, toAddress);
  await work.enqueue("send-mail", { mailId: mail.id }, { singletonKey: mail.id });
  await recordAudit(work, {
    action: "resend-mail",
    subjectKind: "mail",
    subjectId: mail.id,
    before: { state: mail.state },
    after: {
      state: "queued",
      ...(toAddress === mail.toAddress
        ? {}
        : { toAddress: await sealPersonal(work, subjectOf(actor), toAddress) }),
    },
  });
  return { mailId: mail.id };
}
