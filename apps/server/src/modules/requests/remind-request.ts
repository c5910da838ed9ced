/** Reminds the addressee: by hand, or as a job on the days before and after the answer is due. */
import { AppError, type IsoDate } from "@throughline/domain";
import { isoDate, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { queueMail } from "../mail/index.ts";
import { findMailAddress, findOwnDelivery } from "./deliveries.store.ts";
import { requireRequest } from "./get-request.ts";
import { wordReminder } from "./mail-words.en.ts";
import { isCurrent, type ReminderKind } from "./reminders.policy.ts";
import { readRequestRows } from "./request-list.store.ts";
import { openStates } from "./request-state.policy.ts";
import { gatherRequests, type GatheredRequest } from "./summarise-requests.ts";

/** Sends a reminder now; `mailId` is `null` where no address is known and the requester has to speak to them. */
export async function remindByHand(
  work: Work,
  requestId: string,
): Promise<{ mailId: string | null }> {
  const request = await requireRequest(work, requestId);
  const { summary, delivery, mails } = request;
  if (summary.state === "withdrawn") throw new AppError("request_withdrawn");
  if (delivery === null || !openStates.has(summary.state))
    throw summary.state === "answered"
      ? new AppError("conflict", "This request has been answered.")
      : new AppError("request_not_sent", "It was not sent by link and code.");
  if (mails.some((mail) => isReminder(mail.kind) && isoDate(mail.created_at) === work.today))
    throw new AppError("conflict", "A reminder went out today already.");
  return { mailId: await mailReminder(work, request, "by_hand") };
}

/** What the job does: nothing when the day was moved, the answer came, the request was withdrawn, or this one went out. */
export async function remindWhenDue(
  work: Work,
  job: { readonly deliveryId: string; readonly kind: ReminderKind; readonly dueOn: IsoDate },
): Promise<void> {
  const { tx, actor, today } = work;
  const delivery = await findOwnDelivery(tx, actor.organisationId, job.deliveryId);
  if (delivery === undefined || delivery.due_on !== job.dueOn || delivery.expires_on < today)
    return;
  if (!isCurrent(job.kind, job.dueOn, today)) return;
  const rows = await readRequestRows(tx, actor.organisationId, [delivery.request_id]);
  const [request] = await gatherRequests(work, rows);
  if (request === undefined || !openStates.has(request.summary.state)) return;
  // What never arrived cannot be reminded of: the requester sees it, and sends it again.
  if (request.summary.state === "bounced") return;
  const sentToday = request.mails.some(
    (mail) => isReminder(mail.kind) && isoDate(mail.created_at) === today,
  );
  if (!sentToday) await mailReminder(work, request, job.kind);
}

function isReminder(kind: string): boolean {
  return kind.startsWith("reminder_");
}

async function mailReminder(
  work: Work,
  { delivery, row }: GatheredRequest,
  kind: ReminderKind | "by_hand",
): Promise<string | null> {
  if (delivery === null || delivery.to_address === null) return null;
  const { tx, actor } = work;
  const toAddress =
    (await findMailAddress(tx, actor.organisationId, delivery.id)) ?? delivery.to_address;
  const mailId = await queueMail(work, {
    kind: `reminder_${kind}`,
    toAddress,
    toName: delivery.to_name,
    ...wordReminder(
      {
        requester: delivery.content.requester.name,
        subject: row.subject,
        dueOn: delivery.due_on,
        expiresOn: delivery.expires_on,
      },
      kind,
    ),
    deliveryId: delivery.id,
  });
  await recordAudit(work, {
    action: "remind-request",
    subjectKind: "request",
    subjectId: row.id,
    after: { kind, deliveryId: delivery.id },
  });
  return mailId;
}
