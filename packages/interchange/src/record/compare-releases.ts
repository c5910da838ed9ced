/** Two suppliers' contents side by side: what each says of the products both speak about. */
import { companyKey, compareRecords, textKey } from "./compare-records.ts";
import type { RecordChange, RecordContent, RecordProduct, RecordSite } from "@throughline/domain";

/** One product both speak about. Sites are named in words; a site both name stands once, in `both`. */
export interface ProductDifference {
  readonly brand: string;
  readonly family: string;
  readonly leftOnly: readonly string[];
  readonly rightOnly: readonly string[];
  readonly both: readonly string[];
}

/** What differs between two releases. */
export interface ReleaseDifferences {
  readonly products: readonly ProductDifference[];
  /** Cells in which the two differ about sites both name. */
  readonly changes: readonly RecordChange[];
}

function productKey(product: RecordProduct): string {
  return `${companyKey(product.brand)}|${textKey(product.family)}`;
}

/** Keys under which a site can be the same as another's: OS ID, name with address, name with country. Masked ones none. */
function siteKeys(site: RecordSite): string[] {
  if (site.masked !== null) return [];
  const name = companyKey(site.name);
  const keys: string[] = [];
  if (site.osId !== null) keys.push(`os|${textKey(site.osId)}`);
  const address = textKey(site.address ?? "");
  if (address !== "") keys.push(`address|${name}|${address}`);
  else keys.push(`country|${name}|${site.country ?? ""}`);
  return keys;
}

function say(site: RecordSite, tiers: readonly string[]): string {
  const where = [site.address, site.country].filter((part) => part !== null && part !== "");
  const at = where.length === 0 ? "" : `, ${where.join(", ")}`;
  return `${site.name}${at} (${tiers.join(", ")})`;
}

interface Named {
  readonly site: RecordSite;
  readonly text: string;
}

function sitesOf(content: RecordContent, products: ReadonlySet<string>): Named[] {
  const tiers = new Map<string, Set<string>>();
  for (const link of content.links) {
    if (!products.has(link.productKey)) continue;
    const what = link.tier.replaceAll("_", " ");
    const known = tiers.get(link.siteKey) ?? new Set<string>();
    known.add(link.component === null ? what : `${what}: ${link.component}`);
    tiers.set(link.siteKey, known);
  }
  return content.sites.flatMap((site) => {
    const found = tiers.get(site.key);
    return found === undefined ? [] : [{ site, text: say(site, [...found].toSorted()) }];
  });
}

/** Pairs of one site in both lists, surest key first; a site is paired once. */
function pairSites(left: readonly Named[], right: readonly Named[]): Map<Named, Named> {
  const pairs = new Map<Named, Named>();
  for (const kind of ["os|", "address|", "country|"]) {
    const open = new Map<string, Named>();
    for (const one of right) {
      if (pairs.has(one)) continue;
      for (const key of siteKeys(one.site)) if (key.startsWith(kind)) open.set(key, one);
    }
    for (const one of left) {
      if (pairs.has(one)) continue;
      const key = siteKeys(one.site).find((candidate) => candidate.startsWith(kind));
      const other = key === undefined ? undefined : open.get(key);
      if (other === undefined || pairs.has(other)) continue;
      pairs.set(one, other).set(other, one);
    }
  }
  return pairs;
}

function group(products: readonly RecordProduct[]): Map<string, RecordProduct[]> {
  return Map.groupBy(products, productKey);
}

/**
 * Two suppliers' contents about the same products, side by side. Products are the same when brand and family read the
 * same; sites when their OS IDs do, or name and address, or (where one gives no address) name and country. Masked sites
 * are never taken for another: nobody can tell.
 *
 * @example compareReleases(left, right).products[0]?.leftOnly // sites only the left supplier names
 */
export function compareReleases(left: RecordContent, right: RecordContent): ReleaseDifferences {
  const [ours, theirs] = [group(left.products), group(right.products)];
  const products: ProductDifference[] = [];
  const changes = new Map<string, RecordChange>();
  for (const [key, mine] of ours) {
    const other = theirs.get(key);
    const first = mine[0];
    if (other === undefined || first === undefined) continue;
    const leftSites = sitesOf(left, new Set(mine.map((one) => one.key)));
    const rightSites = sitesOf(right, new Set(other.map((one) => one.key)));
    const pairs = pairSites(leftSites, rightSites);
    const text = (named: readonly Named[]): string[] => named.map((one) => one.text).toSorted();
    products.push({
      brand: first.brand,
      family: first.family,
      leftOnly: text(leftSites.filter((one) => !pairs.has(one))),
      rightOnly: text(rightSites.filter((one) => !pairs.has(one))),
      both: text(leftSites.filter((one) => pairs.has(one))),
    });
    for (const one of leftSites) {
      const pair = pairs.get(one);
      if (pair === undefined) continue;
      const only = (site: RecordSite): RecordContent => ({
        sites: [{ ...site, key: one.site.key, flags: [], confirmedOn: null }],
        products: [],
        links: [],
        answers: [],
      });
      for (const change of compareRecords(only(one.site), only(pair.site)))
        changes.set(`${change.key}|${pair.site.key}|${change.field ?? ""}`, change);
    }
  }
  return { products, changes: [...changes.values()] };
}
