/** Indexes the links that count, group by group, in one pass: what they say about each product and about each site. */
import type { DisclosureFact, IsoDate, ProductLine, SiteFact, Tier } from "@throughline/domain";
import { tiers as allTiers } from "@throughline/domain";
import { compareDated, compareText } from "./compare-text.ts";
import { foldName } from "./fold-name.ts";
import type { GroupedFacts, LinkGroup } from "./group-links.ts";
import { countSiteUses, type SiteUse } from "./count-site-uses.ts";

/** Flags that say a place does not make things, whatever a list says. */
const notMakingFlags: ReadonlySet<string> = new Set([
  "not_manufacturing",
  "warehouse",
  "head_office",
]);

/** True for a warehouse, a head office or another place that does not manufacture. */
export function isNotManufacturing(site: SiteFact): boolean {
  return site.flags.some((flag) => notMakingFlags.has(flag));
}

/** True where the supplier keeps the identity of the place: it counts, and nobody here can screen it. */
export function isMasked(site: Pick<SiteFact, "flags">): boolean {
  return site.flags.includes("identity_masked");
}

/** What the links that count say about one product. Sites are places among the facts' sites. */
export interface ProductLinks {
  /** Groups at final assembly. */
  readonly confirmed: LinkGroup[];
  readonly possible: LinkGroup[];
  readonly brandLevel: LinkGroup[];
  /** How many distinct sites at each tier. */
  readonly tiers: Map<Tier, { confirmed: number; possible: number }>;
  /** True when any site is named for it, at any tier and however surely. */
  hasSite: boolean;
  readonly disclosureIds: Set<string>;
  /** The latest disclosure that named sites for it and was withdrawn by the date. */
  withdrawn: DisclosureFact | null;
}

/** The links, indexed. `uses` and `mentioned` go by place among the facts' sites. */
export interface IndexedLinks {
  readonly links: ReadonlyMap<string, ProductLinks>;
  /** How the links that count use each site. */
  readonly uses: readonly (SiteUse | undefined)[];
  /** 1 where any link mentions the site, whether it counts or not. */
  readonly mentioned: Uint8Array;
  /** The groups that count, product by product. */
  readonly standing: readonly LinkGroup[];
  /** Components (in the contract's words, folded) with a confirmed site. */
  readonly confirmedComponents: ReadonlySet<string>;
  readonly confirmedTiers: ReadonlySet<Tier>;
}

interface ProductEntry extends ProductLinks {
  readonly id: string;
  readonly cutOff: IsoDate | null;
  readonly groups: LinkGroup[];
}

function isLater(a: DisclosureFact, b: DisclosureFact): boolean {
  return compareDated({ date: a.withdrawnOn, id: a.id }, { date: b.withdrawnOn, id: b.id }) > 0;
}

/** Whether a group counts on the day; notes a withdrawn disclosure where it is the reason that it does not. */
function stands(
  group: LinkGroup,
  entry: ProductEntry,
  asOf: IsoDate,
  disclosures: KnownDisclosures,
): boolean {
  const { disclosureId, validFrom, validTo } = group;
  const from = disclosureId === null ? null : disclosures.standing.get(disclosureId);
  if (from === undefined) {
    const gone = disclosures.withdrawn.get(disclosureId ?? "");
    if (gone !== undefined && (entry.withdrawn === null || isLater(gone, entry.withdrawn)))
      entry.withdrawn = gone;
    return false;
  }
  if (validFrom !== null && validFrom > asOf) return false;
  if (validTo !== null && validTo < asOf) return false;
  // What was shown false or taken back does not stand; what was disclosed afterwards does.
  if (entry.cutOff !== null && (from === null || from.receivedOn <= entry.cutOff)) return false;
  if (from !== null) entry.disclosureIds.add(from.id);
  return true;
}

/** Disclosures as they stood on the day, and when what was said about a product was last taken back. */
export interface KnownDisclosures {
  readonly standing: ReadonlyMap<string, DisclosureFact>;
  readonly withdrawn: ReadonlyMap<string, DisclosureFact>;
  readonly voidedOn: (product: ProductLine) => IsoDate | null;
}

/** Indexes the groups that count on the facts' date. */
export function indexLinks(
  facts: GroupedFacts,
  products: readonly ProductLine[],
  disclosures: KnownDisclosures,
): IndexedLinks {
  const { asOf } = facts;
  const links = new Map<string, ProductEntry>();
  for (const product of products) {
    links.set(product.id, {
      id: product.id,
      confirmed: [],
      possible: [],
      brandLevel: [],
      tiers: new Map(),
      hasSite: false,
      disclosureIds: new Set(),
      withdrawn: null,
      cutOff: disclosures.voidedOn(product),
      groups: [],
    });
  }
  const mentioned = new Uint8Array(facts.sites.length);
  for (const group of facts.links) {
    if (group.sites !== null) for (const site of group.sites) mentioned[site] = 1;
    links.get(group.productId)?.groups.push(group);
  }

  const sites = countSiteUses(facts.sites.length);
  const standing: LinkGroup[] = [];
  const components = new Set<string>();
  const confirmedTiers = new Set<Tier>();
  // By id, so that the products of a site come in order without sorting them site by site.
  for (const entry of [...links.values()].sort((a, b) => compareText(a.id, b.id))) {
    const groups = entry.groups
      .filter((group) => stands(group, entry, asOf, disclosures))
      .map((group) => ({ group, rank: allTiers.indexOf(group.tier) }))
      .sort((a, b) => a.rank - b.rank);
    sites.beginProduct(entry.id);
    let rankBefore = -1;
    for (const { group, rank } of groups) {
      const { tier, component } = group;
      standing.push(group);
      if (rank !== rankBefore) sites.beginTier(rank);
      rankBefore = rank;
      const confirmed = group.kind === "confirmed" && group.sites !== null;
      const possible = group.kind === "one_of_n_possible";
      if (tier === "final_assembly")
        (confirmed ? entry.confirmed : possible ? entry.possible : entry.brandLevel).push(group);
      if (group.sites === null) continue;
      entry.hasSite = true;
      const found = sites.use(group, group.sites);
      if (!confirmed && !possible) continue;
      let counts = entry.tiers.get(tier);
      if (counts === undefined) entry.tiers.set(tier, (counts = { confirmed: 0, possible: 0 }));
      if (confirmed) {
        counts.confirmed += found;
        confirmedTiers.add(tier);
        if (component !== null) components.add(component);
      } else counts.possible += found;
    }
  }
  const confirmedComponents = new Set([...components].map(foldName));
  return { links, uses: sites.uses, mentioned, standing, confirmedComponents, confirmedTiers };
}
