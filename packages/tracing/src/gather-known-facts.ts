/**
 * Reduces the facts to what was known on the date asked for, and indexes them, in one pass over the groups of links.
 *
 * What counts on a date: requests sent, answers given, disclosures received and not withdrawn, sites screened,
 * verdicts given, links whose period holds it. A verdict given later reads as waiting; a measure in force only
 * later is no hit yet. Links to a product, site or disclosure that is not among the facts are left out: they
 * could not be opened to anything. Sites carry no date of their own: they are there when a link that counts
 * points at them, or when no link in the facts mentions them at all (named, not linked to a product).
 */
import type {
  AnswerFact,
  ContractFact,
  CurrencyCode,
  DisclosureFact,
  Duty,
  IsoDate,
  ProductLine,
  RequestFact,
  ScreeningFact,
  ScreeningStatus,
  SiteFact,
  TenderFact,
  Tier,
  WeighingFact,
} from "@throughline/domain";
import { compareDated, compareText } from "./compare-text.ts";
import { gatherKnownDialogue, type KnownDialogue } from "./gather-known-dialogue.ts";
import type { GroupedFacts, LinkGroup } from "./group-links.ts";
import { indexLinks, isMasked, isNotManufacturing, type ProductLinks } from "./index-links.ts";
import type { SiteUse } from "./count-site-uses.ts";
import { scopeEvents, type EventScope } from "./scope-events.ts";

/** What screening of one site said by the date, over all lists. */
export interface SiteScreening {
  readonly status: ScreeningStatus;
  readonly facts: readonly ScreeningFact[];
}

/** A site of the facts. `rank` orders places by the site's id. */
export interface SitePlace {
  readonly site: SiteFact;
  /** Named, and not a place that makes nothing. Whoever keeps the identity of an assembler has not disclosed it. */
  readonly makes: boolean;
  readonly masked: boolean;
  readonly rank: number;
}

/** A contract whose own value is not recorded is counted in the currency of its products, where it is one. */
function soleCurrency(products: readonly ProductLine[]): CurrencyCode | null {
  const currencies = new Set(products.flatMap(({ value }) => value?.currency ?? []));
  return currencies.size === 1 ? ([...currencies][0] ?? null) : null;
}

/** The facts as they stood on the date, indexed. */
export interface KnownFacts {
  readonly asOf: IsoDate;
  readonly currency: CurrencyCode | null;
  readonly contract: ContractFact;
  readonly products: readonly ProductLine[];
  readonly sentRequests: readonly RequestFact[];
  readonly drafts: readonly RequestFact[];
  readonly answers: readonly AnswerFact[];
  readonly events: EventScope;
  readonly disclosures: ReadonlyMap<string, DisclosureFact>;
  readonly withdrawnDisclosures: readonly DisclosureFact[];
  readonly links: ReadonlyMap<string, ProductLinks>;
  /** Component (in the contract's words, folded) with a confirmed site. */
  readonly confirmedComponents: ReadonlySet<string>;
  readonly confirmedTiers: ReadonlySet<Tier>;
  /** The groups of links that count. */
  readonly standingLinks: readonly LinkGroup[];
  /** Every site of the facts, by the place that groups of links give. */
  readonly places: readonly SitePlace[];
  /** The sites the line shows, by name. */
  readonly sites: readonly SiteFact[];
  readonly uses: ReadonlyMap<string, SiteUse>;
  readonly screenings: ReadonlyMap<string, SiteScreening>;
  readonly weighings: readonly WeighingFact[];
  /** The procurement behind the contract; `null` where none is recorded. */
  readonly tender: TenderFact | null;
  /** What the conditions make due, by day; `null` where nobody looked. */
  readonly duties: readonly Duty[] | null;
  /** What was said and promised; `null` where nobody looked, or nothing is recorded. */
  readonly dialogue: KnownDialogue | null;
}

/** The procurement as it stood: what happened or was let stand later had not yet. */
function knownTender(tender: TenderFact | null | undefined, asOf: IsoDate): TenderFact | null {
  if (tender === null || tender === undefined) return null;
  const past = (day: IsoDate | null): IsoDate | null => (day !== null && day > asOf ? null : day);
  return {
    ...tender,
    announcedOn: past(tender.announcedOn),
    publishedOn: past(tender.publishedOn),
    awardedOn: past(tender.awardedOn),
    instances: [...tender.instances].sort(
      (a, b) => compareText(a.place, b.place) || compareText(a.id, b.id),
    ),
    mismatches: tender.mismatches
      .map((one) =>
        one.letStand !== null && one.letStand.on > asOf ? { ...one, letStand: null } : one,
      )
      .sort((a, b) => compareText(a.key, b.key)),
  };
}

function knownScreening(fact: ScreeningFact, asOf: IsoDate): ScreeningFact | null {
  if (fact.screenedOn === null || fact.screenedOn > asOf || fact.status === "not_screened")
    return null;
  const hit = fact.hit;
  const clear = fact.partial ? "no_hit_on_partial_list" : "no_hit";
  if (fact.status !== "hit" || hit === null) {
    // A partial list never gives a clean "no hit", whatever the caller wrote.
    return {
      ...fact,
      hit: null,
      status: fact.partial ? "no_hit_on_partial_list" : fact.status === "hit" ? clear : fact.status,
    };
  }
  if (hit.effectiveOn !== null && hit.effectiveOn > asOf)
    return { ...fact, hit: null, status: clear };
  if (hit.verdict === "waiting" || (hit.verdictOn !== null && hit.verdictOn <= asOf)) return fact;
  return { ...fact, hit: { ...hit, verdict: "waiting", verdictBy: null, verdictOn: null } };
}

