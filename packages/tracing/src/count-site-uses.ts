/**
 * Keeps count of how the links that count use each site. What a site was last used for is remembered in arrays by the
 * site's place, so that telling a repetition costs one comparison for each of 50,000 links.
 */
import type { LinkGroup } from "./group-links.ts";

/** How one site is used on the line. Product ids are distinct, in the order in which products were begun. */
export interface SiteUse {
  readonly productIds: string[];
  /** For how many products it is confirmed. */
  confirmedFor: number;
  /** One bit for each tier, in the order of the vocabulary. */
  tierBits: number;
  /** The distinct numbers of alternatives it is one of. */
  readonly possibleCounts: number[];
  possible: boolean;
}

/** Takes groups product by product, and within a product tier by tier. */
export interface SiteUses {
  readonly uses: readonly (SiteUse | undefined)[];
  beginProduct(id: string): void;
  /** Begins a tier of the product, by its rank in the vocabulary. */
  beginTier(rank: number): void;
  /** Uses the sites of a group; says how many were not named with its kind before, for this product at this tier. */
  use(group: LinkGroup, sites: readonly number[]): number;
}

/** Starts with no site used. `count` is how many sites there are. */
export function countSiteUses(count: number): SiteUses {
  const uses: (SiteUse | undefined)[] = Array.from({ length: count }, () => undefined);
  const inProduct = new Int32Array(count);
  const confirmedInProduct = new Int32Array(count);
  const confirmedInTier = new Int32Array(count);
  const possibleInTier = new Int32Array(count);
  let product = 0;
  let productId = "";
  let tier = 0;
  let tierBit = 0;

  function use(group: LinkGroup, sites: readonly number[]): number {
    const confirmed = group.kind === "confirmed";
    const possible = group.kind === "one_of_n_possible";
    const inTier = confirmed ? confirmedInTier : possibleInTier;
    const { alternativesCount } = group;
    let found = 0;
    for (const site of sites) {
      let known = uses[site];
      if (known === undefined) {
        known = {
          productIds: [],
          confirmedFor: 0,
          tierBits: 0,
          possibleCounts: [],
          possible: false,
        };
        uses[site] = known;
      }
      known.tierBits |= tierBit;
      if (inProduct[site] !== product) {
        inProduct[site] = product;
        known.productIds.push(productId);
      }
      if (!confirmed && !possible) continue;
      if (inTier[site] !== tier) {
        inTier[site] = tier;
        found += 1;
      }
      if (confirmed && confirmedInProduct[site] !== product) {
        confirmedInProduct[site] = product;
        known.confirmedFor += 1;
      }
      if (!possible) continue;
      known.possible = true;
      if (alternativesCount !== null && !known.possibleCounts.includes(alternativesCount))
        known.possibleCounts.push(alternativesCount);
    }
    return found;
  }

  return {
    uses,
    beginProduct(id) {
      product += 1;
      productId = id;
    },
    beginTier(rank) {
      tier += 1;
      tierBit = 1 << rank;
    },
    use,
  };
}
