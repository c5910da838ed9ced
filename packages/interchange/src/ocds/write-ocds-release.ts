/** Writes one contract as an OCDS 1.1.5 release package, with its production sites in an extension of ours. */
import type { Money, Tier } from "@throughline/domain";
import { currencyDecimals } from "../contract-file/money-amount.ts";
import { countryName } from "../country/country-names.ts";
import type { OcdsContract, OcdsParty, OcdsSite } from "./ocds-contract.ts";
import { sustainabilityExtensionUri } from "./sustainability-codes.ts";

type Json = { readonly [key: string]: unknown };

/** A release package with one release; plain JSON. */
export interface OcdsReleasePackage {
  readonly uri: string;
  readonly version: "1.1";
  readonly extensions: readonly string[];
  readonly publishedDate: string;
  readonly publisher: { readonly name: string; readonly uri?: string };
  readonly license?: string;
  readonly releases: readonly Json[];
}

/** Leaves out what is not known: OCDS says nothing rather than `null`. */
function given(fields: { readonly [key: string]: unknown }): Json {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const dayStart = (date: string | null): string | null =>
  date === null ? null : `${date}T00:00:00Z`;
const dayEnd = (date: string | null): string | null => (date === null ? null : `${date}T23:59:59Z`);

function toAmount(money: Money | null): Json | null {
  if (money === null) return null;
  return {
    amount: Number(`${money.minorUnits}e-${currencyDecimals(money.currency)}`),
    currency: money.currency,
  };
}

const toClassification = (code: string): Json => ({ scheme: "CPV", id: code });

/** Ids of parties come from their first public identifier; without one they are counted. */
function partyId(party: OcdsParty, position: number): string {
  const first = party.identifiers[0];
  return first === undefined ? `party-${position + 1}` : `${first.scheme}-${first.value}`;
}

interface PlacedParty {
  readonly id: string;
  readonly party: OcdsParty;
  readonly roles: string[];
}

function placeParties(wanted: readonly [OcdsParty | null, readonly string[]][]): PlacedParty[] {
  const placed: PlacedParty[] = [];
  for (const [party, roles] of wanted) {
    if (party === null) continue;
    const same = placed.find(
      (other) =>
        other.party.name === party.name &&
        JSON.stringify(other.party.identifiers) === JSON.stringify(party.identifiers),
    );
    if (same !== undefined) {
      same.roles.push(...roles.filter((role) => !same.roles.includes(role)));
      continue;
    }
    let id = partyId(party, placed.length);
    if (placed.some((other) => other.id === id)) id = `${id}-${placed.length + 1}`;
    placed.push({ id, party, roles: [...roles] });
  }
  return placed;
}

function toOrganization({ id, party, roles }: PlacedParty): Json {
  const [first, ...others] = party.identifiers;
  return given({
    id,
    name: party.name,
    roles,
    identifier: first === undefined ? null : { scheme: first.scheme, id: first.value },
    additionalIdentifiers: others.map(({ scheme, value }) => ({ scheme, id: value })),
    address: party.country === null ? null : { countryName: countryName(party.country) },
    details: party.invented === true ? { invented: true } : null,
  });
}

/** A site that may be named, with what identifies it and what it makes. */
function toNamedSite(site: OcdsSite): Json {
  return given({
    id: site.id,
    name: site.name,
    identifiers: site.osId === null ? [] : [{ scheme: "OSID", id: site.osId }],
    address:
      site.address === null && site.country === null
        ? null
        : given({
            streetAddress: site.address,
            countryName: site.country === null ? null : countryName(site.country),
            country: site.country,
          }),
    makes: site.links.map((link) =>
      given({
        itemID: link.productId,
        tier: link.tier,
        component: link.component,
        relation:
          link.kind === "confirmed"
            ? "confirmed"
            : link.kind === "one_of_n_possible"
              ? "oneOfSeveral"
              : "brandOnly",
      }),
    ),
  });
}

/** Sites that are counted and not named. A site linked in several tiers counts in the first of them. */
function countUnnamed(sites: readonly OcdsSite[]): Json[] {
  const counts = new Map<string, { reason: string; tier: Tier | null; count: number }>();
  for (const site of sites) {
    if (site.disclosure === "named") continue;
    const tier = site.links[0]?.tier ?? null;
    const key = `${site.disclosure} ${tier ?? ""}`;
    const counted = counts.get(key) ?? { reason: site.disclosure, tier, count: 0 };
    counted.count += 1;
    counts.set(key, counted);
  }
  return [...counts.values()].map(given);
}

function statusOn(day: string, contract: OcdsContract["contract"]): string {
  if (contract.endsOn !== null && contract.endsOn < day) return "terminated";
  const since = contract.signedOn ?? contract.startsOn;
  return since !== null && since <= day ? "active" : "pending";
}

function toItems({ products, contract }: OcdsContract): Json[] {
  const bought = products.map((product) =>
    given({
      id: product.id,
      description: [product.brand, product.family, product.partNumber]
        .filter((part) => part !== null)
        .join(" "),
      classification: product.cpv === null ? null : toClassification(product.cpv),
      quantity: product.quantity,
    }),
  );
  // Codes of the contract that no product carries are kept as one item of their own.
  const [first, ...others] = contract.cpv.filter(
    (code) => !products.some((product) => product.cpv === code),
  );
  if (first === undefined) return bought;
  return [
    ...bought,
    given({
      id: `${contract.id}-category`,
      description: contract.title,
      classification: toClassification(first),
      additionalClassifications: others.map(toClassification),
    }),
  ];
}

function toTender({ contract }: OcdsContract, buyer: Json | null): Json | null {
  const clauses = contract.conditions;
  if (clauses.length === 0) return null;
  return given({
    id: `${contract.id}-tender`,
    title: contract.title,
    status: "complete",
    procuringEntity: buyer,
    hasSustainability: true,
    // Every condition kept here is about people in the supply chain; the goal is what eForms codes as `hum-right`.
    sustainability: [
      {
        goal: "social.humanRightsInSupplyChains",
        strategies: ["contractPerformanceConditions"],
        description: clauses
          .map(({ clause, summary }) => (clause === "" ? summary : `${clause}: ${summary}`))
          .join("\n"),
      },
    ],
  });
}

/**
 * One contract as an OCDS release package (1.1.5): parties, award, contract, its conditions as sustainability of the
 * tender, and the sites that may be named. What is not known is left out.
 *
 * @returns plain JSON; `contracts[0].productionSites` and `productionSitesUnnamed` are described in
 * `productionSitesExtension`
 * @example
 * writeOcdsRelease({ ocid: "ocds-x-1", releaseId: "1", publishedAt: "2026-11-20T00:00:00Z",
 *   uri: "https://buyer.example/1", publisher: { name: "A City" }, language: "en", products: [], sites: [],
 *   contract: { id: "C1", reference: "C-1", title: "Laptops", buyer: null, authority: null, supplier: null, cpv: [],
 *     value: null, awardedOn: null, signedOn: null, startsOn: null, endsOn: null, conditions: [] },
 * }).releases.length; // 1
 */
export function writeOcdsRelease(input: OcdsContract): OcdsReleasePackage {
  const { contract } = input;
  const parties = placeParties([
    [contract.buyer ?? contract.authority, ["buyer", "procuringEntity"]],
    [contract.buyer === null ? null : contract.authority, ["centralPurchasingBody"]],
    [contract.supplier, ["supplier"]],
  ]);
  const refer = (role: string): Json | null => {
    const found = parties.find(({ roles }) => roles.includes(role));
    return found === undefined ? null : { id: found.id, name: found.party.name };
  };
  const buyer = refer("buyer");
  const supplier = refer("supplier");
  const value = toAmount(contract.value);
  const awardID = `${contract.id}-award`;
  const tender = toTender(input, buyer);
  const release = given({
    ocid: input.ocid,
    id: input.releaseId,
    date: input.publishedAt,
    tag: ["contract"],
    initiationType: "tender",
    language: input.language,
    parties: parties.map(toOrganization),
    buyer,
    tender,
    awards: [
      given({
        id: awardID,
        title: contract.title,
        status: "active",
        date: dayStart(contract.awardedOn),
        value,
        suppliers: supplier === null ? [] : [supplier],
      }),
    ],
    contracts: [
      given({
        id: contract.id,
        awardID,
        title: contract.title,
        description: contract.reference,
        status: statusOn(input.publishedAt.slice(0, 10), contract),
        period:
          contract.startsOn === null && contract.endsOn === null
            ? null
            : given({
                startDate: dayStart(contract.startsOn),
                endDate: dayEnd(contract.endsOn),
              }),
        value,
        dateSigned: dayStart(contract.signedOn),
        items: toItems(input),
        productionSites: input.sites
          .filter(({ disclosure }) => disclosure === "named")
          .map(toNamedSite),
        productionSitesUnnamed: countUnnamed(input.sites),
      }),
    ],
  });
  return {
    uri: input.uri,
    version: "1.1",
    extensions: [
      ...(tender === null ? [] : [sustainabilityExtensionUri]),
      ...(input.extensionUri === undefined ? [] : [input.extensionUri]),
    ],
    publishedDate: input.publishedAt,
    publisher: input.publisher,
    ...(input.licence === undefined ? {} : { license: input.licence }),
    releases: [release],
  };
}
