/** What is known while a list of places is matched, and what still has to be written. */
import { randomBytes, randomUUID } from "node:crypto";
import {
  makeSiteId,
  parseOsId,
  readAddressPrecision,
  type MatchBand,
  type RowFlag,
} from "@throughline/domain";
import { hasLegalForm } from "@throughline/interchange";
import {
  createFirstSiteMatcher,
  type FieldComparison,
  type SiteRecord,
} from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { offerForReview } from "./match-reviews.store.ts";
import { keysOfSite, nameKeyOf } from "./site-keys.ts";
import { decideMatch, flagsOfPlace, writtenAlike } from "./sites.policy.ts";
import {
  fillGaps,
  findSitesById,
  findSitesByKeys,
  insertKeys,
  insertSites,
  type FilledGaps,
  type NewSite,
  type StoredSite,
} from "./sites.store.ts";

/** A place as a disclosure names it. Empty text and unknown are `null`. */
export interface NamedPlace {
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly osId: string | null;
  readonly flags: readonly RowFlag[];
}

/** Which site a place is, how sure that is and why; `null` for a new site. */
export interface Placement {
  readonly siteId: string;
  readonly band: MatchBand;
  readonly probability: number | null;
  readonly explanation: readonly FieldComparison[] | null;
}

/** So many candidates, those sharing most keys, are compared with one place. */
const mostCompared = 20;
const longestName = 400;

/**
 * One list's memory. For each part of the list: `recall`, then `place` each, then `write`.
 */
export class ListMemory {
  readonly #matcher = createFirstSiteMatcher();
  readonly #sites = new Map<string, StoredSite>();
  readonly #byKey = new Map<string, Set<string>>();
  readonly #keysOfPlace = new Map<string, readonly string[]>();
  /** The first place of the list written this way, and the site it is. */
  readonly #seen = new Map<string, string>();
  #newSites: NewSite[] = [];
  #newKeys: { siteId: string; key: string }[] = [];
  #gaps = new Map<string, FilledGaps>();
  #pairs = new Map<string, readonly [StoredSite, StoredSite]>();

