/** Builders of facts for the engine's tests: everything has a default, so that a test names only what it is about. */
import type {
  CommitmentFact,
  ContractCondition,
  DatedRequest,
  DisclosureFact,
  IsoDate,
  KpiEntry,
  KpiFacts,
  MeetingFact,
  ProductLine,
  SiteFact,
  TraceLinkFact,
} from "@throughline/domain";
import { defaultBandScheme } from "@throughline/domain";
import { groupKpiFacts } from "../facts/grouped-facts.ts";
import { openContract, type MeasuredContract } from "../standings/open-contract.ts";

/** Monday to Friday. */
export const weekdays = {
  isWorkday: (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
};

/** A contract of an invented university, running since 2024. */
export function buildKpiFacts(over: Partial<KpiFacts> = {}): KpiFacts {
  return {
    format: "throughline-kpi-facts/1",
    gatheredOn: "2026-11-20",
    currency: "GBP",
    contract: {
      id: "contract-1",
      reference: "NBU-2024-014",
      title: "Laptops",
      kind: "stand_alone",
      buyer: { id: null, name: "Northbridge University", country: "GB", invented: true },
      authority: null,
      supplier: { id: null, name: "Cedar IT", country: "GB", invented: true },
      brands: [],
      cpv: ["30213100"],
      value: null,
      awardedOn: "2024-01-10",
      signedOn: "2024-02-01",
      startsOn: "2024-02-19",
      endsOn: "2029-02-18",
      extensionDecisionOn: null,
      followUp: null,
      conditions: [],
      knownCountries: [],
    },
    products: [],
    requests: [],
    answers: [],
    disclosures: [],
    sites: [{ from: null, sites: [], links: [], named: [] }],
    dialogue: { series: [], meetings: [], commitments: [] },
    evidence: [],
    added: [],
    entries: [],
    bands: defaultBandScheme,
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
    value: null,
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
    asOf: null,
    receivedOn: "2026-03-12",
    withdrawnOn: null,
    truncated: false,
    foreignMarket: null,
    rows: { accepted: 1, corrected: 0, rejected: 0 },
    ...over,
  };
}

/** A site in China, known to its street. */
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

/** A request to the supplier, sent on 3 March 2026 and due on 2 April. */
export function buildRequest(id: string, over: Partial<DatedRequest> = {}): DatedRequest {
  return {
    id,
    addressee: "Cedar IT",
    brand: null,
    productIds: [],
    sentOn: "2026-03-03",
    dueOn: "2026-04-02",
    madeBy: null,
    withdrawnOn: null,
    dueBefore: [],
    ...over,
  };
}

/** A meeting held on 4 May 2026. */
export function buildMeeting(id: string, over: Partial<MeetingFact> = {}): MeetingFact {
  return {
    id,
    seriesId: "series-1",
    number: 1,
    title: `Meeting ${id}`,
    on: "2026-05-04",
    plannedOn: "2026-04-01",
    heldOn: "2026-05-04",
    cancelledOn: null,
    agendaSentOn: null,
    leadDays: 10,
    fitConfirmedOn: null,
    minutesSentOn: null,
    minutesConfirmedOn: null,
    topics: [],
    ...over,
  };
}

/** Promised by the supplier on the day, confirmed by us on the same; done where `doneOn` says, shown by a letter. */
export function buildCommitment(
  id: string,
  {
    madeOn,
    dueOn,
    doneOn = null,
    debtor = "counterpart",
  }: {
    readonly madeOn: IsoDate;
    readonly dueOn: IsoDate;
    readonly doneOn?: IsoDate | null;
    readonly debtor?: CommitmentFact["debtor"];
  },
): CommitmentFact {
  const act = { what: null, dueOn: null, reason: null, shownBy: null, via: "account" as const };
  const creditor = debtor === "buyers" ? "counterpart" : "buyers";
  return {
    id,
    seriesId: "series-1",
    meetingId: null,
    debtor,
    debtorName: debtor === "buyers" ? "Northbridge University" : "Cedar IT",
    debtorRole: null,
    about: null,
    acts: [
      {
        ...act,
        id: `${id}-1`,
        kind: "made",
        side: debtor,
        on: madeOn,
        what: `Promise ${id}`,
        dueOn,
      },
      { ...act, id: `${id}-2`, kind: "confirmed", side: creditor, on: madeOn },
      ...(doneOn === null
        ? []
        : [
            {
              ...act,
              id: `${id}-3`,
              kind: "fulfilled" as const,
              side: debtor,
              on: doneOn,
              shownBy: { title: "Letter", reference: "", on: null },
            },
          ]),
    ],
  };
}

/** A figure for the first quarter of 2026, entered on 10 April. */
export function buildEntry(id: string, over: Partial<KpiEntry> = {}): KpiEntry {
  return {
    id,
    kpi: "L1",
    kind: "figure",
    from: "2026-01-01",
    to: "2026-03-31",
    numerator: 3,
    denominator: 60,
    value: null,
    judgement: null,
    note: "",
    evidence: null,
    replaces: null,
    enteredOn: "2026-04-10",
    enteredBy: "Mina Okafor",
    ...over,
  };
}

/** Opens facts with the default bands and Monday to Friday. */
export function openFacts(facts: KpiFacts, asOf: IsoDate): MeasuredContract {
  return openContract(groupKpiFacts(facts), { asOf, calendar: weekdays, bands: defaultBandScheme });
}

/** A KPI asked for by hand, without a target unless one is given. */
export function assign(
  kpi: string,
  target: number | null = null,
  everyMonths = 3,
  words: string | null = null,
): MeasuredContract["assignments"][number] {
  return {
    key: `${kpi}~${everyMonths}~${target ?? ""}`,
    kpi,
    target: { number: target, words },
    everyMonths,
    reasons: [{ kind: "added", assignmentId: `a-${kpi}`, reason: "asked for", on: "2024-01-01" }],
    personId: null,
    role: null,
  };
}
