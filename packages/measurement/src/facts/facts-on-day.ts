/**
 * The facts as they were on a day, in the shape the line is traced from, so that both follow the same rules. One gathering
 * serves any number of days.
 */
import {
  addDays,
  type DatedRequest,
  type IsoDate,
  type RequestFact,
  type SiteFact,
} from "@throughline/domain";
import type { GroupedFacts } from "@throughline/tracing";
import type { GroupedKpiFacts, GroupedStretch } from "./grouped-facts.ts";

/** A stretch whose unlinked sites stand last, so that leaving some of them out moves no link. */
interface OrderedStretch {
  readonly from: IsoDate | null;
  readonly linked: readonly SiteFact[];
  readonly links: GroupedStretch["links"];
  /** Sites only named, with the disclosures that name them. */
  readonly loose: readonly { readonly site: SiteFact; readonly disclosureIds: readonly string[] }[];
}

function orderStretch({ from, sites, links, named }: GroupedStretch): OrderedStretch {
  const mentioned = new Uint8Array(sites.length);
  for (const link of links) for (const place of link.sites ?? []) mentioned[place] = 1;
  const namedBy = Map.groupBy(named, ({ siteId }) => siteId);
  const linked: SiteFact[] = [];
  const loose: { site: SiteFact; disclosureIds: string[] }[] = [];
  const placeOf = new Int32Array(sites.length).fill(-1);
  for (const [at, site] of sites.entries()) {
    if (mentioned[at] === 1) placeOf[at] = linked.push(site) - 1;
    else
      loose.push({
        site,
        disclosureIds: (namedBy.get(site.id) ?? []).map(({ disclosureId }) => disclosureId),
      });
  }
  const inPlace = sites.every((_site, at) => mentioned[at] === 0 || placeOf[at] === at);
  return {
    from,
    linked,
    loose,
    links: inPlace
      ? links
      : links.map((link) => ({
          ...link,
          sites: link.sites === null ? null : link.sites.map((place) => placeOf[place] ?? -1),
        })),
  };
}

function requestOn(
  { withdrawnOn, dueBefore, ...request }: DatedRequest,
  day: IsoDate,
): RequestFact[] {
  if (withdrawnOn !== null && withdrawnOn <= day) return [];
  const before = dueBefore.find(({ until }) => until > day);
  return [before === undefined ? request : { ...request, dueOn: before.dueOn }];
}

/**
 * Days from which something else is disclosed: between two of them no figure about it changes. What is said of a product that
 * has no site may: that depends on requests and answers too.
 */
function turningDays(facts: GroupedKpiFacts): IsoDate[] {
  const days = new Set<IsoDate>();
  const begins = (day: IsoDate | null): void => {
    if (day !== null) days.add(day);
  };
  // What holds through its last day is over on the next.
  const ends = (day: IsoDate | null): void => {
    if (day !== null) days.add(addDays(day, 1));
  };
  for (const { receivedOn, withdrawnOn } of facts.disclosures) {
    begins(receivedOn);
    begins(withdrawnOn);
  }
  for (const { answer, answeredOn, requestId } of facts.answers) {
    if (answer !== "shown_false" && answer !== "withdrawn") continue;
    begins(answeredOn);
    // It speaks about what its request was about, while that stands.
    const request = facts.requests.find(({ id }) => id === requestId);
    begins(request?.sentOn ?? null);
    begins(request?.withdrawnOn ?? null);
  }
  for (const { from, links } of facts.sites) {
    begins(from);
    for (const { validFrom, validTo } of links) {
      begins(validFrom);
      ends(validTo);
    }
  }
  return [...days].sort();
}

export interface DatedFacts {
  on(day: IsoDate): GroupedFacts;
  /** The same for all days between which nothing else was disclosed. */
  stretchOf(day: IsoDate): number;
}

/** Makes the facts ready to be asked for any day. Cost: one pass over them. */
export function openDates(facts: GroupedKpiFacts): DatedFacts {
  const stretches = facts.sites.map(orderStretch);
  const days = turningDays(facts);
  const { contract, currency, products, answers, disclosures } = facts;
  const standing = (day: IsoDate): Set<string> =>
    new Set(
      disclosures.flatMap(({ id, receivedOn, withdrawnOn }) =>
        receivedOn <= day && (withdrawnOn === null || withdrawnOn > day) ? [id] : [],
      ),
    );
  return {
    on(day) {
      const at = stretches.findLast(({ from }) => from === null || from <= day) ?? stretches[0];
      let sites = at?.linked ?? [];
      if (at !== undefined && at.loose.length > 0) {
        const known = standing(day);
        sites = [
          ...sites,
          ...at.loose.flatMap(({ site, disclosureIds }) =>
            disclosureIds.some((id) => known.has(id)) ? [site] : [],
          ),
        ];
      }
      return {
        asOf: day,
        currency,
        contract,
        products,
        requests: facts.requests.flatMap((request) => requestOn(request, day)),
        answers,
        disclosures,
        // The shape asks for lists that may be changed; the engine of the line changes none.
        sites: [...sites],
        links: at?.links ?? [],
        weighings: [],
        screenings: [],
      };
    },
    stretchOf(day) {
      let low = 0;
      let high = days.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((days[middle] ?? "") <= day) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
