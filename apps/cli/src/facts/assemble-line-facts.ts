/**
 * From a contract file and its disclosures to the facts of its line, without a server: products and requests get ids
 * from their place in the file, sites of all disclosures are matched, screened, and what is bought is weighed.
 */
import {
  AppError,
  dialogueUntil,
  type ContractCondition,
  type DisclosureFact,
  type DisclosureRow,
  type Duty,
  type LineFacts,
  type PartyRef,
  type ProcurementFacts,
  type ProductLine,
  type ReadDisclosure,
  type TenderFact,
} from "@throughline/domain";
import {
  findNamedProducts,
  settleCondition,
  settleDialogue,
  settleDutyEvents,
  settleProcurement,
  type ContractFile,
} from "@throughline/interchange";
import { normaliseName } from "@throughline/matching";
import {
  deriveContractDuties,
  dutyRequestsOf,
  findRequirement,
  tenderOfContract,
} from "@throughline/requirements";
import { screenSites, toScreeningFacts, weighCategory } from "@throughline/risk";
import { namesBrandOnly, planLinks, type LinkPlan } from "@throughline/tracing";
import { placeRows } from "./place-rows.ts";

/** A disclosure that was read, with what the contract file says of it, or `null` for a file given beside it. */
export interface ReadSource {
  readonly read: ReadDisclosure;
  /** What it is called where the contract file does not say. */
  readonly fileName: string;
  readonly declared: ContractFile["disclosures"][number] | null;
}

type PartyInFile = NonNullable<ContractFile["buyer"]>;

function toParty(party: PartyInFile | undefined): PartyRef | null {
  return party === undefined
    ? null
    : { id: null, name: party.name, country: party.country ?? null, invented: party.invented };
}

function toConditions(file: ContractFile): ContractCondition[] {
  const all = [
    ...(file.framework?.conditions ?? []).map((condition) => ({
      condition,
      from: file.framework?.title ?? null,
    })),
    ...file.conditions.map((condition) => ({ condition, from: null })),
  ];
  return all.map(({ condition, from }, index) => ({
    id: `condition-${index + 1}`,
    inheritedFrom: from,
    ...settleCondition(condition),
  }));
}

function toProducts(file: ContractFile): ProductLine[] {
  return file.products.map((product, index) => ({
    id: `product-${index + 1}`,
    brand: product.brand,
    family: product.family,
    partNumber: product.partNumber ?? null,
    quantity: product.quantity ?? null,
    value: product.value ?? null,
    cpv: product.cpv ?? null,
  }));
}

/** The brand a file given beside the contract is about: the one its text names, in the contract's spelling. */
function recogniseBrand(file: ContractFile, read: ReadDisclosure): string | null {
  const wanted = read.brand?.toLowerCase();
  if (wanted === undefined) return null;
  const names = [
    ...file.products.map((product) => product.brand),
    ...file.brands.map((brand) => brand.name),
  ];
  return names.find((name) => name.toLowerCase() === wanted) ?? read.brand;
}

/** A disclosure that had come by the day, with its rows that name something. */
interface Source extends ReadSource {
  readonly fact: DisclosureFact;
  readonly productIds: readonly string[];
  readonly named: readonly DisclosureRow[];
  /** Those of them that name a place, and not only the brand. */
  readonly places: readonly DisclosureRow[];
}

function toFact(
  file: ContractFile,
  { read, declared, fileName }: ReadSource,
  id: string,
  asOf: string,
): DisclosureFact {
  const { accepted, corrected, rejected } = read.counts;
  return {
    id,
    title: declared?.title ?? fileName,
    declaredBy: declared?.declaredBy ?? "whoever gave this file (not stated)",
    brand: declared?.brand ?? (declared === null ? recogniseBrand(file, read) : read.brand),
    asOf: declared?.asOf ?? null,
    receivedOn: declared?.receivedOn ?? asOf,
    withdrawnOn: null,
    truncated: read.truncated,
    foreignMarket: declared?.foreignMarket ?? read.foreignMarket,
    rows: { accepted, corrected, rejected },
  };
}

