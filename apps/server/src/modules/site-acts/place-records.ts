/** Moves records of a standing site, and the links that rest on them, to another site, as of today. */
import { AppError } from "@throughline/domain";
import { matchProducts } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { decideLink, type CarryingRow } from "./site-acts.policy.ts";
import {
  findLinksAt,
  findProducts,
  findRowsAt,
  insertPlacements,
  type NewPlacement,
  type RowAt,
} from "./site-placements.store.ts";

export interface RecordsAt {
  readonly all: readonly RowAt[];
  /** Those chosen, in the order they stand. */
  readonly chosen: readonly RowAt[];
}

/** @throws AppError `reference_unknown` for a record that does not stand at the site, another's and no record alike. */
export async function chooseRecords(
  work: Work,
  siteId: string,
  rowIds: readonly string[],
): Promise<RecordsAt> {
  const all = await findRowsAt(work, siteId);
  const wanted = new Set(rowIds);
  const chosen = all.filter(({ rowId }) => wanted.has(rowId));
  if (chosen.length !== wanted.size) throw new AppError("reference_unknown");
  return { all, chosen };
}

/** Writes where the records and their links stand since an act; answers how many links and contracts that changed. */
export async function placeRecords(
  work: Work,
  act: { readonly id: string; readonly sequence: number },
  from: string,
  to: string,
  { all, chosen }: RecordsAt,
): Promise<{ links: number; contracts: number }> {
  const moved = new Set(chosen.map(({ rowId }) => rowId));
  const disclosureIds = [...new Set(chosen.map(({ disclosureId }) => disclosureId))];
  const rows = await readCarrying(work, all, new Set(disclosureIds));
  const placements: NewPlacement[] = chosen.map(({ rowId }) => ({
    rowId,
    linkId: null,
    siteId: to,
  }));
  const links = new Set<string>();
  for (const link of await findLinksAt(work, from, disclosureIds)) {
    // A link rests on the rows that stand where it stands; merged sites keep theirs apart.
    const outcomes = link.stands.map((one) => ({
      ...one,
      outcome: one.here
        ? decideLink(
            link,
            rows.filter(({ siteId }) => siteId === one.siteId),
            moved,
          )
        : ("stays" as const),
    }));
    if (outcomes.every(({ outcome }) => outcome === "stays")) continue;
    links.add(link.linkId);
    const staying = outcomes.filter(({ outcome }) => outcome !== "moves");
    for (const siteId of new Set([...staying.map((one) => one.siteId), to]))
      placements.push({ rowId: null, linkId: link.linkId, siteId });
  }
  await insertPlacements(work, act, placements);
  return {
    links: links.size,
    contracts: new Set(chosen.map(({ contractId }) => contractId)).size,
  };
}

async function readCarrying(
  work: Work,
  all: readonly RowAt[],
  disclosures: ReadonlySet<string>,
): Promise<(CarryingRow & { readonly siteId: string })[]> {
  const rows = all.filter(({ disclosureId }) => disclosures.has(disclosureId));
  const products = await findProducts(work, [...new Set(rows.map((row) => row.contractId))]);
  return rows.map((row) => ({
    rowId: row.rowId,
    siteId: row.siteId,
    disclosureId: row.disclosureId,
    tier: row.tier,
    component: row.component,
    productIds:
      row.product === null || row.product.trim() === ""
        ? null
        : matchProducts(row.product, products.get(row.contractId) ?? []).products.map(
            ({ id }) => id,
          ),
  }));
}
