/** A mail of a delivery came back. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findOwnDelivery, updateDelivery } from "./deliveries.store.ts";

/** `reason` is what the receiving server said: it may hold the address and stays out of the audit. */
export async function noteBounce(work: Work, deliveryId: string, reason: string): Promise<void> {
  const { tx, actor } = work;
  const delivery = await findOwnDelivery(tx, actor.organisationId, deliveryId);
  if (delivery === undefined) return;
  await updateDelivery(tx, actor.organisationId, deliveryId, {
    bounced: { at: work.now, reason },
  });
  await recordAudit(work, {
    action: "note-bounce",
    subjectKind: "request",
    subjectId: delivery.request_id,
    after: { deliveryId },
  });
}