/** Over several lists: a hit wins; a single partial or unscreened list keeps the rest from reading clean. */
function sumScreenings(facts: readonly ScreeningFact[], listed: number): SiteScreening {
  const sorted = [...facts].sort(
    (a, b) => compareText(a.listId, b.listId) || compareText(a.hit?.id ?? "", b.hit?.id ?? ""),
  );
  if (sorted.length === 0) return { status: "not_screened", facts: sorted };
  if (sorted.some((fact) => fact.hit !== null && fact.hit.verdict !== "wrong_entity")) {
    return { status: "hit", facts: sorted };
  }
  const clean =
    sorted.length === listed &&
    sorted.every((fact) => !fact.partial && fact.status !== "no_hit_on_partial_list");
  return { status: clean ? "no_hit" : "no_hit_on_partial_list", facts: sorted };
}

function gatherScreenings(facts: GroupedFacts): Map<string, SiteScreening> {
  const bySite = new Map<string, { known: ScreeningFact[]; listed: number }>();
  for (const fact of facts.screenings) {
    let entry = bySite.get(fact.siteId);
    if (entry === undefined) bySite.set(fact.siteId, (entry = { known: [], listed: 0 }));
    entry.listed += 1;
    const known = knownScreening(fact, facts.asOf);
    if (known !== null) entry.known.push(known);
  }
  return new Map(
    [...bySite].map(([siteId, entry]) => [siteId, sumScreenings(entry.known, entry.listed)]),
  );
}

function placesOf(sites: readonly SiteFact[]): SitePlace[] {
  const rank = new Uint32Array(sites.length);
  const byId = sites.map((site, place) => ({ id: site.id, place }));
  byId.sort((a, b) => compareText(a.id, b.id));
  for (const [at, { place }] of byId.entries()) rank[place] = at;
  return sites.map((site, place) => ({
    site,
    makes: !isNotManufacturing(site) && !isMasked(site),
    masked: isMasked(site),
    rank: rank[place] ?? 0,
  }));
}

/** Reads the facts as of their date. Cost: linear in the facts, sorting only products, sites and events. */
export function gatherKnownFacts(facts: GroupedFacts): KnownFacts {
  const { asOf, contract } = facts;
  const products = [...facts.products].sort(
    (a, b) =>
      compareText(a.brand, b.brand) ||
      compareText(a.family, b.family) ||
      compareText(a.partNumber ?? "", b.partNumber ?? "") ||
      compareText(a.id, b.id),
  );
  const sentRequests = facts.requests
    .filter((request) => request.sentOn !== null && request.sentOn <= asOf)
    .sort((a, b) => compareDated({ date: a.sentOn, id: a.id }, { date: b.sentOn, id: b.id }));
  const drafts = facts.requests
    .filter((request) => request.sentOn === null)
    .sort((a, b) => compareText(a.id, b.id));
  const answers = facts.answers
    .filter((answer) => answer.answeredOn <= asOf)
    .sort((a, b) =>
      compareDated({ date: a.answeredOn, id: a.id }, { date: b.answeredOn, id: b.id }),
    );
  const events = scopeEvents(sentRequests, answers);

  const standing = new Map<string, DisclosureFact>();
  const withdrawn = new Map<string, DisclosureFact>();
  for (const disclosure of [...facts.disclosures].sort((a, b) =>
    compareDated({ date: a.receivedOn, id: a.id }, { date: b.receivedOn, id: b.id }),
  )) {
    if (disclosure.receivedOn > asOf) continue;
    if (disclosure.withdrawnOn !== null && disclosure.withdrawnOn <= asOf)
      withdrawn.set(disclosure.id, disclosure);
    else standing.set(disclosure.id, disclosure);
  }

  const indexed = indexLinks(facts, products, {
    standing,
    withdrawn,
    voidedOn: (product) => events.voidedOn(product),
  });
  const uses = new Map<string, SiteUse>();
  const shown: SiteFact[] = [];
  for (const [place, site] of facts.sites.entries()) {
    const use = indexed.uses[place];
    if (use !== undefined) uses.set(site.id, use);
    if (use !== undefined || indexed.mentioned[place] === 0) shown.push(site);
  }
  return {
    asOf,
    currency: facts.currency ?? contract.value?.currency ?? soleCurrency(products),
    contract,
    products,
    sentRequests,
    drafts,
    answers,
    events,
    disclosures: standing,
    withdrawnDisclosures: [...withdrawn.values()],
    links: indexed.links,
    confirmedComponents: indexed.confirmedComponents,
    confirmedTiers: indexed.confirmedTiers,
    standingLinks: indexed.standing,
    places: placesOf(facts.sites),
    sites: shown.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
    uses,
    screenings: gatherScreenings(facts),
    weighings: [...facts.weighings].sort((a, b) => compareText(a.id, b.id)),
    tender: knownTender(facts.tender, asOf),
    duties:
      facts.duties === undefined
        ? null
        : [...facts.duties].sort((a, b) =>
            compareDated({ date: a.dueOn, id: a.key }, { date: b.dueOn, id: b.key }),
          ),
    dialogue: gatherKnownDialogue(facts.dialogue, asOf),
  };
}
