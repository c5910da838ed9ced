/** One mail as it reads. Where link and code stand in it, that they were shown is audited. */
import type { MailPartSummary, MailSummary } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { may, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { summarise } from "./list-mails.ts";
import type { MailConcerns } from "./mail-concerns.ts";
import { fillIn, mayComeBack, maySendAgain, needsSecrets } from "./mail.policy.ts";
import { listMailParts } from "./mail-parts.store.ts";
import { findMail } from "./mail.store.ts";

export async function getMail(
  work: Work,
  mailId: string,
  concerns: MailConcerns,
): Promise<
  MailSummary & {
    body: string;
    holdsSecrets: boolean;
    parts: MailPartSummary[];
    can: { resend: boolean; recordBounce: boolean };
  }
> {
  const mail = await findMail(work.tx, work.actor.organisationId, mailId);
  if (mail === undefined) throw new AppError("not_found");
  const secrets = needsSecrets(mail.body)
    ? await concerns.revealSecrets(work, { id: mail.id, deliveryId: mail.deliveryId })
    : null;
  if (secrets !== null)
    await recordAudit(work, {
      action: "reveal-mail",
      subjectKind: "mail",
      subjectId: mail.id,
      after: { deliveryId: mail.deliveryId },
    });
  const write = may(work, "request.write");
  return {
    ...summarise(mail),
    body: fillIn(mail.body, secrets),
    holdsSecrets: secrets !== null,
    parts: await listMailParts(work.tx, work.actor.organisationId, mail.id),
    can: {
      resend: write && maySendAgain(mail.state, mail.toAddress),
      recordBounce: write && mayComeBack(mail.state),
    },
  };
}
