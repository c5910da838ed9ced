/** What taking a release for one contract brings: which of its products are ours, which sites and links follow. Pure. */
import { nameFamily, type ReleaseSnapshot } from "@throughline/domain";
import { foldText } from "@throughline/matching";
import { isSameBrand, type NamedProduct } from "@throughline/tracing";
import type { LinkByKey, ReleasedSite } from "../disclosures/index.ts";
import { sayRelease } from "./release-texts.en.ts";

/** Products of the contract by the key of each product of the release. */
export type ProductMap = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the contract's products: as a person said; else as they were asked about; else by part number, or by brand and
 * family written alike.
 */
export function mapProducts(
  snapshot: ReleaseSnapshot,
  products: readonly NamedProduct[],
  said: {
    readonly given: readonly { readonly key: string; readonly productId: string }[];
    /** Our product by the key it was asked about under. */
    readonly asked: ReadonlyMap<string, string>;
  },
): ProductMap {
  const here = new Set(products.map(({ id }) => id));
  const map = new Map<string, string[]>();
  const add = (key: string, id: string): void => {
    const known = map.get(key) ?? [];
    if (here.has(id) && !known.includes(id)) map.set(key, [...known, id]);
  };
  for (const { key, productId } of said.given) add(key, productId);
  const settled = new Set(map.keys());
  for (const { askedKey, productKey } of snapshot.answersFor) {
    const id = said.asked.get(askedKey);
    if (id !== undefined && !settled.has(productKey)) add(productKey, id);
  }
  const asked = new Set(map.keys());
  for (const product of snapshot.content.products) {
    if (asked.has(product.key)) continue;
    const parts = new Set(product.partNumbers.map(foldText));
    for (const one of products) {
      const part = one.partNumber === null ? "" : foldText(one.partNumber);
      const alike =
        isSameBrand(one.brand, product.brand) &&
        (foldText(one.family) === foldText(product.family) || (part !== "" && parts.has(part)));
      if (alike) add(product.key, one.id);
    }
  }
  return map;
}

export interface TakePlan {
  readonly sites: readonly ReleasedSite[];
  readonly links: readonly LinkByKey[];
  /** In sentences. */
  readonly notes: readonly string[];
}

/**
 * Sites that make a product of the contract, and those linked to nothing; on a contract without products, or where none
 * is found, all of them. Links are as the supplier says them: confirmed, or one of several with how many it names.
 */
export function planTake(
  { content }: ReleaseSnapshot,
  map: ProductMap,
  makeId: () => string,
): TakePlan {
  const linked = new Set(content.links.map(({ siteKey }) => siteKey));
  const wanted = new Set(
    content.links.flatMap(({ productKey, siteKey }) => (map.has(productKey) ? [siteKey] : [])),
  );
  const chosen = content.sites.filter(
    ({ key }) => map.size === 0 || wanted.has(key) || !linked.has(key),
  );
  return {
    sites: describeSites(content, chosen, map),
    links: planLinks(content, map, makeId),
    notes: listNotes(content, chosen, map),
  };
}

type Content = ReleaseSnapshot["content"];

function describeSites(
  content: Content,
  chosen: Content["sites"],
  map: ProductMap,
): ReleasedSite[] {
  const families = new Map(content.products.map(({ key, family }) => [key, family]));
  const linksOf = Map.groupBy(
    content.links.filter(({ productKey }) => map.size === 0 || map.has(productKey)),
    ({ siteKey }) => siteKey,
  );
  return chosen.map((site) => {
    const links = linksOf.get(site.key) ?? [];
    const names = new Set(links.flatMap(({ productKey }) => families.get(productKey) ?? []));
    const tiers = new Set(links.map(({ tier }) => tier));
    const components = new Set(links.flatMap(({ component }) => component ?? []));
    const [tier = null] = tiers;
    return {
      site,
      product: names.size === 0 ? null : [...names].join("; "),
      // A row holds one tier; the links hold all.
      tier: tiers.size === 1 ? tier : null,
      component: components.size === 0 ? null : [...components].join("; "),
    };
  });
}

function planLinks({ links }: Content, map: ProductMap, makeId: () => string): LinkByKey[] {
  const setOf = (link: Content["links"][number]): string =>
    [link.productKey, link.tier, link.component ?? ""].join("|");
  const possible = Map.groupBy(
    links.filter(({ kind }) => kind === "one_of_several"),
    setOf,
  );
  const counts = new Map(
    [...possible].map(([set, of]) => [set, new Set(of.map(({ siteKey }) => siteKey)).size]),
  );
  const ids = new Map<string, string>();
  return links.flatMap((link) =>
    (map.get(link.productKey) ?? []).map((productId): LinkByKey => {
      const { siteKey, tier, component, from, to } = link;
      const set = link.kind === "one_of_several" ? setOf(link) : null;
      const group = set === null ? null : `${productId}|${set}`;
      if (group !== null && !ids.has(group)) ids.set(group, makeId());
      return {
        productId,
        siteKey,
        tier,
        component,
        kind: set === null ? "confirmed" : "one_of_n_possible",
        alternativesId: group === null ? null : (ids.get(group) ?? null),
        alternativesCount: set === null ? null : (counts.get(set) ?? 1),
        validFrom: from,
        validTo: to,
      };
    }),
  );
}

const mostNamed = 5;

function listNotes(content: Content, chosen: Content["sites"], map: ProductMap): string[] {
  const notes: string[] = [];
  const unknown = content.products.filter(({ key }) => !map.has(key));
  if (unknown.length > 0)
    notes.push(
      sayRelease("take.product_unknown", {
        products: unknown.slice(0, mostNamed).map(nameFamily).join("; "),
        more: Math.max(0, unknown.length - mostNamed),
        count: unknown.length,
      }).text,
    );
  const left = content.sites.length - chosen.length;
  if (left > 0) notes.push(sayRelease("take.sites_left", { sites: left }).text);
  const masked = chosen.flatMap((site) => site.masked ?? []);
  if (masked.length > 0)
    notes.push(
      sayRelease("take.masked", {
        sites: masked.length,
        keepers: [...new Set(masked.map(({ keptBy }) => keptBy))].slice(0, mostNamed).join("; "),
      }).text,
    );
  return notes;
}
