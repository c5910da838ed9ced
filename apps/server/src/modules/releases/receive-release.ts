/** Jobs in the scope of whoever holds a release: it is received for the contracts that were asked about, or dropped. */
import type { Work } from "../../platform/api.ts";
import { noteAnswerReceived } from "../answering/index.ts";
import { findContractProducts, wasTaken, withdrawReleased } from "../disclosures/index.ts";
import { recordReleasedAnswers } from "../requests/index.ts";
import { mapProducts } from "./plan-take.ts";
import { findOwnDelivery } from "./release-deliveries.store.ts";
import { sayRelease } from "./release-texts.en.ts";
import { refuseWithdrawn } from "./refuse-withdrawn.ts";
import { findRelease, readSnapshot } from "./releases.store.ts";
import { askedProducts, takeForContract } from "./take-release.ts";

/**
 * Takes a release that answers a request of the acting organisation as a disclosure of every contract the request is
 * about, and records the answers that are no sites. Received twice, it is taken once; withdrawn in the meantime, not at
 * all. A request that only passes on what others asked has no contract: its release waits to be taken over.
 */
export async function receiveRelease(
  work: Work,
  { releaseId }: { readonly releaseId: string },
): Promise<void> {
  const row = await findRelease(work, releaseId);
  if (row === undefined || row.recipient_id !== work.actor.organisationId) return;
  if (row.delivery_id === null || row.withdrawn_at !== null || row.superseded_at !== null) return;
  const delivery = await findOwnDelivery(work, row.delivery_id);
  const snapshot = await readSnapshot(work, releaseId);
  if (delivery === undefined || snapshot === undefined) return;
  for (const contractId of delivery.contractIds) {
    if (snapshot.content.sites.length === 0 || (await wasTaken(work, releaseId, contractId)))
      continue;
    const products = await findContractProducts(work, contractId);
    const asked = await askedProducts(work, row, contractId);
    const map = mapProducts(snapshot, products, { given: [], asked });
    await takeForContract(work, { row, snapshot, contractId, map, products });
  }
  await recordReleasedAnswers(work, {
    deliveryId: row.delivery_id,
    releaseId,
    supplier: row.supplier_name,
    answers: snapshot.content.answers.map(({ key: _, productKey, ...answer }) => ({
      ...answer,
      askedKeys:
        productKey === null
          ? null
          : snapshot.answersFor.flatMap((one) =>
              one.productKey === productKey ? [one.askedKey] : [],
            ),
    })),
  });
  await noteAnswerReceived(work, row.delivery_id);
  await refuseWithdrawn(work, releaseId);
}

/** Withdraws what was taken from a release that its supplier withdrew, with the supplier's reason. */
export async function dropWithdrawnRelease(
  work: Work,
  { releaseId }: { readonly releaseId: string },
): Promise<void> {
  const row = await findRelease(work, releaseId);
  if (row === undefined || row.withdrawn_at === null) return;
  const reason = sayRelease("cause.withdrawn", { reason: row.withdrawn_reason }).text;
  await withdrawReleased(work, releaseId, reason);
}
