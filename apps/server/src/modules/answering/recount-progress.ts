/** Brings up to date what the requester sees of how far an answer is. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "../record/index.ts";
import { gatherPage } from "../requests/index.ts";
import { findPassedDelivery, setAnsweredAt, setPassedOn } from "./answering.store.ts";

/** Counts of one delivery the acting organisation answers: products, sites, whom it was passed on to, who of them answered. */
export async function recountProgress(work: Work, deliveryId: string): Promise<void> {
  const { tx, actor } = work;
  const { requests } = await gatherPage(work, {
    passesOnDeliveryId: deliveryId,
    sort: "drafted",
    limit: 1000,
  });
  const standing = requests.filter(
    ({ summary: { state } }) => state !== "withdrawn" && state !== "draft",
  );
  await setPassedOn(tx, actor.organisationId, deliveryId, {
    passedOn: standing.length,
    answered: standing.filter(({ summary }) => summary.state === "answered").length,
  });
  await recountAsked(work);
}

/**
 * Call after a release that answers a delivery was made or withdrawn, in the scope of whoever released: it is answered
 * since its first release that still stands.
 */
export async function noteRelease(work: Work, deliveryId: string): Promise<void> {
  const { tx, actor } = work;
  await setAnsweredAt(tx, actor.organisationId, deliveryId);
  await recountProgress(work, deliveryId);
  await recordAudit(work, {
    action: "note-release",
    subjectKind: "delivery",
    subjectId: deliveryId,
  });
}

/**
 * Call when a release was received for a delivery of one's own, in the scope of whoever asked: where that request
 * passes on another one, the first requester sees that somebody answered.
 */
export async function noteAnswerReceived(work: Work, ownDeliveryId: string): Promise<void> {
  const passed = await findPassedDelivery(work.tx, work.actor.organisationId, ownDeliveryId);
  if (passed !== null) await recountProgress(work, passed);
}