/** Rows that name something: all of them, and those that name a place. */
function rowsOf(
  read: ReadDisclosure,
  brand: string | null,
  products: readonly ProductLine[],
): Pick<Source, "named" | "places"> {
  const brands = brand === null ? [...new Set(products.map((one) => one.brand))] : [brand];
  const named = read.rows.filter((row) => row.outcome !== "rejected" && row.name !== "");
  return { named, places: named.filter((row) => !namesBrandOnly(row, brands, normaliseName)) };
}

function linkSource(
  file: ContractFile,
  products: readonly ProductLine[],
  source: Source,
  siteIdOf: ReadonlyMap<DisclosureRow, string>,
): LinkPlan {
  const { fact, read, declared, named, productIds } = source;
  return planLinks({
    title: fact.title,
    read: { ...read, foreignMarket: fact.foreignMarket },
    rows: named.map((row) => {
      const siteId = siteIdOf.get(row) ?? null;
      return { row, siteId, brandOnly: siteId === null };
    }),
    products,
    productIds,
    brand: fact.brand,
    tier: declared?.tier ?? "final_assembly",
    kind: declared?.kind ?? null,
    scopeStated: declared !== null,
    buyerCountry: file.buyer?.country ?? null,
    makeId: (set) => `${fact.id}/${set}`,
  });
}

const worstFirst = ["high", "medium", "low", "unknown"] as const;

/** The tender with the risk of its category, as the server weighs it. Without a server there is no policy to try. */
function toTender(
  file: ContractFile,
  conditions: ContractCondition[],
  asOf: string,
): TenderFact | null {
  const facts = settleProcurement(file);
  if (facts === null) return null;
  const levels = new Set(
    [...weighCategory({ cpv: facts.cpv, countries: [], components: [], asOf })].map(
      ({ level }) => level,
    ),
  );
  const risk: ProcurementFacts["risk"] = worstFirst.find((level) => levels.has(level)) ?? "unknown";
  return tenderOfContract({
    facts: { ...facts, risk },
    find: findRequirement,
    trial: null,
    waivers: [],
    contract: { conditions, lots: [] },
  });
}

/** What the clauses make due on the day. What comes back regularly is told from today on, or as far as it is recorded. */
async function toDuties(
  file: ContractFile,
  contract: LineFacts["contract"],
  requests: LineFacts["requests"],
  days: { readonly asOf: string; readonly today: string },
): Promise<Duty[]> {
  const settled = settleDutyEvents(file, contract.conditions);
  const derive = (today: string): Promise<Duty[]> =>
    deriveContractDuties({
      conditions: contract.conditions,
      find: findRequirement,
      dates: { ...contract, deliveredOn: null },
      requests: dutyRequestsOf(requests, contract.supplier?.name ?? null),
      events: settled.map(({ event }) => event),
      country: contract.buyer?.country ?? null,
      today,
      since: days.today,
    });
  const known = new Set((await derive(days.today)).map(({ key }) => key));
  const lost = settled.find(({ event }) => !known.has(event.dutyKey));
  if (lost !== undefined)
    throw new AppError(
      "contract_file_invalid",
      `${lost.path}: The clause makes no such duty due.`,
      [{ path: lost.path, message: "The clause makes no such duty due." }],
    );
  return derive(days.asOf);
}

/** The facts of a line, and what a person should know about how its lists were linked. */
export interface AssembledFacts {
  readonly facts: LineFacts;
  readonly notes: readonly string[];
  /** Which disclosure names which site. */
  readonly named: readonly { readonly siteId: string; readonly disclosureId: string }[];
}

/**
 * Assembles the facts. Sites are screened as of the date asked for: the command line keeps no record of earlier
 * screenings, so it looks when it draws, leaving out measures that came into force later.
 */
