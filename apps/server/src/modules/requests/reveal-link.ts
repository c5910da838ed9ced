/** Link and code of a sent request, for whoever hands them over; and new ones, after which the old do not work any more. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findOwnDelivery, updateDelivery, type DeliveryRow } from "./deliveries.store.ts";
import { requireRequest } from "./get-request.ts";
import { deriveSecrets, type LinkParts, type LinkSecrets } from "./request-secrets.ts";

export interface LinkAndCode {
  readonly link: string;
  readonly code: string;
}

/** Shows them; that they were shown is audited. */
export async function revealLink(
  work: Work,
  requestId: string,
  parts: LinkParts,
): Promise<LinkAndCode> {
  const delivery = await requireLive(work, requestId);
  const secrets = secretsOf(delivery, parts);
  if (secrets === null)
    throw new AppError(
      "conflict",
      "The server's secret has changed since this link was made. Make a new link.",
    );
  await recordAudit(work, {
    action: "reveal-link",
    subjectKind: "request",
    subjectId: requestId,
    after: { deliveryId: delivery.id, generation: delivery.generation },
  });
  return { link: secrets.link, code: secrets.code };
}

/** Makes the next generation. */
export async function renewLink(
  work: Work,
  requestId: string,
  parts: LinkParts,
): Promise<LinkAndCode> {
  const delivery = await requireLive(work, requestId);
  const generation = delivery.generation + 1;
  const secrets = deriveSecrets(parts, delivery.id, generation);
  await updateDelivery(work.tx, work.actor.organisationId, delivery.id, {
    generation,
    secretHash: secrets.hash,
  });
  await recordAudit(work, {
    action: "renew-link",
    subjectKind: "request",
    subjectId: requestId,
    before: { generation: delivery.generation },
    after: { generation, deliveryId: delivery.id },
  });
  return { link: secrets.link, code: secrets.code };
}

async function requireLive(work: Work, requestId: string): Promise<DeliveryRow> {
  const { summary, delivery } = await requireRequest(work, requestId);
  if (summary.state === "withdrawn") throw new AppError("request_withdrawn");
  if (delivery === null)
    throw new AppError("request_not_sent", "It was not sent by link and code.");
  return delivery;
}

/** What a mail of the delivery is filled in with; `null` when it was withdrawn, has expired, or is not ours to open. */
export async function revealSecrets(
  work: Work,
  deliveryId: string,
  parts: LinkParts,
): Promise<LinkAndCode | null> {
  const delivery = await findOwnDelivery(work.tx, work.actor.organisationId, deliveryId);
  if (delivery === undefined || delivery.withdrawn_at !== null || delivery.expires_on < work.today)
    return null;
  const secrets = secretsOf(delivery, parts);
  return secrets === null ? null : { link: secrets.link, code: secrets.code };
}

/** `null` when they would not open it: the server's secret was changed in the meantime. */
function secretsOf(delivery: DeliveryRow, parts: LinkParts): LinkSecrets | null {
  const secrets = deriveSecrets(parts, delivery.id, delivery.generation);
  return secrets.hash === delivery.secret_hash ? secrets : null;
}
