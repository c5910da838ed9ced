/** The record as content: what is compared, released and written into the workbook. */
import {
  AppError,
  type MaskedSite,
  type RecordContent,
  type RecordSite,
} from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readAnswers, readLinks } from "./record-links.store.ts";
import { answersDelivery, readAsked, readProducts } from "./record-products.store.ts";
import { readSites, type KeptSite } from "./record-sites.store.ts";

/** The organisation's own view: keys are row ids, and sites it masks for others stand here with their names. */
export interface OwnRecord {
  readonly content: RecordContent;
  /** Who keeps the identity, of the sites that are released masked, by key. */
  readonly maskedAs: ReadonlyMap<string, string>;
  /** The release each site was taken over from, by key. */
  readonly from: ReadonlyMap<string, string>;
}

/**
 * Reads the record: everything, or the products named with their links, the sites linked to them, and their answers
 * (those about everything among them). `masked` is set only where a site came masked: its name is not known here.
 *
 * @throws AppError `reference_unknown` when a product named is not in the record.
 */
export async function readRecordContent(
  work: Work,
  selection: { readonly productIds?: readonly string[] } = {},
): Promise<OwnRecord> {
  const { productIds } = selection;
  const products = await readProducts(work, productIds);
  if (productIds !== undefined && products.length < new Set(productIds).size)
    throw new AppError("reference_unknown", undefined, [
      { path: "/productIds", message: "One of these is not a product of the record." },
    ]);
  const links = await readLinks(work, productIds === undefined ? {} : { productIds });
  const sites = await readSites(
    work,
    productIds === undefined ? undefined : [...new Set(links.map(({ siteId }) => siteId))],
  );
  const answers = await readAnswers(work, productIds);
  return {
    content: {
      sites: sites.map(siteOf),
      products: products.map(({ id, brand, family, partNumbers }) => ({
        key: id,
        brand,
        family,
        partNumbers: [...partNumbers],
      })),
      links: links.map(({ productId, siteId, ...link }) => ({
        productKey: productId,
        siteKey: siteId,
        ...link,
      })),
      answers: answers.map(({ id, productId, ...answer }) => ({
        key: id,
        productKey: productId,
        ...answer,
      })),
    },
    maskedAs: new Map(
      sites.flatMap(({ id, maskedAs }) => (maskedAs === null ? [] : [[id, maskedAs]])),
    ),
    from: new Map(
      sites.flatMap(({ id, fromReleaseId }) =>
        fromReleaseId === null ? [] : [[id, fromReleaseId]],
      ),
    ),
  };
}

function siteOf(site: KeptSite): RecordSite {
  return {
    key: site.id,
    name: site.name,
    address: site.address,
    country: site.country,
    latitude: site.latitude,
    longitude: site.longitude,
    osId: site.osId,
    workers: site.workers,
    flags: [...site.flags],
    confirmedOn: site.confirmedOn,
    verification: site.verification,
    masked: maskedOf(site),
  };
}

function maskedOf({ attested, maskedAs }: KeptSite): MaskedSite | null {
  return attested === null ? null : { ...attested, keptBy: maskedAs ?? attested.keptBy };
}

/**
 * Which product of the record answers for which product of a request.
 *
 * @throws AppError `reference_unknown` where the delivery is not the acting organisation's to answer.
 */
export async function readAnswersFor(
  work: Work,
  deliveryId: string,
): Promise<{ askedKey: string; productKey: string }[]> {
  if (!(await answersDelivery(work, deliveryId)))
    throw new AppError("reference_unknown", undefined, [
      { path: "/deliveryId", message: "This is not a request you were asked." },
    ]);
  const asked = await readAsked(work, deliveryId);
  return asked.map(({ askedKey, productId }) => ({ askedKey, productKey: productId }));
}
