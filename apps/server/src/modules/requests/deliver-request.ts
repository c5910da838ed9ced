/**
 * Makes a delivery of a request: link and code, what the addressee is told, the mail, the reminders to come. Used for
 * requests of one's own and for those that pass on what somebody asked us.
 */
import { randomUUID } from "node:crypto";
import { AppError, type IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { queueMail } from "../mail/index.ts";
import { findOrganisation } from "../organisations/index.ts";
import type { DeliveryContent } from "./delivery-content.ts";
import { insertDelivery, readAddressee, type DeliveryProduct } from "./deliveries.store.ts";
import { wordRequest } from "./mail-words.en.ts";
import { expiryOf, instantOf, planReminders } from "./reminders.policy.ts";
import { deriveSecrets, type LinkParts } from "./request-secrets.ts";
import { checkDue } from "./requests.policy.ts";
import { updateSent } from "./requests.store.ts";

export interface RequestToDeliver {
  readonly requestId: string;
  readonly toName: string;
  readonly toAddress: string | null;
  readonly language: string;
  readonly dueOn: IsoDate | null;
  readonly content: Omit<DeliveryContent, "requester" | "addressee" | "withdrawnReason">;
  readonly products: readonly DeliveryProduct[];
  /** Who answered an earlier one. */
  readonly answeringId: string | null;
}

export interface DeliveredRequest {
  readonly deliveryId: string;
  readonly mailId: string | null;
  readonly link: string;
  readonly code: string;
}

/** Delivers a draft, once. */
export async function deliverRequest(
  work: Work,
  parts: LinkParts,
  input: RequestToDeliver,
): Promise<DeliveredRequest> {
  const { tx, actor, today } = work;
  const check = checkDue(input.dueOn, today);
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  const sent = await updateSent(tx, input.requestId, {
    on: today,
    by: actor.personId,
    dueOn: input.dueOn,
  });
  if (!sent) throw new AppError("request_already_sent");
  const organisation = await findOrganisation(tx, actor.organisationId);
  if (organisation === undefined) throw new AppError("not_found");
  const { name, country, invented } = organisation;
  const requester = { name, country, invented };
  const addressee = await readAddressee(tx, actor.organisationId, input.requestId);
  const deliveryId = randomUUID();
  const secrets = deriveSecrets(parts, deliveryId, 1);
  const expiresOn = expiryOf(today, input.dueOn);
  await insertDelivery(tx, {
    id: deliveryId,
    organisationId: actor.organisationId,
    requestId: input.requestId,
    secretHash: secrets.hash,
    toAddress: input.toAddress,
    toName: input.toName,
    language: input.language,
    content: { requester, addressee, ...input.content, withdrawnReason: null },
    dueOn: input.dueOn,
    sentAt: work.now,
    expiresOn,
    answeringId: input.answeringId,
    products: input.products,
  });
  // Name and address of whom it went to stay in the delivery, which can be erased.
  await recordAudit(work, {
    action: "send-request",
    subjectKind: "request",
    subjectId: input.requestId,
    before: { sentOn: null },
    after: {
      sentOn: today,
      dueOn: input.dueOn,
      deliveryId,
      byMail: input.toAddress !== null,
      products: input.products.length,
    },
  });
  let mailId: string | null = null;
  if (input.toAddress !== null) {
    const told = {
      requester: requester.name,
      subject: input.content.subject,
      dueOn: input.dueOn,
      expiresOn,
    };
    mailId = await queueMail(work, {
      kind: "request",
      toAddress: input.toAddress,
      toName: input.toName,
      ...wordRequest(told, input.content.body),
      deliveryId,
    });
    await enqueueReminders(work, deliveryId, input.dueOn);
  }
  return { deliveryId, mailId, link: secrets.link, code: secrets.code };
}

/** Queues the reminders still to come for a due day. One for a day that is moved later finds that and does nothing. */
export async function enqueueReminders(
  work: Work,
  deliveryId: string,
  dueOn: IsoDate | null,
): Promise<void> {
  if (dueOn === null) return;
  for (const { kind, on } of planReminders(dueOn, work.today))
    await work.enqueue(
      "remind-request",
      { deliveryId, kind, dueOn },
      { startAfter: instantOf(on), singletonKey: `${deliveryId}:${kind}:${dueOn}` },
    );
}
