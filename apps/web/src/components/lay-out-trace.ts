/** Lays out the drawing product → tier and component → site: three layers, each ordered so that few edges cross. */
import { tiers, traceLinkKinds, type Tier, type TraceLinkKind } from "@throughline/domain";

export interface TraceProduct {
  readonly productId: string;
  readonly name: string;
}
export interface TraceSite {
  readonly siteId: string;
  readonly name: string;
  readonly hit: boolean;
}
export interface TraceEdge {
  readonly productId: string;
  readonly siteId: string | null;
  readonly tier: Tier;
  readonly component: string | null;
  readonly kind: TraceLinkKind;
}

export interface TraceNode {
  readonly id: string;
  readonly y: number;
}
export interface TraceLayout {
  readonly products: readonly (TraceNode & { readonly product: TraceProduct })[];
  readonly parts: readonly (TraceNode & {
    readonly productId: string;
    readonly tier: Tier;
    readonly component: string | null;
    /** The surest link below it; null when no site is named. */
    readonly kind: TraceLinkKind | null;
  })[];
  readonly sites: readonly (TraceNode & { readonly site: TraceSite })[];
  readonly toSites: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: TraceLinkKind;
  }[];
  readonly height: number;
  readonly productsLeftOut: number;
}

export const rowHeight = 44;
const top = 48;
const mostProducts = 12;
const mostSites = 40;

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Finished goods first, then up the chain; what comes after use last. */
function rankOf(tier: Tier): number {
  const final = tiers.indexOf("final_assembly");
  const at = tiers.indexOf(tier);
  return at <= final ? final - at : at;
}

/** Every product gets at least a final-assembly part, so that a product nobody traced is seen as such. */
export function layOutTrace(
  allProducts: readonly TraceProduct[],
  allSites: readonly TraceSite[],
  edges: readonly TraceEdge[],
): TraceLayout {
  const siteById = new Map(allSites.map((site) => [site.siteId, site]));
  const chosen: TraceProduct[] = [];
  const used = new Set<string>();
  for (const product of allProducts) {
    const ids = edges
      .filter((edge) => edge.productId === product.productId)
      .flatMap((edge) => (edge.siteId === null ? [] : [edge.siteId]));
    const grown = new Set([...used, ...ids]);
    if (chosen.length >= mostProducts || (chosen.length > 0 && grown.size > mostSites)) break;
    chosen.push(product);
    for (const id of ids) used.add(id);
  }
  const shown = new Set(chosen.map((product) => product.productId));
  const kept = edges.filter((edge) => shown.has(edge.productId));

  const parts: {
    id: string;
    productId: string;
    tier: Tier;
    component: string | null;
    kind: TraceLinkKind | null;
    y: number;
  }[] = [];
  for (const { productId } of chosen) {
    const own = kept.filter((edge) => edge.productId === productId);
    const keys = new Map<string, { tier: Tier; component: string | null }>(
      own.map((edge) => [
        `${edge.tier} ${edge.component ?? ""}`,
        { tier: edge.tier, component: edge.component },
      ]),
    );
    if (!own.some((edge) => edge.tier === "final_assembly"))
      keys.set("final_assembly ", { tier: "final_assembly", component: null });
    const ordered = [...keys].sort(
      ([, a], [, b]) =>
        rankOf(a.tier) - rankOf(b.tier) || (a.component ?? "").localeCompare(b.component ?? ""),
    );
    for (const [key, { tier, component }] of ordered) {
      const kinds = own.flatMap((edge) =>
        `${edge.tier} ${edge.component ?? ""}` === key && edge.siteId !== null ? [edge.kind] : [],
      );
      parts.push({
        id: `${productId} ${key}`,
        productId,
        tier,
        component,
        kind: traceLinkKinds.find((kind) => kinds.includes(kind)) ?? null,
        y: top + parts.length * rowHeight,
      });
    }
  }
  const partY = new Map(parts.map((part) => [part.id, part.y]));
  const toSites = kept.flatMap((edge) =>
    edge.siteId === null || !siteById.has(edge.siteId)
      ? []
      : [
          {
            from: `${edge.productId} ${edge.tier} ${edge.component ?? ""}`,
            to: edge.siteId,
            kind: edge.kind,
          },
        ],
  );
  const products = chosen.map((product) => ({
    id: product.productId,
    product,
    y: average(parts.filter((part) => part.productId === product.productId).map((part) => part.y)),
  }));
  const siteIds = [...new Set(toSites.map((edge) => edge.to))];
  const wanted = new Map(
    siteIds.map((id) => [
      id,
      average(toSites.filter((edge) => edge.to === id).map((edge) => partY.get(edge.from) ?? 0)),
    ]),
  );
  const sites = siteIds
    .toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a.localeCompare(b))
    .flatMap((id, index) => {
      const site = siteById.get(id);
      return site === undefined ? [] : [{ id, site, y: top + index * rowHeight }];
    });
  return {
    products,
    parts,
    sites,
    toSites,
    height: top + Math.max(parts.length, sites.length, 1) * rowHeight,
    productsLeftOut: allProducts.length - chosen.length,
  };
}
