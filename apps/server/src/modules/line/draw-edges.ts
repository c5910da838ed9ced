/** The drawing of product → site: one edge per product, site, tier, component and kind of the links that count. */
import type { ContractLine } from "@throughline/contract";
import type { Line, LineFacts } from "@throughline/domain";

export type Edge = ContractLine["edges"][number];

const rankOfKind = { confirmed: 0, one_of_n_possible: 1, brand_level_only: 2 } as const;

/** More edges than this cannot be drawn so that a person sees anything. */
const mostEdges = 1_000;

export interface Drawing {
  readonly edges: Edge[];
  /** How many edges there are in all. */
  readonly total: number;
}

/** Up to a thousand edges, hits and final assembly first. */
export function drawEdges(line: Line, facts: LineFacts): Drawing {
  const sites = new Map(
    line.sites.map((site) => [
      site.siteId,
      {
        hit: site.screening === "hit",
        tiers: new Set<string>(site.tiers),
        products: new Set(site.productIds),
      },
    ]),
  );
  const brandLevel = new Set(
    line.products.flatMap((one) => (one.status === "brand_level_only" ? [one.productId] : [])),
  );
  const seen = new Set<string>();
  const byRank = new Map<number, { readonly key: string; readonly edge: Edge }[]>();
  for (const { productId, siteId, tier, component, kind } of facts.links) {
    const site = siteId === null ? undefined : sites.get(siteId);
    const counts =
      siteId === null
        ? brandLevel.has(productId)
        : site !== undefined && site.tiers.has(tier) && site.products.has(productId);
    if (!counts) continue;
    const key = `${productId}${siteId ?? ""}${tier}${component ?? ""}${kind}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const rank =
      (site?.hit === true ? 0 : 10) + (tier === "final_assembly" ? 0 : 5) + rankOfKind[kind];
    const alike = byRank.get(rank);
    const made = { key, edge: { productId, siteId, tier, component, kind } };
    if (alike === undefined) byRank.set(rank, [made]);
    else alike.push(made);
  }
  const edges: Edge[] = [];
  for (const [, alike] of [...byRank].sort(([a], [b]) => a - b)) {
    if (edges.length >= mostEdges) break;
    alike.sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { edge } of alike.slice(0, mostEdges - edges.length)) edges.push(edge);
  }
  return { edges, total: seen.size };
}
