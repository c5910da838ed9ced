/** Takes a disclosure that was read: every row, its source byte for byte, its sites, its links and their screening, all or nothing. */
import { createHash, randomUUID } from "node:crypto";
import type { DisclosureAbout, DisclosureTaken } from "@throughline/contract";
import { AppError, type DisclosureRow, type ReadDisclosure } from "@throughline/domain";
import { normaliseName, type NamedPlace, type Placement } from "@throughline/matching";
import { namesBrandOnly, planLinks, type LinkPlan, type NamedProduct } from "@throughline/tracing";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { screenSitesNow } from "../screening/index.ts";
import { lockSites, placeSites, recordSiteValues } from "../sites/index.ts";
import {
  findBuyerCountry,
  findProducts,
  holdsContract,
  insertDisclosure,
  insertLinks,
  insertRows,
  type NewRow,
} from "./disclosures.store.ts";

/** What was sent, byte for byte. `fileName` is `null` for pasted text and forms. */
export interface DisclosureSource {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string | null;
}

/** More links than this come from a list that nobody meant for every product. */
export const mostLinks = 250_000;

/**
 * Takes a disclosure for a contract of the acting organisation, in the caller's transaction.
 *
 * @throws AppError `not_found` (contract), `reference_unknown` (products), `date_in_future`, `input_invalid`.
 */
export async function takeDisclosure(
  work: Work,
  contractId: string,
  about: DisclosureAbout,
  read: ReadDisclosure,
  source: DisclosureSource,
): Promise<z.infer<typeof DisclosureTaken>> {
  refuseFutureDates(work, about);
  await lockSites(work);
  if (!(await holdsContract(work, contractId))) throw new AppError("not_found");
  const products = await findProducts(work, contractId);
  refuseUnknownProducts(about, products);

  const brands = brandsOf(about, read, products);
  const named = read.rows.filter((row) => row.outcome !== "rejected" && row.name !== "");
  const usable = named.filter((row) => !namesBrandOnly(row, brands, normaliseName));
  const placements = await placeSites(work, usable.map(toPlace));
  const placementOf = new Map(usable.map((row, index) => [row, placements[index]]));

  const plan = planLinks({
    title: about.title,
    read,
    rows: named.map((row) => {
      const siteId = placementOf.get(row)?.siteId ?? null;
      return { row, siteId, brandOnly: siteId === null };
    }),
    products,
    productIds: about.productIds,
    brand: about.brand,
    tier: about.tier,
    kind: about.kind ?? null,
    scopeStated: true,
    buyerCountry: await findBuyerCountry(work, contractId),
    makeId: () => randomUUID(),
  });
  refuseTooManyLinks(plan);

  const disclosureId = randomUUID();
  await insertDisclosure(work, {
    id: disclosureId,
    contractId,
    title: about.title,
    declaredBy: about.declaredBy,
    brand: about.brand ?? read.brand,
    asOf: about.asOf,
    receivedOn: about.receivedOn,
    fileName: source.fileName,
    read,
    linkNotes: plan.notes,
    statedTier: about.tier,
    statedKind: about.kind ?? null,
    productsStated: about.productIds.length > 0,
    mediaType: source.mediaType,
    sha256: createHash("sha256").update(source.bytes).digest("hex"),
    bytes: source.bytes,
  });
  const rows = read.rows.map((row) => toNewRow(row, placementOf.get(row)));
  await insertRows(work, disclosureId, rows);
  await recordSiteValues(
    work,
    rows.flatMap(({ id, row, siteId }) =>
      siteId === null
        ? []
        : [
            {
              siteId,
              place: toPlace(row),
              saidBy: about.declaredBy,
              source: about.title,
              disclosureRowId: id,
              asOf: about.asOf,
            },
          ],
    ),
  );
  await insertLinks(work, contractId, disclosureId, plan.links);
  const screened = await screenSitesNow(work, [...new Set(placements.map(({ siteId }) => siteId))]);

  const sites = { same: 0, review: 0, new: 0 };
  for (const { band } of placements) sites[band] += 1;
  const taken = {
    disclosureId,
    counts: read.counts,
    sites,
    links: plan.links.length,
    hits: screened.hits,
  };
  await recordAudit(work, {
    action: "take-disclosure",
    subjectKind: "disclosure",
    subjectId: disclosureId,
    after: { contractId, title: about.title, receivedOn: about.receivedOn, ...taken },
  });
  return taken;
}

function refuseFutureDates(work: Work, about: DisclosureAbout): void {
  for (const [path, date] of [
    ["/receivedOn", about.receivedOn],
    ["/asOf", about.asOf],
  ] as const) {
    if (date !== null && date > work.today)
      throw new AppError("date_in_future", undefined, [
        { path, message: `${date} lies in the future.` },
      ]);
  }
}

function refuseUnknownProducts(about: DisclosureAbout, products: readonly NamedProduct[]): void {
  const known = new Set(products.map(({ id }) => id));
  const unknown = about.productIds.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw new AppError("reference_unknown", undefined, [
      { path: `/productIds/${unknown}`, message: "This is not a product of the contract." },
    ]);
}

/** What to say of a list that would make too many links. */
export function sayTooManyLinks({ links }: LinkPlan): string {
  return `Linking every place to every product would make ${links.length} links. Choose the products this list speaks about.`;
}

function refuseTooManyLinks(plan: LinkPlan): void {
  if (plan.links.length > mostLinks) {
    const message = sayTooManyLinks(plan);
    throw new AppError("input_invalid", message, [{ path: "/productIds", message }]);
  }
}

/** Brands the disclosure may speak for. */
function brandsOf(
  about: DisclosureAbout,
  read: ReadDisclosure,
  products: readonly NamedProduct[],
): string[] {
  const said = about.brand ?? read.brand;
  return said === null ? [...new Set(products.map(({ brand }) => brand))] : [said];
}

function toPlace(row: DisclosureRow): NamedPlace {
  return {
    name: row.name,
    address: row.address === "" ? null : row.address,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    osId: row.osId,
    flags: row.flags,
  };
}

function toNewRow(row: DisclosureRow, placement: Placement | undefined): NewRow {
  return {
    id: randomUUID(),
    row,
    siteId: placement?.siteId ?? null,
    band: placement?.band ?? null,
    probability: placement?.probability ?? null,
    explanation: placement?.explanation ?? null,
  };
}
