/**
 * What the contract's clauses ask about sites, and by when. Dates are computed from award, signature, start of
 * delivery or request as the clause says; where that date is not known, neither is the due date.
 */
import {
  addDays,
  addMonths,
  type ContractCondition,
  type DisclosureFact,
  type IsoDate,
  type RequestFact,
} from "@throughline/domain";
import { compareText } from "./compare-text.ts";
import { foldName } from "./fold-name.ts";
import type { KnownFacts } from "./gather-known-facts.ts";

/** How one tracing clause stands for one brand (`null`: the contract as a whole). */
export interface ClauseDuty {
  readonly condition: ContractCondition;
  readonly brand: string | null;
  readonly last: DisclosureFact | null;
  readonly lastOn: IsoDate | null;
  /** When the next disclosure is due; `null` where the clause sets none that can be computed. */
  readonly dueOn: IsoDate | null;
  readonly overdue: boolean;
  /** A request somebody other than the supplier got, after the last disclosure and in time: the supplier's duty is performed. */
  readonly askedInTime: RequestFact | null;
}

/** True for a clause about who makes what where. */
export function isTracingClause(condition: ContractCondition): boolean {
  return (
    condition.requirement === "disclose_sites" ||
    condition.tiers.length > 0 ||
    condition.refreshEveryMonths !== null
  );
}

/** The contract's conditions, by clause. */
export function listConditions(known: KnownFacts): ContractCondition[] {
  return [...known.contract.conditions].sort(
    (a, b) => compareText(a.clause, b.clause) || compareText(a.id, b.id),
  );
}

/** Requests that were sent and are about the brand, whoever got them. */
function firstAskedOn(known: KnownFacts, brand: string | null): IsoDate | null {
  const folded = brand === null ? null : foldName(brand);
  const brandOf = new Map(known.products.map((product) => [product.id, foldName(product.brand)]));
  const first = known.sentRequests.find((request) => {
    if (folded === null) return true;
    if (request.productIds.length > 0)
      return request.productIds.some((id) => brandOf.get(id) === folded);
    return request.brand === null || foldName(request.brand) === folded;
  });
  return first?.sentOn ?? null;
}

function countFrom(
  known: KnownFacts,
  condition: ContractCondition,
  brand: string | null,
): IsoDate | null {
  switch (condition.dueFrom) {
    case "award":
      return known.contract.awardedOn;
    case "signature":
      return known.contract.signedOn;
    case "request":
      return firstAskedOn(known, brand);
    case "delivery":
    case null:
      return null;
  }
}

/** When the first disclosure under a clause is due for a brand (`null`: for the contract as a whole). */
export function firstDueOn(
  known: KnownFacts,
  condition: ContractCondition,
  brand: string | null,
): IsoDate | null {
  const from = countFrom(known, condition, brand);
  return from === null || condition.dueDays === null ? null : addDays(from, condition.dueDays);
}

/**
 * The earliest day by which a clause asks for sites without being asked. A clause that counts from the request says
 * nothing about whoever was never asked.
 */
export function earliestClauseDue(known: KnownFacts): IsoDate | null {
  const dates = known.contract.conditions
    .filter((condition) => isTracingClause(condition) && condition.dueFrom !== "request")
    .flatMap((condition) => firstDueOn(known, condition, null) ?? []);
  return dates.sort(compareText)[0] ?? null;
}

/** Brands the contract's line is about: of its products, else of its parties, else the contract as a whole. */
export function listBrands(known: KnownFacts): (string | null)[] {
  const names = new Map<string, string>();
  const own = new Set(known.products.map((product) => product.brand));
  for (const name of own.size > 0 ? own : known.contract.brands.map((brand) => brand.name)) {
    const folded = foldName(name);
    const already = names.get(folded);
    if (already === undefined || name < already) names.set(folded, name);
  }
  const brands = [...names.values()].sort(compareText);
  return brands.length > 0 ? brands : [null];
}

