/**
 * From a contract file and its disclosures to the facts of its line, without a server: products and requests get ids
 * from their place in the file, sites of all disclosures are matched, screened, and what is bought is weighed.
 */
import type {
  ContractCondition,
  DisclosureFact,
  LineFacts,
  PartyRef,
  ProductLine,
  ReadDisclosure,
} from "@throughline/domain";
import type { ContractFile } from "@throughline/interchange";
import { screenSites, toScreeningFacts, weighCategory } from "@throughline/risk";
import { findProducts, linkRows, type DeclaredScope } from "./link-rows.ts";
import { poolSites } from "./site-pool.ts";

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
    clause: condition.clause,
    requirement: condition.requirement,
    summary: condition.summary,
    inheritedFrom: from,
    dueDays: condition.dueDays ?? null,
    dueFrom: condition.dueFrom ?? null,
    refreshEveryMonths: condition.refreshEveryMonths ?? null,
    gatesExtension: condition.gatesExtension,
    tiers: condition.tiers,
    components: condition.components,
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

function toScope(file: ContractFile, source: ReadSource, id: string, asOf: string): DeclaredScope {
  const { read, declared, fileName } = source;
  const { accepted, corrected, rejected } = read.counts;
  const fact: DisclosureFact = {
    id,
    title: declared?.title ?? fileName,
    declaredBy: declared?.declaredBy ?? "whoever gave this file (not stated)",
    brand: declared === null ? recogniseBrand(file, read) : (declared.brand ?? null),
    asOf: declared?.asOf ?? null,
    receivedOn: declared?.receivedOn ?? asOf,
    withdrawnOn: null,
    truncated: read.truncated,
    foreignMarket: declared?.foreignMarket ?? read.foreignMarket,
    rows: { accepted, corrected, rejected },
  };
  return {
    fact,
    read,
    products: declared?.products ?? [],
    kind: declared?.kind ?? null,
    tier: declared?.tier ?? null,
    scopeStated: declared !== null,
  };
}

/**
 * Assembles the facts. Sites are screened as of the date asked for: the command line keeps no record of earlier
 * screenings, so it looks when it draws, leaving out measures that came into force later.
 */
export function assembleLineFacts(
  file: ContractFile,
  sources: readonly ReadSource[],
  asOf: string,
): LineFacts {
  const products = toProducts(file);
  const idsOf = (written: readonly string[]): string[] => [
    ...new Set(written.flatMap((one) => findProducts(products, one).map((product) => product.id))),
  ];
  const conditions = toConditions(file);
  const scopes = sources
    .map((source, index) => toScope(file, source, `disclosure-${index + 1}`, asOf))
    // What came later is not there yet: neither its sites nor what could be matched with them.
    .filter((scope) => scope.fact.receivedOn <= asOf);
  const placeId = (scope: DeclaredScope, row: number): string => `${scope.fact.id}/place-${row}`;
  const pool = poolSites(
    scopes.flatMap((scope) =>
      scope.read.rows
        .filter((row) => row.outcome !== "rejected" && row.name !== "")
        .map((row) => ({ id: placeId(scope, row.row), disclosureId: scope.fact.id, row })),
    ),
  );
  const links = scopes.flatMap((scope) =>
    linkRows(products, scope, (row) => {
      const id = placeId(scope, row.row);
      return pool.siteIdOf.get(id) ?? id;
    }),
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

  return {
    asOf,
    currency:
      file.value?.currency ??
      products.find((product) => product.value !== null)?.value?.currency ??
      null,
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
      productIds: idsOf(request.products),
      sentOn: request.sentOn ?? null,
      dueOn: request.dueOn ?? null,
      madeBy: request.madeBy ?? null,
    })),
    answers: file.answers.map((answer, index) => ({
      id: `answer-${index + 1}`,
      requestId: null,
      answeredBy: answer.answeredBy,
      brand: answer.brand ?? null,
      productIds: idsOf(answer.products),
      answer: answer.answer,
      reason: answer.reason ?? null,
      answeredOn: answer.answeredOn,
      document: answer.document ?? null,
      selfReported: answer.selfReported,
    })),
    disclosures: scopes.map((scope) => scope.fact),
    sites: [...pool.sites],
    links,
    weighings: [...weighCategory({ cpv, countries, components, asOf })],
    screenings: [...screened].flatMap(([siteId, screenings]) => [
      ...toScreeningFacts(siteId, screenings, asOf),
    ]),
  };
}
