/**
 * Sites that were merged count as one on the line, under the one that was kept. The records stay apart in the tables, so
 * that a merge can be undone and a past date shows what was so then.
 */
import {
  flagsOfPlace,
  type AddressPrecision,
  type RowFlag,
  type SiteFact,
  type VerificationLevel,
} from "@throughline/domain";
import type { ReviewRow, SiteRow } from "./links.store.ts";

/** Sites of one line, joined: under which id each record counts, and where that one stands among `sites`. */
export interface JoinedSites {
  readonly sites: readonly SiteFact[];
  readonly shownAs: ReadonlyMap<string, string>;
  readonly placeOf: ReadonlyMap<string, number>;
}

const placesThatDoNotMake: ReadonlySet<RowFlag> = new Set<RowFlag>([
  "not_manufacturing",
  "warehouse",
  "head_office",
]);

/**
 * Joins what was merged and offers the undecided pairs for review.
 *
 * @param survivors where each merged-away site led on the day of the line
 */
export function joinSameSites(
  rows: readonly SiteRow[],
  survivors: ReadonlyMap<string, string>,
  reviews: readonly ReviewRow[],
): JoinedSites {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const rootOf = (id: string): string => {
    const survivor = survivors.get(id);
    // A survivor that may not be seen stands for nothing.
    return survivor !== undefined && byId.has(survivor) ? survivor : id;
  };
  const onLine = reviews.filter((pair) => byId.has(pair.site_a) && byId.has(pair.site_b));

  const groups = new Map<string, SiteRow[]>();
  for (const row of rows) {
    const root = rootOf(row.id);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [row]);
    else members.push(row);
  }
  const offered = new Map<string, SiteFact["reviewWith"]>();
  for (const pair of onLine) {
    const [a, b] = [rootOf(pair.site_a), rootOf(pair.site_b)];
    if (pair.decision !== null || a === b) continue;
    offered.set(a, [...(offered.get(a) ?? []), { siteId: b, probability: pair.probability }]);
  }
  const sites = [...groups].flatMap(([root, members]) => {
    const lead = byId.get(root);
    return lead === undefined ? [] : [siteFactOf(lead, members, offered.get(root) ?? [])];
  });
  const shownAs = new Map(rows.map((row) => [row.id, rootOf(row.id)]));
  const places = new Map(sites.map((site, at) => [site.id, at]));
  const placeOf = new Map<string, number>();
  for (const [id, root] of shownAs) {
    const place = places.get(root);
    if (place !== undefined) placeOf.set(id, place);
  }
  return { sites, shownAs, placeOf };
}

/** Flags of all records count, but a place does not make things only where every record says so. */
function flagsOf(members: readonly SiteRow[]): string[] {
  return [...new Set(members.flatMap((one) => flagsOfPlace(one.flags)))].filter(
    (flag) => !placesThatDoNotMake.has(flag) || members.every((one) => one.flags.includes(flag)),
  );
}

function siteFactOf(
  lead: SiteRow,
  members: readonly SiteRow[],
  reviewWith: SiteFact["reviewWith"],
): SiteFact {
  const withCoordinates = members.filter((one) => one.latitude !== null && one.longitude !== null);
  // What a disclosure gave comes before what was read out of an address.
  const placed =
    withCoordinates.find((one) => one.located_place === null) ?? withCoordinates[0] ?? lead;
  return {
    id: lead.id,
    name: lead.name,
    legalName: members.some((one) => one.legal_name),
    address: lead.address ?? members.find((one) => one.address !== null)?.address ?? null,
    country: lead.country ?? members.find((one) => one.country !== null)?.country ?? null,
    latitude: placed.latitude,
    longitude: placed.longitude,
    located:
      placed.located_place === null
        ? null
        : {
            place: placed.located_place,
            precision: placed.located_precision === "region" ? "region" : "locality",
          },
    // Check constraints hold both vocabularies.
    precision: lead.precision as AddressPrecision,
    verification: lead.verification as VerificationLevel,
    osId: members.find((one) => one.os_id !== null)?.os_id ?? null,
    flags: flagsOf(members),
    reviewWith,
  };
}
