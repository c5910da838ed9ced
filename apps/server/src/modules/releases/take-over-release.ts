/** Takes what another supplier released to us into our record, to pass it on. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recountProgress } from "../answering/index.ts";
import { takeOverContent, type ContentTakenOver } from "../record/index.ts";
import { readHeldRelease } from "./compare-held.ts";
import { findOwnDelivery } from "./release-deliveries.store.ts";

/**
 * Where the release answers a request of ours that passes on another one, its products answer there what was asked.
 *
 * @throws AppError `not_found` (also a release of one's own), `release_withdrawn`, `release_expired`
 */
export async function takeOverRelease(
  work: Work,
  { releaseId, maskAs }: { readonly releaseId: string; readonly maskAs: string | null },
): Promise<ContentTakenOver> {
  const { row, snapshot } = await readHeldRelease(work, releaseId);
  if (row.organisation_id === work.actor.organisationId)
    throw new AppError("not_found", "A release of one's own is not taken over.");
  const delivery =
    row.delivery_id === null ? undefined : await findOwnDelivery(work, row.delivery_id);
  const passed = delivery?.passesOnDeliveryId ?? null;
  const passedKeys = new Map(delivery?.products.map(({ key, passedKey }) => [key, passedKey]));
  const taken = await takeOverContent(work, {
    releaseId,
    supplier: { organisationId: row.organisation_id, name: row.supplier_name },
    content: snapshot.content,
    maskAs,
    passesOn: snapshot.answersFor.flatMap(({ askedKey, productKey }) => {
      const first = passedKeys.get(askedKey) ?? null;
      return passed === null || first === null
        ? []
        : [{ deliveryId: passed, askedKey: first, productKey }];
    }),
  });
  if (passed !== null) await recountProgress(work, passed);
  return taken;
}
