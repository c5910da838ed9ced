/** Takes a disclosure that was read: every row, its source byte for byte, its sites, its links and their screening, all or nothing. */
import { createHash, randomUUID } from "node:crypto";
import type { DisclosureAbout, DisclosureTaken } from "@throughline/contract";
import { AppError, type DisclosureRow, type ReadDisclosure } from "@throughline/domain";
import { normaliseName, type Placement } from "@throughline/matching";
import { namesBrandOnly, planLinks } from "@throughline/tracing";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { screenSitesNow } from "../screening/index.ts";
import { lockSites, placeSites, recordSiteValues } from "../sites/index.ts";
import {
  brandsOf,
  mostLinks,
  refuseFutureDates,
  refuseTooManyLinks,
  refuseUnknownProducts,
  toPlace,
} from "./disclosures.policy.ts";
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
  refuseFutureDates(about, work.today);
  await lockSites(work);
  if (!(await holdsContract(work, contractId))) throw new AppError("not_found");
  const products = await findProducts(work, contractId);
  refuseUnknownProducts(about, products);

  const brands = brandsOf(about.brand, read, products);
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
    most: mostLinks,
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
