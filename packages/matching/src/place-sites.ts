/**
 * Places disclosed places one after the other: each against the sites known before it and those the places before it
 * became, the rows of its own list among them. Where known sites are looked up is the caller's affair: the server
 * looks in its tables, under the scope of whoever acts; the command line remembers the lists it has read.
 */
import { flagsOfPlace, parseOsId, readAddressPrecision } from "@throughline/domain";
import type { MatchBand } from "@throughline/domain";
import { blockingKeys } from "./blocking-keys.ts";
import { decidePlacement, writtenAlike } from "./decide-placement.ts";
import { fillSiteGaps, type FilledGaps } from "./fill-site-gaps.ts";
import { createFirstSiteMatcher } from "./first-site-matcher.ts";
import type { NamedPlace, PlacedSite } from "./placed-site.ts";
import type { FieldComparison, SiteMatcher, SiteRecord } from "./site-record.ts";

/** Which site a place is, how sure that is and why; `null` for a new site. */
export interface Placement {
  readonly siteId: string;
  readonly band: MatchBand;
  readonly probability: number | null;
  readonly explanation: readonly FieldComparison[] | null;
}

/** What placing brought about since it was last asked. */
export interface PlacementChanges {
  readonly newSites: readonly PlacedSite[];
  /** What own, unpublished sites from before were completed with. */
  readonly gaps: ReadonlyMap<string, FilledGaps>;
  /** Keys under which own sites are found from now on. */
  readonly keys: readonly { readonly siteId: string; readonly key: string }[];
  /** Pairs to offer for review. */
  readonly pairs: readonly (readonly [PlacedSite, PlacedSite])[];
}

export interface SitePlacer {
  /** Keys under which candidates for a place are to be looked up. */
  keysOf(place: NamedPlace): readonly string[];
  /** A site that is remembered, as it is now. */
  find(siteId: string): PlacedSite | undefined;
  /** Remembers sites that were looked up. */
  learn(
    sites: readonly PlacedSite[],
    keys: readonly { readonly siteId: string; readonly key: string }[],
  ): void;
  /** Begins another list: what it says of a place is compared anew, even where an earlier list wrote it alike. */
  startList(): void;
  /** Places one place. Sites it may be are those learnt and those the places before it became. */
  place(place: NamedPlace): Placement;
  /** Every site that is remembered, as it is now. */
  sites(): readonly PlacedSite[];
  /** What is to be kept of the places since this was last called. */
  takeChanges(): PlacementChanges;
}

/** So many candidates, those sharing most keys, are compared with one place. */
const mostCompared = 20;
/** Keys shared by more sites than this tell nothing apart. A caller that looks keys up need not look further. */
export const mostSitesPerKey = 200;
/** Longer names are cut: a name is no text. */
const longestName = 400;

/**
 * Makes a placer. `makeId` gives each new site its id; `keysOf` may be the blocking keys as a table stores them.
 *
 * @example
 * const placer = createSitePlacer({ makeId: () => "s1" });
 * placer.place({ name: "Foo Ltd", address: "1 Road, Leeds", country: "GB", latitude: null, longitude: null, osId: null, flags: [] }).band // "new"
 */