export async function assembleLineFacts(
  file: ContractFile,
  sources: readonly ReadSource[],
  days: { readonly asOf: string; readonly today: string },
): Promise<AssembledFacts> {
  const { asOf } = days;
  const products = toProducts(file);
  const idsOf = (written: readonly string[], path: string): string[] =>
    findNamedProducts(file.products, written, path).flatMap((at) => products[at]?.id ?? []);
  const conditions = toConditions(file);
  const arrived = sources
    .map((source, index): Source => {
      const fact = toFact(file, source, `disclosure-${index + 1}`, asOf);
      return {
        ...source,
        fact,
        productIds: idsOf(source.declared?.products ?? [], `/disclosures/${index}/products`),
        ...rowsOf(source.read, fact.brand, products),
      };
    })
    // What came later is not there yet: neither its sites nor what could be matched with them.
    .filter(({ fact }) => fact.receivedOn <= asOf);
  const pool = placeRows(
    arrived.map(({ fact, places }) => ({ disclosureId: fact.id, rows: places })),
  );
  const plans = arrived.map((source) => ({
    id: source.fact.id,
    ...linkSource(file, products, source, pool.siteIdOf),
  }));
  const links = plans.flatMap((plan) =>
    plan.links.map((link, index) => ({
      ...link,
      id: `${plan.id}/link-${index + 1}`,
      validFrom: null,
      validTo: null,
      disclosureId: plan.id,
    })),
  );
  const screened = screenSites(
    pool.sites.map((site) => ({
      id: site.id,
      name: site.name,
      aliases: [],
      owners: [],
      country: site.country,
      address: site.address,
    })),
    asOf,
  );
  const cpv = [...new Set([...file.cpv, ...products.flatMap((product) => product.cpv ?? [])])];
  // An importer's or office's country is not where things are made.
  const linked = new Set(links.map((link) => link.siteId));
  const siteCountries = pool.sites.flatMap((site) =>
    linked.has(site.id) ? (site.country ?? []) : [],
  );
  const countries = [...new Set([...file.knownCountries, ...siteCountries])];
  const components = [
    ...new Set([
      ...file.components,
      ...file.products.flatMap((product) => product.components),
      ...conditions.flatMap((one) => one.components),
    ]),
  ];

  const facts: LineFacts = {
    asOf,
    currency: file.value?.currency ?? null,
    contract: {
      id: file.reference,
      reference: file.reference,
      title: file.title,
      kind: file.kind,
      buyer: toParty(file.buyer),
      authority: toParty(file.authority ?? file.framework?.authority),
      supplier: toParty(file.supplier),
      brands: file.brands.flatMap((brand) => toParty(brand) ?? []),
      cpv: file.cpv,
      value: file.value ?? null,
      awardedOn: file.awardedOn ?? null,
      signedOn: file.signedOn ?? null,
      startsOn: file.startsOn ?? null,
      endsOn: file.endsOn ?? null,
      extensionDecisionOn: file.extensionDecisionOn ?? null,
      followUp:
        file.followUp === undefined
          ? null
          : { person: file.followUp.person, hoursPerMonth: file.followUp.hoursPerMonth ?? null },
      conditions,
      knownCountries: file.knownCountries,
    },
    products,
    requests: file.requests.map((request, index) => ({
      id: `request-${index + 1}`,
      addressee: request.addressee,
      brand: request.brand ?? null,
      productIds: idsOf(request.products, `/requests/${index}/products`),
      sentOn: request.sentOn ?? null,
      dueOn: request.dueOn ?? null,
      madeBy: request.madeBy ?? null,
    })),
    answers: file.answers.map((answer, index) => ({
      id: `answer-${index + 1}`,
      requestId: null,
      answeredBy: answer.answeredBy,
      brand: answer.brand ?? null,
      productIds: idsOf(answer.products, `/answers/${index}/products`),
      answer: answer.answer,
      reason: answer.reason ?? null,
      answeredOn: answer.answeredOn,
      document: answer.document ?? null,
      selfReported: answer.selfReported,
    })),
    disclosures: arrived.map(({ fact }) => fact),
    sites: [...pool.sites],
    links,
    weighings: [...weighCategory({ cpv, countries, components, asOf })],
    screenings: [...screened].flatMap(([siteId, screenings]) => [
      ...toScreeningFacts(siteId, screenings, asOf),
    ]),
  };
  const dialogue = settleDialogue(file);
  return {
    facts: {
      ...facts,
      tender: toTender(file, conditions, asOf),
      duties: await toDuties(file, facts.contract, facts.requests, days),
      ...(dialogue === null ? {} : { dialogue: dialogueUntil(dialogue, asOf) }),
    },
    notes: plans.flatMap((plan) => plan.notes),
    named: arrived.flatMap(({ fact, places }) =>
      places.flatMap((row) => {
        const siteId = pool.siteIdOf.get(row);
        return siteId === undefined ? [] : [{ siteId, disclosureId: fact.id }];
      }),
    ),
  };
}
