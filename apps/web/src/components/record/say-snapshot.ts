/** A release as it is read: product by product, with who makes it where, and what was answered instead. */
import type {
  RecordAnswer,
  RecordContent,
  RecordLink,
  RecordProduct,
  RecordSite,
  Tier,
} from "@throughline/domain";

/** Sites of one product in one tier and component. `oneOf`: it is one of them, nobody says which. */
export interface SiteGroup {
  readonly tier: Tier;
  readonly component: string | null;
  readonly oneOf: boolean;
  readonly sites: readonly { readonly site: RecordSite; readonly link: RecordLink }[];
}

export interface ReadProduct {
  readonly product: RecordProduct;
  readonly groups: readonly SiteGroup[];
  readonly answers: readonly RecordAnswer[];
}

export interface ReadContent {
  readonly products: readonly ReadProduct[];
  /** Answers about everything. */
  readonly general: readonly RecordAnswer[];
  /** Sites no product of the content is made at. */
  readonly unlinked: readonly RecordSite[];
}

/** Puts a content in the order in which a person reads it: tiers as `tiers` has them, most upstream last. */
export function readContent(content: RecordContent, tiers: readonly Tier[]): ReadContent {
  const sites = new Map(content.sites.map((site) => [site.key, site]));
  const byProduct = new Map<string, RecordLink[]>();
  for (const link of content.links) {
    const links = byProduct.get(link.productKey);
    if (links === undefined) byProduct.set(link.productKey, [link]);
    else links.push(link);
  }
  const known = new Set(content.products.map(({ key }) => key));
  const linked = new Set(content.links.map(({ siteKey }) => siteKey));
  return {
    products: content.products.map((product) => ({
      product,
      groups: groupLinks(byProduct.get(product.key) ?? [], sites, tiers),
      answers: content.answers.filter(({ productKey }) => productKey === product.key),
    })),
    general: content.answers.filter(
      ({ productKey }) => productKey === null || !known.has(productKey),
    ),
    unlinked: content.sites.filter(({ key }) => !linked.has(key)),
  };
}

function groupLinks(
  links: readonly RecordLink[],
  sites: ReadonlyMap<string, RecordSite>,
  tiers: readonly Tier[],
): SiteGroup[] {
  const groups = new Map<string, SiteGroup & { sites: { site: RecordSite; link: RecordLink }[] }>();
  for (const link of links) {
    const site = sites.get(link.siteKey);
    if (site === undefined) continue;
    const oneOf = link.kind === "one_of_several";
    const key = `${link.tier}|${link.component ?? ""}|${oneOf}`;
    const group = groups.get(key) ?? {
      tier: link.tier,
      component: link.component,
      oneOf,
      sites: [],
    };
    group.sites.push({ site, link });
    groups.set(key, group);
  }
  // A release orders links by keys that say nothing; a person reads names, masked sites after the others.
  for (const group of groups.values())
    group.sites.sort(
      (a, b) =>
        Number(a.site.masked !== null) - Number(b.site.masked !== null) ||
        a.site.name.localeCompare(b.site.name, "en", { numeric: true }),
    );
  return [...groups.values()].sort(
    (a, b) =>
      tiers.indexOf(b.tier) - tiers.indexOf(a.tier) ||
      (a.component ?? "").localeCompare(b.component ?? "") ||
      Number(a.oneOf) - Number(b.oneOf),
  );
}
