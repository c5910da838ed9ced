/**
 * Takes a list whose rows a worker has read, checked and placed: in one transaction the disclosure with every row, what
 * it said of sites, the links, and the sites the list made, which nobody was shown before. Rows are walked through in
 * parts, so that 200,000 of them are never held twice.
 */
import { randomUUID } from "node:crypto";
import type { DisclosureAbout, DisclosureTaken } from "@throughline/contract";
import { AppError, type ReadDisclosure } from "@throughline/domain";
import { planLinks, type PlacedRow } from "@throughline/tracing";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  completeKnownSites,
  recordSiteValues,
  seePendingSites,
  showPendingSites,
} from "../sites/index.ts";
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
  insertDisclosureRow,
  insertLinks,
  lockLinks,
  setLinkNotes,
} from "./disclosures.store.ts";
import {
  copyRows,
  countPlacedSites,
  countStandingHits,
  findLastRow,
  moveSource,
  type CopiedRow,
} from "./list-rows.store.ts";

const rowsAtOnce = 2_000;

/** A list on its way in, as its intake keeps it. */
export interface ListToTake {
  readonly intakeId: string;
  readonly contractId: string;
  readonly about: DisclosureAbout;
  readonly source: Pick<
    ReadDisclosure,
    "format" | "alternatives" | "truncated" | "foreignMarket" | "brand" | "notes"
  >;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly sha256: string;
  readonly takenBy: string | null;
  readonly counts: ReadDisclosure["counts"];
}

/** Refuses what can never be taken, before anything is read. @throws AppError `not_found`, `date_in_future`, `reference_unknown`. */
export async function refuseImpossible(
  work: Work,
  contractId: string,
  about: DisclosureAbout,
): Promise<void> {
  refuseFutureDates(about, work.today);
  if (!(await holdsContract(work, contractId))) throw new AppError("not_found");
  refuseUnknownProducts(about, await findProducts(work, contractId));
}

/** Brands a list may speak for: rows that only name one of them are no places. */
export async function brandsOfList(
  work: Work,
  contractId: string,
  said: string | null,
  read: string | null,
): Promise<string[]> {
  return brandsOf(said, { brand: read }, await findProducts(work, contractId));
}

/**
 * @param goOn called between two parts; throws where the list was given up in the meantime
 * @throws AppError `not_found` (contract), `reference_unknown` (products), `input_invalid` (too many links).
 */
export async function takeList(
  work: Work,
  list: ListToTake,
  goOn: () => Promise<void>,
): Promise<z.infer<typeof DisclosureTaken>> {
  const { contractId, about, intakeId, source } = list;
  await seePendingSites(work);
  await refuseImpossible(work, contractId, about);
  const disclosureId = randomUUID();
  await insertDisclosureRow(work, {
    id: disclosureId,
    contractId,
    title: about.title,
    declaredBy: about.declaredBy,
    brand: about.brand ?? source.brand,
    asOf: about.asOf,
    receivedOn: about.receivedOn,
    fileName: list.fileName,
    read: source,
    linkNotes: [],
    statedTier: about.tier,
    statedKind: about.kind ?? null,
    productsStated: about.productIds.length > 0,
    recordedBy: list.takenBy,
  });
  await moveSource(work, intakeId, disclosureId, list);
  const { rows, siteIds } = await moveRows(work, list, disclosureId, goOn);
  const sites = await countPlacedSites(work, intakeId);
  const hits = await countStandingHits(work, intakeId);
  await goOn();
  const links = await link(work, list, disclosureId, rows);
  await goOn();
  await showPendingSites(work, intakeId, siteIds);
  const taken = { disclosureId, counts: list.counts, sites, links, hits };
  await recordAudit(work, {
    action: "take-disclosure",
    subjectKind: "disclosure",
    subjectId: disclosureId,
    after: { contractId, intakeId, title: about.title, receivedOn: about.receivedOn, ...taken },
  });
  return taken;
}

/** Moves the rows over part by part; answers what links are planned from. */
async function moveRows(
  work: Work,
  { intakeId, about }: ListToTake,
  disclosureId: string,
  goOn: () => Promise<void>,
): Promise<{ rows: PlacedRow[]; siteIds: string[] }> {
  const rows: PlacedRow[] = [];
  const siteIds = new Set<string>();
  const intern = makeIntern();
  const last = await findLastRow(work, intakeId);
  for (let after = 0; after < last;) {
    const copied = await copyRows(work, intakeId, disclosureId, after, rowsAtOnce);
    after = copied.at(-1)?.row ?? last;
    const said = copied.flatMap((row) =>
      row.siteId === null ? [] : [{ row, siteId: row.siteId, place: toPlace(row) }],
    );
    await recordSiteValues(
      work,
      said.map(({ row, siteId, place }) => ({
        siteId,
        place,
        saidBy: about.declaredBy,
        source: about.title,
        disclosureRowId: row.id,
        asOf: about.asOf,
      })),
    );
    await completeKnownSites(work, said);
    for (const { siteId } of said) siteIds.add(siteId);
    for (const row of copied)
      if (row.outcome !== "rejected" && row.name !== "") rows.push(toPlacedRow(row, intern));
    await goOn();
  }
  return { rows, siteIds: [...siteIds] };
}

/** Thousands of rows name the same products: each text is held once. */
function makeIntern(): <T>(value: T) => T {
  const known = new Map<unknown, unknown>();
  return <T>(value: T): T => {
    const key = Array.isArray(value) ? JSON.stringify(value) : value;
    if (!known.has(key)) known.set(key, value);
    // What was put in under this key was of the same type.
    return known.get(key) as T;
  };
}

function toPlacedRow(row: CopiedRow, intern: <T>(value: T) => T): PlacedRow {
  return {
    row: {
      flags: intern(row.flags),
      product: intern(row.product),
      partNumber: intern(row.partNumber),
      component: intern(row.component),
      tier: row.tier,
      validFrom: intern(row.validFrom),
      validTo: intern(row.validTo),
    },
    siteId: row.siteId,
    brandOnly: row.siteId === null,
  };
}

async function link(
  work: Work,
  { contractId, about, source }: ListToTake,
  disclosureId: string,
  rows: readonly PlacedRow[],
): Promise<number> {
  // Products that are added meanwhile wait, and are then linked to this disclosure too.
  await lockLinks(work, contractId);
  const products = await findProducts(work, contractId);
  refuseUnknownProducts(about, products);
  const plan = planLinks({
    title: about.title,
    read: source,
    rows,
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
  await setLinkNotes(work, disclosureId, plan.notes);
  await insertLinks(work, contractId, disclosureId, plan.links);
  return plan.links.length;
}
