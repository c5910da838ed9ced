/**
 * The job that hands one mail to the SMTP server. Exactly once as far as SMTP allows: the claim keeps two workers from
 * it, and that the server took it is written right after its answer. A worker that dies between the two leaves a second
 * copy with the same Message-ID.
 */
import { randomUUID } from "node:crypto";
import { recordAudit } from "../../platform/audit.ts";
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import type { Work } from "../../platform/api.ts";
import type { MailConcerns } from "./mail-concerns.ts";
import { fillIn, needsSecrets } from "./mail.policy.ts";
import { readMailParts } from "./mail-parts.store.ts";
import {
  lockMail,
  noteTry,
  readSenderName,
  setMailState,
  type MailChange,
  type MailRow,
} from "./mail.store.ts";
import type { Handed, Letter, Mailer } from "./open-mailer.ts";

export interface Outgoing {
  /** `null`: no SMTP server is set up; mail is held for a person to hand over. */
  readonly mailer: Mailer | null;
  /** Name after the @ of message ids: where people reach this installation. */
  readonly host: string;
  readonly concerns: MailConcerns;
}

export async function sendMail(
  job: LongJob<{ readonly mailId: string }>,
  { mailer, host, concerns }: Outgoing,
): Promise<void> {
  const { mailId } = job.payload;
  const prepared = await job.inBatch((work) =>
    prepare(work, mailId, mailer !== null, host, concerns),
  );
  if (prepared === null || mailer === null) return;
  const handed = await mailer.hand(prepared.letter);
  const settled = await job.recordOutside(async (work) => {
    const change = judge(handed, job.lastAttempt, work.now);
    await settle(work, prepared.mail, change);
    if (handed.outcome === "refused" && prepared.mail.deliveryId !== null)
      await concerns.mailBounced(
        work,
        { id: mailId, deliveryId: prepared.mail.deliveryId },
        handed.words,
      );
    return change.state;
  });
  // The queue counts the tries and says when the next one is.
  if (settled === "queued") throw new MailNotTaken();
}

class MailNotTaken extends Error {
  override name = "MailNotTaken";
}

/** Reads the mail and decides whether it leaves; `null` when there is nothing to hand over. */
async function prepare(
  work: Work,
  mailId: string,
  canSend: boolean,
  host: string,
  concerns: MailConcerns,
): Promise<{ readonly mail: MailRow; readonly letter: Letter } | null> {
  const { tx, actor } = work;
  const mail = await lockMail(tx, actor.organisationId, mailId);
  // Sent by an earlier try, removed with its organisation, or its addressee was erased.
  if (mail === undefined || mail.state !== "queued" || mail.toAddress === null) return null;
  if (!canSend) {
    await settle(work, mail, { state: "held", lastError: null });
    return null;
  }
  const secret = needsSecrets(mail.body);
  const secrets = secret
    ? await concerns.revealSecrets(work, { id: mailId, deliveryId: mail.deliveryId })
    : null;
  if (secret && secrets === null) {
    await settle(work, mail, {
      state: "failed",
      lastError: "The link it carries is not valid any more; nothing was sent.",
    });
    return null;
  }
  const messageId = mail.messageId ?? `${randomUUID()}@${host}`;
  await noteTry(tx, actor.organisationId, mailId, messageId);
  return {
    mail,
    letter: {
      messageId,
      fromName: await readSenderName(tx, actor.organisationId),
      toAddress: mail.toAddress,
      toName: mail.toName,
      subject: mail.subject,
      text: fillIn(mail.body, secrets),
      parts: await readMailParts(tx, actor.organisationId, mailId),
      date: work.now,
    },
  };
}

function judge(handed: Handed, lastAttempt: boolean, now: Date): MailChange {
  switch (handed.outcome) {
    case "taken":
      return { state: "sent", lastError: null, sentAt: now };
    case "refused":
      return { state: "bounced", lastError: handed.words, bouncedAt: now };
    case "not_now":
      return { state: lastAttempt ? "failed" : "queued", lastError: handed.words };
  }
}

const actions = {
  held: "hold-mail",
  sent: "send-mail",
  bounced: "bounce-mail",
  failed: "fail-mail",
};

async function settle(work: Work, mail: MailRow, change: MailChange): Promise<void> {
  await setMailState(work.tx, work.actor.organisationId, mail.id, change);
  if (change.state === "queued") return;
  // What the server said may hold the address: it stays in the row, which can be erased.
  await recordAudit(work, {
    action: actions[change.state],
    subjectKind: "mail",
    subjectId: mail.id,
    before: { state: mail.state },
    after: { state: change.state, kind: mail.kind, deliveryId: mail.deliveryId },
  });
}
