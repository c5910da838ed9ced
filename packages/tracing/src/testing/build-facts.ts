/** Builders of facts for the engine's tests: everything has a default, so that a test names only what it is about. */
import type {
  AnswerFact,
  ContractCondition,
  ContractFact,
  DisclosureFact,
  Duty,
  LineFacts,
  MismatchFact,
  ProductLine,
  RequestFact,
  ScreeningFact,
  SiteFact,
  TenderFact,
  TraceLinkFact,
  WeighingFact,
} from "@throughline/domain";

/** A stand-alone contract of invented parties. */
export function buildContract(over: Partial<ContractFact> = {}): ContractFact {
  return {
    id: "contract-1",
    reference: "NBU-2026-014",
    title: "Laptops",
    kind: "stand_alone",
    buyer: { id: null, name: "Northbridge University", country: "GB", invented: true },
    authority: null,
    supplier: { id: null, name: "Cedar IT", country: "GB", invented: true },
    brands: [],
    cpv: ["30213100"],
    value: { minorUnits: 120_000_000, currency: "GBP" },
    awardedOn: "2026-01-10",
    signedOn: "2026-02-01",
    startsOn: "2026-02-19",
    endsOn: "2029-02-18",
    extensionDecisionOn: "2028-11-18",
    followUp: { person: "contract manager, end-user computing", hoursPerMonth: 4 },
    conditions: [],
    knownCountries: [],
    ...over,
  };
}

/** Facts of a contract as of 20 November 2026, empty but for the contract. */
export function buildFacts(over: Partial<LineFacts> = {}): LineFacts {
  return {
    asOf: "2026-11-20",
    currency: "GBP",
    contract: buildContract(),
    products: [],
    requests: [],
    answers: [],
    disclosures: [],
    sites: [],
    links: [],
    weighings: [],
    screenings: [],
    ...over,
  };
}

/** A clause on sites, due 28 days after signature, refreshed yearly. */
export function buildCondition(over: Partial<ContractCondition> = {}): ContractCondition {
  return {
    id: "condition-1",
    clause: "14.2",
    requirement: "disclose_sites",
    summary: "The supplier discloses the sites.",
    inheritedFrom: null,
    dueDays: 28,
    dueFrom: "signature",
    refreshEveryMonths: 12,
    gatesExtension: false,
    tiers: [],
    components: [],
    ...over,
  };
}

/** A product of the invented brand Aster. */
export function buildProduct(id: string, over: Partial<ProductLine> = {}): ProductLine {
  return {
    id,
    brand: "Aster",
    family: `Aster ${id}`,
    partNumber: null,
    quantity: 10,
    value: { minorUnits: 10_000, currency: "GBP" },
    cpv: null,
    ...over,
  };
}

/** A disclosure by Aster, received on 12 March 2026. */
export function buildDisclosure(id: string, over: Partial<DisclosureFact> = {}): DisclosureFact {
  return {
    id,
    title: `Disclosure ${id}`,
    declaredBy: "Aster",
    brand: "Aster",
    asOf: "2026-03-01",
    receivedOn: "2026-03-12",
    withdrawnOn: null,
    truncated: false,
    foreignMarket: null,
    rows: { accepted: 1, corrected: 0, rejected: 0 },
    ...over,
  };
}

/** A self-declared site in China, known to its street. */
export function buildSite(id: string, over: Partial<SiteFact> = {}): SiteFact {
  return {
    id,
    name: `Site ${id} Ltd`,
    legalName: true,
    address: "1 Street, Suzhou",
    country: "CN",
    latitude: null,
    longitude: null,
    precision: "street",
    verification: "self_declared",
    osId: null,
    flags: [],
    reviewWith: [],
    ...over,
  };
}

/** A confirmed final-assembly link from p1 to s1 by disclosure d1. */
export function buildLink(id: string, over: Partial<TraceLinkFact> = {}): TraceLinkFact {
  return {
    id,
    productId: "p1",
    siteId: "s1",
    tier: "final_assembly",
    component: null,
    kind: "confirmed",
    alternativesId: null,
    alternativesCount: null,
    validFrom: null,
    validTo: null,
    disclosureId: "d1",
    caveat: null,
    ...over,
  };
}

