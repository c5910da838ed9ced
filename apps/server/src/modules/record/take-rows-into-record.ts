/** Takes rows of a list into the record, in the caller's transaction. Taking the same rows again changes nothing. */
import { randomUUID } from "node:crypto";
import type { OwnLink } from "@throughline/contract";
import type { Tier } from "@throughline/domain";
import { matchProducts } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { recountAsked } from "./recount-asked.ts";
import { findOrganisationName } from "./record-organisation.store.ts";
import { rowKeyOf } from "./record.policy.ts";
import { upsertLinks } from "./record-links.store.ts";
import { insertProduct, readProducts, updateProduct } from "./record-products.store.ts";
import {
  findSitesByRowKeys,
  insertSites,
  markConfirmed,
  updateSite,
  type NewSite,
} from "./record-sites.store.ts";

/** One row of a list as the record takes it. Unknown is `null`. */
export interface RecordRow {
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly osId: string | null;
  readonly workers: number | null;
  readonly flags: readonly string[];
  /** What the row says it makes, in its words; several links come from several rows. */
  readonly product: string | null;
  readonly partNumber: string | null;
  readonly component: string | null;
  readonly tier: Tier | null;
  readonly kind: "confirmed" | "one_of_several";
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface RowsTaken {
  readonly sitesAdded: number;
  readonly sitesChanged: number;
  readonly sitesUnchanged: number;
  readonly productsAdded: number;
  readonly links: number;
}

/**
 * Upserts sites by name, address and country, products by what they are called, and their links. A value that a row
 * does not give stays as it was. Give at most a few thousand rows at once; nothing of it is audited here: whoever takes
 * the list says so once.
 */
export async function takeRowsIntoRecord(
  work: Work,
  rows: readonly RecordRow[],
): Promise<RowsTaken> {
  const sites = await takeSites(work, rows);
  const products = await takeProducts(work, rows);
  const links = rows.flatMap((row): OwnLink[] => {
    const siteId = sites.idOf.get(rowKeyOf(row));
    return (row.product === null ? [] : (products.idsOf.get(row.product) ?? [])).flatMap(
      (productId) =>
        siteId === undefined
          ? []
          : [
              {
                productId,
                siteId,
                tier: row.tier ?? (row.component === null ? "final_assembly" : "component"),
                component: row.component === "" ? null : row.component,
                kind: row.kind,
                from: row.validFrom,
                to: row.validTo,
              },
            ],
    );
  });
  await upsertLinks(work, links);
  await recountAsked(work);
  return { ...sites.counts, productsAdded: products.added, links: links.length };
}

async function takeSites(
  work: Work,
  rows: readonly RecordRow[],
): Promise<{
  idOf: ReadonlyMap<string, string>;
  counts: Pick<RowsTaken, "sitesAdded" | "sitesChanged" | "sitesUnchanged">;
}> {
  const byKey = new Map<string, RecordRow>();
  for (const row of rows) {
    const key = rowKeyOf(row);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? row : { ...row, ...fillFrom(before, row) });
  }
  const known = await findSitesByRowKeys(work, [...byKey.keys()]);
  const idOf = new Map<string, string>();
  const added: NewSite[] = [];
  const alike: string[] = [];
  let changed = 0;
  for (const [rowKey, row] of byKey) {
    const site = known.get(rowKey);
    if (site === undefined) {
      const id = randomUUID();
      idOf.set(rowKey, id);
      added.push({ ...valuesOf(row), id, rowKey, maskedAs: null, confirmedOn: work.today });
      continue;
    }
    idOf.set(rowKey, site.id);
    const next = { ...site, ...fillFrom(row, site), confirmedOn: work.today };
    if (sameValues(site, next)) alike.push(site.id);
    else if ((await updateSite(work, next, site.version)) !== undefined) changed += 1;
  }
  // Whoever sends a list says today that its rows are right.
  if (alike.length > 0) await markConfirmed(work, alike);
  await insertSites(work, added);
  return {
    idOf,
    counts: {
      sitesAdded: added.length,
      sitesChanged: changed,
      sitesUnchanged: byKey.size - added.length - changed,
    },
  };
}

type Filled = Pick<RecordRow, "latitude" | "longitude" | "osId" | "workers"> & {
  readonly flags: readonly string[];
};

/** What is given counts; what is not given stays as it was. */
function fillFrom(given: Filled, before: Filled): Filled {
  const both = given.latitude !== null && given.longitude !== null;
  return {
    latitude: both ? given.latitude : before.latitude,
    longitude: both ? given.longitude : before.longitude,
    osId: given.osId ?? before.osId,
    workers: given.workers ?? before.workers,
    flags: [...new Set([...before.flags, ...given.flags])].toSorted(),
  };
}

function valuesOf(row: RecordRow) {
  const { name, address, country, latitude, longitude, osId, workers } = row;
  return {
    name,
    address,
    country,
    latitude,
    longitude,
    osId,
    workers,
    flags: [...row.flags].toSorted(),
  };
}

function sameValues(a: Filled, b: Filled): boolean {
  return (
    a.latitude === b.latitude &&
    a.longitude === b.longitude &&
    a.osId === b.osId &&
    a.workers === b.workers &&
    [...a.flags].toSorted().join("|") === b.flags.join("|")
  );
}

/** "Book 3; Book 5" names two products. */
function partsOf(text: string): string[] {
  const parts = text.split(/[;|\n]+/u).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

async function takeProducts(
  work: Work,
  rows: readonly RecordRow[],
): Promise<{ idsOf: ReadonlyMap<string, readonly string[]>; added: number }> {
  const named = new Map<string, Set<string>>();
  for (const { product, partNumber } of rows) {
    if (product === null || product.trim() === "") continue;
    const parts = named.get(product) ?? new Set();
    if (partNumber !== null && partNumber !== "") parts.add(partNumber);
    named.set(product, parts);
  }
  const idsOf = new Map<string, readonly string[]>();
  if (named.size === 0) return { idsOf, added: 0 };
  const known = new Map((await readProducts(work)).map((product) => [product.id, product]));
  const brands = new Set([...known.values()].map(({ brand }) => brand));
  // A list says which product, seldom of which brand: ours, where the record does not know better.
  const brand = brands.size === 1 ? [...brands][0] : await findOrganisationName(work);
  let added = 0;
  for (const [text, parts] of named) {
    const candidates = [...known.values()].map((one) => ({
      id: one.id,
      brand: one.brand,
      family: one.family,
      partNumber: one.partNumbers[0] ?? null,
    }));
    const match = matchProducts(text, candidates);
    const ids = match.surely ? match.products.map(({ id }) => id) : [];
    // A text that may as well name another model is a product of its own.
    if (ids.length === 0) for (const part of partsOf(text)) ids.push(await add(part));
    idsOf.set(text, ids);
    for (const id of ids) await addPartNumbers(id, [...parts]);
  }
  return { idsOf, added };

  async function add(text: string): Promise<string> {
    const product = { brand: brand ?? "Own products", family: text.slice(0, 300), partNumbers: [] };
    const id = await insertProduct(work, product);
    known.set(id, { ...product, id, version: 1 });
    added += 1;
    return id;
  }

  async function addPartNumbers(id: string, parts: readonly string[]): Promise<void> {
    const product = known.get(id);
    if (product === undefined) return;
    const partNumbers = [...new Set([...product.partNumbers, ...parts])].slice(0, 500);
    if (partNumbers.length === product.partNumbers.length) return;
    const version = await updateProduct(work, id, product.version, { ...product, partNumbers });
    if (version !== undefined) known.set(id, { ...product, partNumbers, version });
  }
}