/** The standing disclosures that speak about a brand (`null`: about anything of the contract). */
export function disclosuresByBrand(
  known: KnownFacts,
): (brand: string | null) => ReadonlySet<DisclosureFact> {
  const byBrand = new Map<string, Set<DisclosureFact>>();
  const offer = (key: string, disclosure: DisclosureFact): void => {
    const already = byBrand.get(key);
    if (already === undefined) byBrand.set(key, new Set([disclosure]));
    else already.add(disclosure);
  };
  for (const disclosure of known.disclosures.values()) {
    offer("", disclosure);
    // Without a list of products, a disclosure that names no brand speaks about all of them.
    const brands =
      disclosure.brand !== null
        ? [disclosure.brand]
        : known.products.length === 0
          ? listBrands(known)
          : [];
    for (const brand of brands) if (brand !== null) offer(foldName(brand), disclosure);
  }
  const linked = new Map<string, Set<string>>();
  for (const { id, brand } of known.products) {
    let ids = linked.get(brand);
    if (ids === undefined) linked.set(brand, (ids = new Set()));
    for (const disclosureId of known.links.get(id)?.disclosureIds ?? []) ids.add(disclosureId);
  }
  for (const [brand, ids] of linked) {
    for (const id of ids) {
      const disclosure = known.disclosures.get(id);
      if (disclosure !== undefined) offer(foldName(brand), disclosure);
    }
  }
  const none: ReadonlySet<DisclosureFact> = new Set();
  return (brand) => byBrand.get(brand === null ? "" : foldName(brand)) ?? none;
}

function newestByBrand(known: KnownFacts): (brand: string | null) => DisclosureFact | null {
  const all = disclosuresByBrand(known);
  const dateOf = (one: DisclosureFact): string => one.asOf ?? one.receivedOn;
  return (brand) => {
    let newest: DisclosureFact | null = null;
    for (const one of all(brand)) {
      if (
        newest === null ||
        dateOf(one) > dateOf(newest) ||
        (dateOf(one) === dateOf(newest) && one.id < newest.id)
      )
        newest = one;
    }
    return newest;
  };
}

function requestsByBrand(known: KnownFacts): (brand: string | null) => RequestFact[] {
  const named = new Set(known.sentRequests.flatMap((request) => request.productIds));
  const brandOf = new Map(
    known.products.flatMap(({ id, brand }) => (named.has(id) ? [[id, foldName(brand)]] : [])),
  );
  const supplier = foldName(known.contract.supplier?.name ?? "");
  const passedOn = known.sentRequests.filter((request) => foldName(request.addressee) !== supplier);
  return (brand) =>
    passedOn.filter((request) => {
      if (brand === null) return true;
      const folded = foldName(brand);
      if (request.productIds.length > 0)
        return request.productIds.some((id) => brandOf.get(id) === folded);
      return request.brand === null || foldName(request.brand) === folded;
    });
}

/** How every tracing clause stands for every brand, by clause and brand. */
export function reviewClauseDuties(known: KnownFacts): ClauseDuty[] {
  const newestFor = newestByBrand(known);
  const requestsFor = requestsByBrand(known);
  const brands = listBrands(known);
  return listConditions(known)
    .filter(isTracingClause)
    .flatMap((condition) => {
      return brands.map((brand): ClauseDuty => {
        const first = firstDueOn(known, condition, brand);
        const last = newestFor(brand);
        const lastOn = last === null ? null : (last.asOf ?? last.receivedOn);
        const dueOn =
          lastOn === null
            ? first
            : condition.refreshEveryMonths === null
              ? null
              : addMonths(lastOn, condition.refreshEveryMonths);
        const asked = requestsFor(brand).findLast((request) => {
          const sent = request.sentOn ?? "";
          return (lastOn === null || sent > lastOn) && (dueOn === null || sent <= dueOn);
        });
        return {
          condition,
          brand,
          last,
          lastOn,
          dueOn,
          overdue: dueOn !== null && dueOn < known.asOf,
          askedInTime: asked ?? null,
        };
      });
    });
}