/** A request to Aster, sent on 3 March 2026 and due on 2 April. */
export function buildRequest(id: string, over: Partial<RequestFact> = {}): RequestFact {
  return {
    id,
    addressee: "Aster",
    brand: "Aster",
    productIds: [],
    sentOn: "2026-03-03",
    dueOn: "2026-04-02",
    madeBy: "Cedar IT",
    ...over,
  };
}

/** A refusal by Aster of 20 March 2026. */
export function buildAnswer(id: string, over: Partial<AnswerFact> = {}): AnswerFact {
  return {
    id,
    requestId: null,
    answeredBy: "Aster",
    brand: "Aster",
    productIds: [],
    answer: "asked_and_refused",
    reason: "commercially sensitive",
    answeredOn: "2026-03-20",
    document: null,
    selfReported: false,
    ...over,
  };
}

/** No hit on a partial list, on 13 March 2026. */
export function buildScreening(siteId: string, over: Partial<ScreeningFact> = {}): ScreeningFact {
  return {
    siteId,
    listId: "cbp",
    listTitle: "Withhold-release orders",
    listEdition: "January 2026",
    partial: true,
    status: "no_hit_on_partial_list",
    screenedOn: "2026-03-13",
    hit: null,
    ...over,
  };
}

/** A hit that waits for a verdict. */
export function buildHit(
  over: Partial<NonNullable<ScreeningFact["hit"]>> = {},
): NonNullable<ScreeningFact["hit"]> {
  return {
    id: "hit-1",
    measureId: "wro-1",
    entity: "Hefei Bitland",
    measure: "withhold-release order",
    effectiveOn: "2020-09-08",
    matchedOn: "name",
    explanation: "The names are the same.",
    probability: 0.99,
    verdict: "waiting",
    verdictBy: null,
    verdictOn: null,
    ...over,
  };
}

/** A high risk of the category. */
export function buildWeighing(id: string, over: Partial<WeighingFact> = {}): WeighingFact {
  return {
    id,
    subject: "category",
    label: "electronics",
    level: "high",
    explanation: "Goods of this kind are on the list.",
    dataset: {
      id: "tvpra",
      title: "Goods list",
      edition: "2022",
      licence: "public domain",
      url: null,
      partial: false,
    },
    ...over,
  };
}

/** A published tender that asks for the sites as an award criterion and as a clause, with nothing amiss. */
export function buildTender(over: Partial<TenderFact> = {}): TenderFact {
  const instance = {
    requirement: "disclose_sites",
    title: "Name the sites",
    announced: true,
  };
  return {
    id: "tender-1",
    reference: "T-2025-7",
    title: "Laptops 2025",
    announcedOn: "2025-08-01",
    publishedOn: "2025-09-15",
    deadlineOn: "2025-10-15",
    awardedOn: "2026-01-10",
    instances: [
      { ...instance, id: "i1", role: "award", place: "C3", weight: 10 },
      { ...instance, id: "i2", role: "clause", place: "14.2", weight: null },
    ],
    policy: null,
    mismatches: [],
    ...over,
  };
}

/** A criterion without a clause, which should have kept the tender from being published. */
export function buildMismatch(over: Partial<MismatchFact> = {}): MismatchFact {
  const text = "C4 asks for a living wage, and no clause of the contract does.";
  return {
    key: "criterion_without_clause:i3",
    about: "holding_together",
    severity: "blocking",
    sentence: { code: "align.criterion_without_clause", params: {}, text },
    letStand: null,
    ...over,
  };
}

/** A meeting under clause 9.4 that was due in October 2026 and has not come. */
export function buildDuty(over: Partial<Duty> = {}): Duty {
  return {
    key: "condition-1:per_year:1",
    conditionId: "condition-1",
    clause: "9.4",
    requirement: "meeting",
    what: "Meet: meeting 1 of 2 in the year",
    whose: "supplier",
    countsFrom: "signature",
    from: "2026-04-20",
    dueOn: "2026-10-20",
    occurrence: 1,
    state: "overdue",
    performedOn: null,
    achievedOn: null,
    planUntil: null,
    ownerPersonId: null,
    ownerRole: null,
    ...over,
  };
}
