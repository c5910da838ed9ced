/** Ticks and unticks: which product is made where. Setting what is set, and removing what is not there, changes nothing. */
import type { OwnLink } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "./recount-asked.ts";
import { countLinks, deleteLinks, upsertLinks, type LinkName } from "./record-links.store.ts";
import { readProducts } from "./record-products.store.ts";
import { readSites } from "./record-sites.store.ts";

/**
 * @returns how many links the record has now
 * @throws AppError `reference_unknown`, `input_invalid` (a period that ends before it begins).
 */
export async function setLinks(
  work: Work,
  { set, remove }: { readonly set: readonly OwnLink[]; readonly remove: readonly LinkName[] },
): Promise<{ links: number }> {
  const backwards = set.findIndex(({ from, to }) => from !== null && to !== null && to < from);
  if (backwards >= 0) {
    const message = "The period ends before it begins.";
    throw new AppError("input_invalid", message, [{ path: `/set/${backwards}/to`, message }]);
  }
  await refuseUnknown(work, set);
  const removed = await deleteLinks(work, remove);
  await upsertLinks(work, set);
  await recordAudit(work, {
    action: "set-record-links",
    subjectKind: "record",
    subjectId: work.actor.organisationId,
    before: removed === 0 ? null : { removed: remove },
    after: { set },
  });
  await recountAsked(work);
  return { links: await countLinks(work) };
}

/** A product or site that was taken out of the record is refused like one that is another's, or nobody's. */
async function refuseUnknown(work: Work, set: readonly OwnLink[]): Promise<void> {
  const productIds = [...new Set(set.map(({ productId }) => productId))];
  const siteIds = [...new Set(set.map(({ siteId }) => siteId))];
  const products = new Set((await readProducts(work, productIds)).map(({ id }) => id));
  const sites = new Set((await readSites(work, siteIds)).map(({ id }) => id));
  const unknown = set.findIndex(
    ({ productId, siteId }) => !products.has(productId) || !sites.has(siteId),
  );
  if (unknown >= 0)
    throw new AppError("reference_unknown", undefined, [
      { path: `/set/${unknown}`, message: "This product or this site is not in the record." },
    ]);
}
