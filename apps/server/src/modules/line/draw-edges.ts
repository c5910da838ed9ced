/** The drawing of product → site: one edge per product, site, tier, component and kind of the links that count. */
import type { ContractLine } from "@throughline/contract";
import type { Line, SiteFact } from "@throughline/domain";
import type { LinkGroup } from "@throughline/tracing";
import { groupRows } from "./group-rows.ts";

export type Edge = ContractLine["edges"][number];

const rankOfKind = { confirmed: 0, one_of_n_possible: 1, brand_level_only: 2 } as const;

/** More edges than this cannot be drawn so that a person sees anything. */
const mostEdges = 500;

export interface Drawing {
  readonly edges: Edge[];
  /** How many edges there are in all. */
  readonly total: number;
}

type Alike = [LinkGroup, ...LinkGroup[]];

/** Edges that differ in their site only. Several disclosures may say the same: their links are one edge. */
interface Bundle {
  readonly groups: Readonly<Alike>;
  readonly hits: boolean;
}

/** Up to a thousand edges, hits and final assembly first. All are counted; only those that are sent are made. */
export function drawEdges(
  line: Line,
  standing: readonly LinkGroup[],
  sites: readonly SiteFact[],
): Drawing {
  const hitIds = new Set(
    line.sites.flatMap((site) => (site.screening === "hit" ? [site.siteId] : [])),
  );
  const isHit = sites.map((site) => hitIds.has(site.id));
  const byRank = new Map<number, Bundle[]>();
  const count = countDistinct(isHit);
  let total = 0;
  for (const groups of groupAlike(line, standing)) {
    const [{ tier, kind }] = groups;
    const base = (tier === "final_assembly" ? 0 : 5) + rankOfKind[kind];
    const { hits, others } = count(groups);
    total += hits + others;
    if (hits > 0) put(byRank, base, { groups, hits: true });
    if (others > 0) put(byRank, base + 10, { groups, hits: false });
  }
  const edges: Edge[] = [];
  for (const [, alike] of [...byRank].sort(([a], [b]) => a - b)) {
    if (edges.length >= mostEdges) break;
    const byProduct = groupRows(alike, ({ groups }) => groups[0].productId);
    for (const productId of [...byProduct.keys()].sort()) {
      if (edges.length >= mostEdges) break;
      const bundles = byProduct.get(productId) ?? [];
      const made = bundles.flatMap((bundle) => edgesOf(bundle, sites, isHit));
      made.sort((a, b) => (a.key < b.key ? -1 : 1));
      for (const { edge } of made.slice(0, mostEdges - edges.length)) edges.push(edge);
    }
  }
  return { edges, total };
}

function put(byRank: Map<number, Bundle[]>, rank: number, bundle: Bundle): void {
  const alike = byRank.get(rank);
  if (alike === undefined) byRank.set(rank, [bundle]);
  else alike.push(bundle);
}

/** Groups that make the same edges. Links without a site count where nothing better is known of the product. */
function groupAlike(line: Line, standing: readonly LinkGroup[]): Alike[] {
  const brandLevel = new Set(
    line.products.flatMap((one) => (one.status === "brand_level_only" ? [one.productId] : [])),
  );
  const found: Alike[] = [];
  // The groups stand product by product, so a short key will do.
  let product = "";
  let alike = new Map<string, Alike>();
  for (const group of standing) {
    const { productId, tier, kind, component, sites } = group;
    if (sites === null && !brandLevel.has(productId)) continue;
    if (productId !== product) {
      product = productId;
      alike = new Map();
    }
    const key = `${tier} ${kind}${sites === null ? "" : "+"}${component ?? ""}`;
    const known = alike.get(key);
    if (known !== undefined) known.push(group);
    else {
      const made: Alike = [group];
      alike.set(key, made);
      found.push(made);
    }
  }
  return found;
}

/** Counts the distinct sites of groups, those with a hit apart; links without a site are one edge. */
function countDistinct(
  isHit: readonly boolean[],
): (groups: readonly LinkGroup[]) => { hits: number; others: number } {
  const lastSeen = new Int32Array(isHit.length);
  let turn = 0;
  return (groups) => {
    turn += 1;
    let hits = 0;
    let others = groups[0]?.sites === null ? 1 : 0;
    for (const { sites } of groups)
      for (const place of sites ?? []) {
        if (lastSeen[place] === turn) continue;
        lastSeen[place] = turn;
        if (isHit[place] === true) hits += 1;
        else others += 1;
      }
    return { hits, others };
  };
}

function edgesOf(
  { groups, hits }: Bundle,
  sites: readonly SiteFact[],
  isHit: readonly boolean[],
): { readonly key: string; readonly edge: Edge }[] {
  const [{ productId, tier, component, kind, sites: named }] = groups;
  const places = new Set(groups.flatMap((group) => group.sites ?? []));
  const ids =
    named === null
      ? [null]
      : [...places].flatMap((place) => (isHit[place] === hits ? (sites[place]?.id ?? []) : []));
  return ids.map((siteId) => ({
    key: `${siteId ?? ""}${tier}${component ?? ""}${kind}`,
    edge: { productId, siteId, tier, component, kind },
  }));
}