  async recall(work: Work, places: readonly NamedPlace[]): Promise<void> {
    this.#keysOfPlace.clear();
    for (const place of places)
      this.#keysOfPlace.set(writtenAlike(place), keysOfSite(asRecord("", place)));
    const keys = [...new Set([...this.#keysOfPlace.values()].flat())];
    const found = await findSitesByKeys(work, keys);
    const unknown = new Set<string>();
    for (const { key, site_id: siteId } of found) {
      this.#remember(key, siteId);
      if (!this.#sites.has(siteId)) unknown.add(siteId);
    }
    for (const site of await findSitesById(work, [...unknown])) this.#sites.set(site.id, site);
  }

  place(place: NamedPlace): Placement {
    const alike = writtenAlike(place);
    const record = asRecord("", place);
    const keys = this.#keysOfPlace.get(alike) ?? keysOfSite(record);
    const seen = this.#seen.get(alike);
    if (seen !== undefined) return repeated(this.#complete(seen, place, keys).id);
    const candidates = this.#candidates(record, keys);
    const decision = decideMatch(record, candidates, this.#matcher.match(record, candidates));
    const site =
      decision.band === "same"
        ? this.#complete(decision.siteId, place, keys)
        : this.#begin(place, keys);
    this.#seen.set(alike, site.id);
    if (decision.band === "new")
      return { siteId: site.id, band: "new", probability: null, explanation: null };
    for (const id of decision.perhaps) {
      const other = this.#sites.get(id);
      if (other !== undefined && other.id !== site.id)
        this.#pairs.set([site.id, other.id].toSorted().join(" "), [site, other]);
    }
    return {
      siteId: site.id,
      band: decision.band,
      probability: decision.probability,
      explanation: decision.explanation,
    };
  }

  async write(work: Work): Promise<void> {
    let waiting = this.#newSites;
    while (waiting.length > 0) {
      const taken = new Set(await insertSites(work, waiting));
      waiting = waiting
        .filter(({ id }) => taken.has(id))
        .map((site) => ({ ...site, publicId: makeSiteId(randomBytes(9)) }));
    }
    for (const [siteId, gaps] of this.#gaps) await fillGaps(work, siteId, gaps);
    await insertKeys(work, this.#newKeys);
    await offerForReview(work, [...this.#pairs.values()]);
    this.#newSites = [];
    this.#newKeys = [];
    this.#gaps = new Map();
    this.#pairs = new Map();
  }

  #remember(key: string, siteId: string): void {
    const ids = this.#byKey.get(key);
    if (ids === undefined) this.#byKey.set(key, new Set([siteId]));
    else ids.add(siteId);
  }

  #candidates(record: SiteRecord, keys: readonly string[]): StoredSite[] {
    const shared = new Map<string, number>();
    for (const key of keys)
      for (const id of this.#byKey.get(key) ?? [])
        shared.set(id, (shared.get(id) ?? 0) + (key.startsWith("o:") ? mostCompared : 1));
    return [...shared]
      .toSorted(([a, most], [b, less]) => less - most || (a < b ? -1 : 1))
      .flatMap(([id]) => this.#sites.get(id) ?? [])
      .filter(
        (site) =>
          site.country === null ||
          record.country === null ||
          site.country === record.country ||
          (record.osId !== null && site.osId === record.osId),
      )
      .slice(0, mostCompared);
  }

  #begin(place: NamedPlace, keys: readonly string[]): StoredSite {
    const id = randomUUID();
    const osId = checkedOsId(place.osId);
    const precision = readAddressPrecision(place.address, place.country, place.flags);
    const name = [...place.name].slice(0, longestName).join("");
    const flags = flagsOfPlace(place.flags);
    this.#newSites.push({
      id,
      publicId: makeSiteId(randomBytes(9)),
      name,
      nameKey: nameKeyOf(name),
      address: place.address,
      country: place.country,
      latitude: place.latitude,
      longitude: place.longitude,
      precision,
      legalName: hasLegalForm(place.name),
      osId,
      flags,
    });
    const site: StoredSite = {
      id,
      name,
      address: place.address,
      country: place.country,
      osId,
      own: true,
      published: false,
      flags,
      latitude: place.latitude,
      precision,
    };
    this.#sites.set(id, site);
    this.#addKeys(id, keys);
    return site;
  }

  /** Adds to an own, unpublished site what was unknown. A published one is changed by a person only: nobody's disclosure leaks into it. */
  #complete(siteId: string, place: NamedPlace, keys: readonly string[]): StoredSite {
    const site = this.#sites.get(siteId);
    if (site === undefined) throw new Error(`The matcher chose ${siteId}, which was no candidate.`);
    if (!site.own) return site;
    this.#addKeys(siteId, keys);
    if (site.published) return site;
    const osId = site.osId === null ? checkedOsId(place.osId) : null;
    const osIdIsFree =
      osId !== null && ![...this.#sites.values()].some((other) => other.own && other.osId === osId);
    const flags = [...new Set([...site.flags, ...flagsOfPlace(place.flags)])];
    const gaps: FilledGaps = {
      ...(site.address === null && place.address !== null
        ? {
            address: place.address,
            precision: readAddressPrecision(
              place.address,
              site.country ?? place.country,
              place.flags,
            ),
          }
        : {}),
      ...(site.country === null && place.country !== null ? { country: place.country } : {}),
      ...(site.latitude === null && place.latitude !== null
        ? { latitude: place.latitude, longitude: place.longitude }
        : {}),
      ...(osId !== null && osIdIsFree ? { os_id: osId } : {}),
      ...(flags.length > site.flags.length ? { flags } : {}),
    };
    if (Object.keys(gaps).length === 0) return site;
    this.#gaps.set(siteId, { ...this.#gaps.get(siteId), ...gaps });
    const completed: StoredSite = {
      ...site,
      address: gaps.address ?? site.address,
      country: gaps.country ?? site.country,
      latitude: gaps.latitude ?? site.latitude,
      osId: gaps.os_id ?? site.osId,
      precision: gaps.precision ?? site.precision,
      flags,
    };
    this.#sites.set(siteId, completed);
    return completed;
  }

  #addKeys(siteId: string, keys: readonly string[]): void {
    for (const key of keys) {
      if (this.#byKey.get(key)?.has(siteId) === true) continue;
      this.#remember(key, siteId);
      this.#newKeys.push({ siteId, key });
    }
  }
}

function asRecord(id: string, place: NamedPlace): SiteRecord & { readonly osId: string | null } {
  return {
    id,
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