export function createSitePlacer(options: {
  readonly makeId: (place: NamedPlace) => string;
  readonly keysOf?: (record: SiteRecord) => readonly string[];
  readonly matcher?: SiteMatcher;
}): SitePlacer {
  const { makeId, keysOf = blockingKeys, matcher = createFirstSiteMatcher() } = options;
  const sites = new Map<string, PlacedSite>();
  const byKey = new Map<string, Set<string>>();
  const ownOsIds = new Set<string>();
  /** The first place written this way, and the site it is. */
  const seen = new Map<string, string>();
  let newSites = new Map<string, PlacedSite>();
  let newKeys: { siteId: string; key: string }[] = [];
  let gaps = new Map<string, FilledGaps>();
  let pairs = new Map<string, readonly [string, string]>();

  const keysRead = new WeakMap<NamedPlace, readonly string[]>();
  function keysOfPlace(place: NamedPlace): readonly string[] {
    const keys = keysRead.get(place) ?? keysOf(asRecord(place));
    keysRead.set(place, keys);
    return keys;
  }

  function remember(site: PlacedSite): void {
    sites.set(site.id, site);
    if (site.own && site.osId !== null) ownOsIds.add(site.osId);
  }

  function addKey(siteId: string, key: string): boolean {
    const ids = byKey.get(key);
    if (ids === undefined) byKey.set(key, new Set([siteId]));
    else if (ids.has(siteId)) return false;
    else ids.add(siteId);
    return true;
  }

  function addKeys(siteId: string, keys: readonly string[]): void {
    for (const key of keys) if (addKey(siteId, key)) newKeys.push({ siteId, key });
  }

  function candidatesOf(record: SiteRecord, keys: readonly string[]): PlacedSite[] {
    const shared = new Map<string, number>();
    for (const key of keys) {
      let looked = 0;
      for (const id of byKey.get(key) ?? []) {
        if ((looked += 1) > 2 * mostSitesPerKey) break;
        shared.set(id, (shared.get(id) ?? 0) + (key.startsWith("o:") ? mostCompared : 1));
      }
    }
    return [...shared]
      .toSorted(([a, most], [b, less]) => less - most || (a < b ? -1 : 1))
      .flatMap(([id]) => sites.get(id) ?? [])
      .filter(
        (site) =>
          site.country === null ||
          record.country === null ||
          site.country === record.country ||
          (record.osId !== null && site.osId === record.osId),
      )
      .slice(0, mostCompared);
  }

  function begin(place: NamedPlace, keys: readonly string[]): PlacedSite {
    const site: PlacedSite = {
      id: makeId(place),
      name: [...place.name].slice(0, longestName).join(""),
      address: place.address,
      country: place.country,
      osId: checkedOsId(place.osId),
      latitude: place.latitude,
      longitude: place.longitude,
      precision: readAddressPrecision(place.address, place.country, place.flags),
      flags: flagsOfPlace(place.flags),
      own: true,
      published: false,
    };
    remember(site);
    newSites.set(site.id, site);
    addKeys(site.id, keys);
    return site;
  }

  /** Adds to an own, unpublished site what was unknown. A published one is changed by a person only: nobody's disclosure leaks into it. */
  function complete(siteId: string, place: NamedPlace, keys: readonly string[]): PlacedSite {
    const site = sites.get(siteId);
    if (site === undefined) throw new Error(`The matcher chose ${siteId}, which was no candidate.`);
    if (!site.own) return site;
    addKeys(siteId, keys);
    if (site.published) return site;
    const osId = checkedOsId(place.osId);
    const filled = fillSiteGaps(site, place, osId !== null && ownOsIds.has(osId) ? null : osId);
    if (Object.keys(filled).length === 0) return site;
    const completed: PlacedSite = { ...site, ...filled };
    remember(completed);
    if (newSites.has(siteId)) newSites.set(siteId, completed);
    else gaps.set(siteId, { ...gaps.get(siteId), ...filled });
    return completed;
  }

  return {
    keysOf: keysOfPlace,
    find: (siteId) => sites.get(siteId),
    startList: () => seen.clear(),
    learn(found, keys) {
      for (const site of found) remember(site);
      for (const { siteId, key } of keys) addKey(siteId, key);
    },
    place(place) {
      const record = asRecord(place);
      const alike = writtenAlike(record);
      const keys = keysOfPlace(place);
      const before = seen.get(alike);
      if (before !== undefined) return repeated(complete(before, place, keys).id);
      const candidates = candidatesOf(record, keys);
      const decision = decidePlacement(record, candidates, matcher.match(record, candidates));
      const site =
        decision.band === "same" ? complete(decision.siteId, place, keys) : begin(place, keys);
      seen.set(alike, site.id);
      if (decision.band === "new")
        return { siteId: site.id, band: "new", probability: null, explanation: null };
      for (const id of decision.perhaps)
        if (id !== site.id) {
          const [a, b] = id < site.id ? [id, site.id] : [site.id, id];
          pairs.set(`${a} ${b}`, [a, b]);
        }
      const { band, probability, explanation } = decision;
      return { siteId: site.id, band, probability, explanation };
    },
    sites: () => [...sites.values()],
    takeChanges() {
      const taken: PlacementChanges = {
        newSites: [...newSites.values()],
        gaps,
        keys: newKeys,
        pairs: [...pairs.values()].flatMap(([a, b]) => {
          const [one, other] = [sites.get(a), sites.get(b)];
          return one === undefined || other === undefined ? [] : [[one, other] as const];
        }),
      };
      newSites = new Map();
      newKeys = [];
      gaps = new Map();
      pairs = new Map();
      return taken;
    },
  };
}

function asRecord(place: NamedPlace): SiteRecord & { readonly osId: string | null } {
  return {
    id: "",
    name: place.name,
    address: place.address,
    country: place.country,
    osId: checkedOsId(place.osId),
  };
}

/** The OS ID in its normal form; one whose check digit is wrong identifies nothing and is kept only as what was said. */
function checkedOsId(text: string | null): string | null {
  if (text === null) return null;
  const parsed = parseOsId(text);
  return parsed.ok ? parsed.value : null;
}

function repeated(siteId: string): Placement {
  return {
    siteId,
    band: "same",
    probability: 1,
    explanation: [
      {
        field: "rule",
        outcome: "agree",
        weight: 9,
        words: "The list names this place before, written alike.",
      },
    ],
  };
}
