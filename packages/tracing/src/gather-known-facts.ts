/**
 * Reduces the facts to what was known on the date asked for, and indexes them, in one pass over the links.
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
  IsoDate,
  LineFacts,
  ProductLine,
  RequestFact,
  ScreeningFact,
  ScreeningStatus,
  SiteFact,
  Tier,
  WeighingFact,
} from "@throughline/domain";
import { compareDated, compareText } from "./compare-text.ts";
import { indexLinks, type ProductLinks, type SiteUse } from "./index-links.ts";
import { scopeEvents, type EventScope } from "./scope-events.ts";

/** What screening of one site said by the date, over all lists. */
export interface SiteScreening {
  readonly status: ScreeningStatus;
  readonly facts: readonly ScreeningFact[];
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
  readonly sites: readonly SiteFact[];
  readonly siteById: ReadonlyMap<string, SiteFact>;
  readonly uses: ReadonlyMap<string, SiteUse>;
  readonly screenings: ReadonlyMap<string, SiteScreening>;
  readonly weighings: readonly WeighingFact[];
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

function gatherScreenings(facts: LineFacts): Map<string, SiteScreening> {
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

/** Reads the facts as of their date. Cost: linear in the facts, sorting only products, sites and events. */
export function gatherKnownFacts(facts: LineFacts): KnownFacts {
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

  const { links, sitePlaces, confirmedComponents, confirmedTiers } = indexLinks(facts, products, {
    standing,
    withdrawn,
    voidedOn: (product) => events.voidedOn(product),
  });
  const siteById = new Map<string, SiteFact>();
  const uses = new Map<string, SiteUse>();
  for (const [id, place] of sitePlaces) {
    siteById.set(id, place.site);
    if (place.use !== null) uses.set(id, place.use);
  }
  const sites = facts.sites
    .filter((site) => uses.has(site.id) || sitePlaces.get(site.id)?.mentioned === false)
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  return {
    asOf,
    currency: facts.currency ?? contract.value?.currency ?? null,
    contract,
    products,
    sentRequests,
    drafts,
    answers,
    events,
    disclosures: standing,
    withdrawnDisclosures: [...withdrawn.values()],
    links,
    confirmedComponents,
    confirmedTiers,
    sites,
    siteById,
    uses,
    screenings: gatherScreenings(facts),
    weighings: [...facts.weighings].sort((a, b) => compareText(a.id, b.id)),
  };
}
