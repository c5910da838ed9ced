/**
 * Answers the opened request as the organisation one is signed in for. A workspace that was only laid and in which
 * nothing is written lets go of it; one where somebody has begun does not.
 */
import { changeOrganisation, holdRequest } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { act, requireSession, type ApiContext, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { hashLinkAndCode, keepGuest } from "../../platform/guest.ts";
import { hasMembers } from "../organisations/index.ts";
import { deleteProgress, isBegun, lockOpenedDelivery, setAnswerer } from "./answering.store.ts";
import { beginAnswering } from "./begin-answering.ts";
import { countOpening, type LinkToOpen } from "./open-request.ts";

export async function takeOverRequest(
  context: ApiContext,
  input: LinkToOpen,
): Promise<{ deliveryId: string }> {
  requireSession(context);
  const requestHash = hashLinkAndCode(input.secret, input.code);
  // Whether one may at all is no try at the link.
  await act(context, "record.write", () => Promise.resolve());
  const answer = await countOpening(context, input, () =>
    act(context, "record.write", (work) => takeOverOpened(work, requestHash)),
  );
  keepGuest(context, null);
  return answer;
}

/** The same for whoever acts, by the hash of link and code. */
export async function takeOverOpened(
  work: Work,
  requestHash: string,
): Promise<{ deliveryId: string }> {
  const { tx, actor, today } = work;
  await holdRequest(tx, requestHash);
  const delivery = await lockOpenedDelivery(tx, requestHash);
  if (delivery === undefined || delivery.expires_on < today)
    throw new AppError("request_link_not_valid");
  if (delivery.organisation_id === actor.organisationId)
    throw new AppError("conflict", "This is a request of your own organisation.");
  const before = delivery.answering_id;
  if (before !== null && before !== actor.organisationId) await letGo(work, delivery.id, before);
  if (before !== actor.organisationId) {
    await setAnswerer(tx, delivery.id, actor.organisationId);
    await recordAudit(work, {
      action: "take-over-request",
      subjectKind: "delivery",
      subjectId: delivery.id,
    });
  }
  await beginAnswering(work, { id: delivery.id, requesterId: delivery.organisation_id });
  return { deliveryId: delivery.id };
}

/** In the scope of the workspace that answered so far. */
async function letGo(work: Work, deliveryId: string, workspaceId: string): Promise<void> {
  const { tx, actor } = work;
  await changeOrganisation(tx, workspaceId);
  if (await hasMembers(tx, workspaceId))
    throw new AppError("conflict", "Another organisation answers this request.");
  if (await isBegun(tx, workspaceId))
    throw new AppError(
      "conflict",
      "Somebody has begun to answer without an account. Go on there with link and code; the workspace can be made an organisation.",
    );
  await deleteProgress(tx, deliveryId, workspaceId);
  const there: Work = {
    ...work,
    actor: { ...actor, organisationId: workspaceId, personId: null, role: "guest" },
  };
  await recordAudit(there, {
    action: "let-go-of-request",
    subjectKind: "delivery",
    subjectId: deliveryId,
  });
  await changeOrganisation(tx, actor.organisationId);
}
