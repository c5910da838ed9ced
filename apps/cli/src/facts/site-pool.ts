/** Sites of all disclosures of one line: the same place is joined, perhaps the same is offered, never merged silently. */
import { readAddressPrecision, type DisclosureRow, type SiteFact } from "@throughline/domain";
import { hasLegalForm } from "@throughline/interchange";
import { blockingKeys, compareSites, type SiteRecord } from "@throughline/matching";

/** One place as one row of one disclosure names it. */
export interface NamedPlace {
  readonly id: string;
  readonly disclosureId: string;
  readonly row: DisclosureRow;
}

/** The sites, and which site each named place became. */
export interface SitePool {
  readonly sites: readonly SiteFact[];
  readonly siteIdOf: ReadonlyMap<string, string>;
}

function toRecord({ id, row }: NamedPlace): SiteRecord {
  return {
    id,
    name: row.name,
    address: row.address === "" ? null : row.address,
    country: row.country,
    osId: row.osId,
  };
}

function toSite(id: string, places: readonly NamedPlace[]): SiteFact {
  // The fullest address speaks for the site; the name is that of the row that comes first.
  const fullest = places.toSorted((a, b) => b.row.address.length - a.row.address.length)[0]?.row;
  const rows = places.map((place) => place.row);
  const address = fullest === undefined || fullest.address === "" ? null : fullest.address;
  const country = rows.find((row) => row.country !== null)?.country ?? null;
  const flags = [...new Set(rows.flatMap((row) => row.flags))];
  const located = rows.find((row) => row.latitude !== null && row.longitude !== null);
  const name = rows[0]?.name ?? "";
  return {
    id,
    name,
    legalName: hasLegalForm(name),
    address,
    country,
    latitude: located?.latitude ?? null,
    longitude: located?.longitude ?? null,
    precision: readAddressPrecision(address, country, fullest?.flags ?? []),
    // What a label or list says, the declarer says: nothing more is known from files.
    verification: "self_declared",
    osId: rows.find((row) => row.osId !== null)?.osId ?? null,
    flags,
    reviewWith: [],
  };
}

/** A key that so many places share ("Electronics" in Shenzhen) says too little to compare them all; rarer keys remain. */
const mostPerKey = 200;

const listedTwice: ReadonlySet<string> = new Set(["duplicate_in_list", "near_duplicate_in_list"]);

/**
 * Within one list the declarer says that its rows are different places: they are compared only where the reader
 * noticed that one is listed twice.
 */
function worthComparing(a: NamedPlace, b: NamedPlace): boolean {
  return (
    a.disclosureId !== b.disclosureId ||
    [a, b].some(({ row }) => row.flags.some((flag) => listedTwice.has(flag)))
  );
}

/** Pools the places; compares those of different lists that share a blocking key. */
export function poolSites(places: readonly NamedPlace[]): SitePool {
  const records = places.map(toRecord);
  const leader = new Map<number, number>();
  const find = (index: number): number => {
    const up = leader.get(index) ?? index;
    if (up === index) return index;
    const top = find(up);
    leader.set(index, top);
    return top;
  };
  const byKey = new Map<string, number[]>();
  const compared = new Set<string>();
  const reviews: { a: number; b: number; probability: number }[] = [];
  records.forEach((record, index) => {
    const place = places[index];
    if (place === undefined) return;
    for (const key of blockingKeys(record)) {
      const others = byKey.get(key) ?? [];
      byKey.set(key, others);
      for (const other of others) {
        const pair = `${other}:${index}`;
        const [earlier, earlierPlace] = [records[other], places[other]];
        if (earlier === undefined || earlierPlace === undefined) continue;
        if (compared.has(pair) || !worthComparing(earlierPlace, place)) continue;
        compared.add(pair);
        const { band, probability } = compareSites(earlier, record);
        if (band === "same") leader.set(find(index), find(other));
        else if (band === "review") reviews.push({ a: other, b: index, probability });
      }
      if (others.length < mostPerKey) others.push(index);
    }
  });

  const groups = new Map<number, NamedPlace[]>();
  const siteIdOf = new Map<string, string>();
  places.forEach((place, index) => {
    const top = find(index);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [place]);
    else group.push(place);
    siteIdOf.set(place.id, places[top]?.id ?? place.id);
  });
  const offered = new Map<string, Map<string, number>>();
  for (const { a, b, probability } of reviews) {
    const [one, other] = [places[find(a)]?.id ?? "", places[find(b)]?.id ?? ""];
    if (one === other) continue;
    const pairs = offered.get(one) ?? new Map<string, number>();
    pairs.set(other, Math.max(probability, pairs.get(other) ?? 0));
    offered.set(one, pairs);
  }
  const sites = [...groups].map(([top, group]) => {
    const site = toSite(places[top]?.id ?? "", group);
    const reviewWith = [...(offered.get(site.id) ?? [])].map(([siteId, probability]) => ({
      siteId,
      probability,
    }));
    return { ...site, reviewWith };
  });
  return { sites, siteIdOf };
}
