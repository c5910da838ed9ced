/** One request: its words, its delivery, how far the addressee is, reminders, answers, and what may be done with it. */
import type { RequestDetail } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { isoDate, may, type Work } from "../../platform/api.ts";
import { readDeliveryProducts, readExtensions, readReleaseIds } from "./deliveries.store.ts";
import { listAnswersTo } from "./list-correspondence.ts";
import { planReminders, reminderKinds } from "./reminders.policy.ts";
import { readRequestProducts, readRequestRows } from "./request-list.store.ts";
import { openStates } from "./request-state.policy.ts";
import { describeProgress, gatherRequests, type GatheredRequest } from "./summarise-requests.ts";

/** Gathers one of the organisation's own requests, or `not_found`. */
export async function requireRequest(work: Work, requestId: string): Promise<GatheredRequest> {
  const rows = await readRequestRows(work.tx, work.actor.organisationId, [requestId]);
  const [found] = await gatherRequests(work, rows);
  if (found === undefined) throw new AppError("not_found", "There is no such request here.");
  return found;
}

export async function getRequest(work: Work, requestId: string): Promise<RequestDetail> {
  const { tx } = work;
  const request = await requireRequest(work, requestId);
  const { row, summary, delivery, progress } = request;
  // What was sent names every product that was asked about; a draft those that were chosen.
  const products =
    delivery === null
      ? await readRequestProducts(tx, [requestId])
      : (await readDeliveryProducts(tx, delivery.id)).map((product) => ({
          ...product,
          id: product.product_line_id,
        }));
  const releases = await readReleaseIds(
    tx,
    work.actor.organisationId,
    delivery === null ? [] : [delivery.id],
  );
  return {
    ...summary,
    version: row.version,
    body: row.body,
    language: row.language,
    dueBecause: row.due_because,
    products: products.map((product) => ({
      id: product.id,
      contractId: product.contract_id,
      brand: product.brand,
      family: product.family,
      partNumber: product.part_number,
    })),
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    delivery:
      delivery === null
        ? null
        : {
            id: delivery.id,
            toName: delivery.to_name,
            toAddress: delivery.to_address,
            sentAt: delivery.sent_at.toISOString(),
            expiresOn: delivery.expires_on,
            bouncedAt: delivery.bounced_at?.toISOString() ?? null,
            bounceReason: delivery.bounce_reason,
            progress: progress === null ? null : describeProgress(progress),
          },
    reminders: listReminders(work, request),
    extensions: (await readExtensions(tx, requestId)).map((one) => ({
      at: one.extended_at.toISOString(),
      by: one.by,
      before: one.due_before,
      after: one.due_after,
      reason: one.reason,
    })),
    answers: await listAnswersTo(work, requestId),
    releaseIds: delivery === null ? [] : (releases.get(delivery.id) ?? []),
    passesOnDeliveryId: row.passes_on_delivery_id,
    can: decideCan(work, request),
  };
}

/** Those that left, from the outbox; those to come, from the day the answer is due. */
function listReminders(
  work: Work,
  { mails, delivery, summary }: GatheredRequest,
): RequestDetail["reminders"] {
  const sent = mails.flatMap((mail) => {
    const kind = [...reminderKinds, "by_hand" as const].find(
      (one) => mail.kind === `reminder_${one}`,
    );
    return kind === undefined ? [] : [{ on: isoDate(mail.created_at), kind, sent: true }];
  });
  const waits = openStates.has(summary.state) && delivery !== null && delivery.to_address !== null;
  const planned = waits ? planReminders(summary.dueOn, work.today) : [];
  return [...sent, ...planned.map(({ on, kind }) => ({ on, kind, sent: false }))];
}

function decideCan(work: Work, { summary, row, delivery }: GatheredRequest): RequestDetail["can"] {
  const write = may(work, "request.write");
  const draft = write && summary.state === "draft";
  const open = write && openStates.has(summary.state);
  const live =
    delivery !== null && delivery.withdrawn_at === null && delivery.expires_on >= work.today;
  return {
    edit: draft,
    send: draft || (open && summary.state === "bounced"),
    remind: open && live && delivery.to_address !== null,
    extend: open,
    withdraw: draft || open,
    revealLink: write && live && row.withdrawn_on === null,
    recordAnswer:
      write && row.sent_on !== null && row.withdrawn_on === null && summary.contracts.length > 0,
  };
}
