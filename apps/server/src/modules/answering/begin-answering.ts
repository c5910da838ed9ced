/** The first look at a request by whoever answers it: progress begins, and products the record knows already answer for it. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "../record/index.ts";
import { matchAskedByName, noteOpened } from "./answering.store.ts";

/** Notes that the acting organisation looked at the delivery. */
export async function beginAnswering(
  work: Work,
  delivery: { readonly id: string; readonly requesterId: string },
): Promise<void> {
  const { tx, actor } = work;
  const { first } = await noteOpened(tx, delivery, actor.organisationId, work.now);
  if (!first) return;
  await matchAskedByName(tx, delivery.id, actor.organisationId);
  await recountAsked(work);
  await recordAudit(work, {
    action: "open-request",
    subjectKind: "delivery",
    subjectId: delivery.id,
  });
}
