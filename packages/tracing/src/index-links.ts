/**
 * Indexes the links that count, in one pass: what they say about each product and about each site. Repeated ids
 * are kept in arrays and made distinct where they are counted: with 50,000 links that is four times as fast.
 */
import type {
  DisclosureFact,
  IsoDate,
  LineFacts,
  ProductLine,
  SiteFact,
  Tier,
  TraceLinkFact,
} from "@throughline/domain";
import { compareDated } from "./compare-text.ts";
import { foldName } from "./fold-name.ts";

/** Flags that say a place does not make things, whatever a list says. */
const notMakingFlags: ReadonlySet<string> = new Set([
  "not_manufacturing",
  "warehouse",
  "head_office",
]);

/** True for a warehouse, a head office or another place that does not manufacture. */
export function isNotManufacturing(site: SiteFact | undefined): boolean {
  return site !== undefined && site.flags.some((flag) => notMakingFlags.has(flag));
}

/** What the links that count say about one product. Site ids of a tier may repeat. */
export interface ProductLinks {
  readonly confirmed: TraceLinkFact[];
  readonly possible: TraceLinkFact[];
  readonly brandLevel: TraceLinkFact[];
  readonly tiers: Map<Tier, { confirmed: string[]; possible: string[] }>;
  /** True when any site is named for it, at any tier and however surely. */
  hasSite: boolean;
  readonly disclosureIds: Set<string>;
  /** The latest disclosure that named sites for it and was withdrawn by the date. */
  withdrawn: DisclosureFact | null;
}

/** How one site is used on the line. Product ids may repeat. */
export interface SiteUse {
  readonly productIds: string[];
  readonly tiers: Tier[];
  readonly confirmedFor: string[];
  readonly possibleCounts: number[];
  possible: boolean;
}

/** A site among the facts: whether any link mentions it at all, and how the links that count use it. */
export interface SitePlace {
  readonly site: SiteFact;
  mentioned: boolean;
  use: SiteUse | null;
}

/** The links, indexed. */
export interface IndexedLinks {
  readonly links: ReadonlyMap<string, ProductLinks>;
  readonly sitePlaces: ReadonlyMap<string, SitePlace>;
  /** Components (in the contract's words, folded) with a confirmed site. */
  readonly confirmedComponents: ReadonlySet<string>;
  readonly confirmedTiers: ReadonlySet<Tier>;
}

interface ProductEntry extends ProductLinks {
  readonly cutOff: IsoDate | null;
}

function isLater(a: DisclosureFact, b: DisclosureFact): boolean {
  return compareDated({ date: a.withdrawnOn, id: a.id }, { date: b.withdrawnOn, id: b.id }) > 0;
}

function addOnce<T>(items: T[], item: T): void {
  if (!items.includes(item)) items.push(item);
}

/** Indexes the links that count on the facts' date. */
export function indexLinks(
  facts: LineFacts,
  products: readonly ProductLine[],
  disclosures: {
    readonly standing: ReadonlyMap<string, DisclosureFact>;
    readonly withdrawn: ReadonlyMap<string, DisclosureFact>;
    readonly voidedOn: (product: ProductLine) => IsoDate | null;
  },
): IndexedLinks {
  const { asOf } = facts;
  const links = new Map<string, ProductEntry>();
  for (const product of products) {
    links.set(product.id, {
      confirmed: [],
      possible: [],
      brandLevel: [],
      tiers: new Map(),
      hasSite: false,
      disclosureIds: new Set(),
      withdrawn: null,
      cutOff: disclosures.voidedOn(product),
    });
  }
  const sitePlaces = new Map<string, SitePlace>();
  for (const site of facts.sites) sitePlaces.set(site.id, { site, mentioned: false, use: null });
  const confirmedComponents = new Set<string>();
  const confirmedTiers = new Set<Tier>();

  for (const link of facts.links) {
    const place = link.siteId === null ? null : sitePlaces.get(link.siteId);
    if (place === undefined) continue;
    if (place !== null) place.mentioned = true;
    const entry = links.get(link.productId);
    if (entry === undefined) continue;
    const from = link.disclosureId === null ? null : disclosures.standing.get(link.disclosureId);
    if (from === undefined) {
      const gone = disclosures.withdrawn.get(link.disclosureId ?? "");
      if (gone !== undefined && (entry.withdrawn === null || isLater(gone, entry.withdrawn)))
        entry.withdrawn = gone;
      continue;
    }
    if (link.validFrom !== null && link.validFrom > asOf) continue;
    if (link.validTo !== null && link.validTo < asOf) continue;
    // What was shown false or taken back does not stand; what was disclosed afterwards does.
    if (entry.cutOff !== null && (from === null || from.receivedOn <= entry.cutOff)) continue;

    if (from !== null) entry.disclosureIds.add(from.id);
    const { tier } = link;
    const confirmed = link.kind === "confirmed" && place !== null;
    const possible = link.kind === "one_of_n_possible";
    if (tier === "final_assembly")
      (confirmed ? entry.confirmed : possible ? entry.possible : entry.brandLevel).push(link);
    if (place === null) continue;
    const siteId = place.site.id;
    entry.hasSite = true;
    const use = (place.use ??= {
      productIds: [],
      tiers: [],
      confirmedFor: [],
      possibleCounts: [],
      possible: false,
    });
    use.productIds.push(link.productId);
    addOnce(use.tiers, tier);
    if (!confirmed && !possible) continue;
    let counts = entry.tiers.get(tier);
    if (counts === undefined) entry.tiers.set(tier, (counts = { confirmed: [], possible: [] }));
    if (confirmed) {
      counts.confirmed.push(siteId);
      use.confirmedFor.push(link.productId);
      confirmedTiers.add(tier);
      if (link.component !== null) confirmedComponents.add(foldName(link.component));
    } else {
      counts.possible.push(siteId);
      use.possible = true;
      if (link.alternativesCount !== null) addOnce(use.possibleCounts, link.alternativesCount);
    }
  }
  return { links, sitePlaces, confirmedComponents, confirmedTiers };
}
