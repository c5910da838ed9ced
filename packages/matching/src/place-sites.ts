/**
 * Places disclosed places one after the other: each against the sites known before it and those the places before it
 * became, the rows of its own list among them. The placer's own engine holds what came about here; sites known from
 * before are found by the caller in its indexes and handed in. The command line has none: its placer remembers the lists.
 */
import { flagsOfPlace, parseOsId, readAddressPrecision } from "@throughline/domain";
import type { MatchBand } from "@throughline/domain";
import { decidePlacement, type WrittenPlace, writtenAlike } from "./decide-placement.ts";
import { defaultBands } from "./engine/band-of.ts";
import { buildIndex } from "./engine/site-engine.ts";
import type { BandThresholds, PairExplanation, SiteToMatch } from "./engine/site-to-match.ts";
import { fillSiteGaps, type FilledGaps } from "./fill-site-gaps.ts";
import { type MatchReason, reasonsOf, ruleReason } from "./match-reason.ts";
import type { NamedPlace, PlacedSite } from "./placed-site.ts";

/** Which site a place is, how sure that is and why; `null` for a new site. */
export interface Placement {
  readonly siteId: string;
  readonly band: MatchBand;
  readonly probability: number | null;
  readonly explanation: readonly MatchReason[] | null;
}

/** A site that an index of the caller names for a place. A site the placer was not told of by `learn` is passed over. */
export interface FoundSite {
  readonly siteId: string;
  readonly probability: number;
  explain(): PairExplanation;
}

/** Two sites that may be one. */
export interface PlacedPair {
  readonly one: PlacedSite;
  readonly other: PlacedSite;
  readonly probability: number;
  readonly explanation: readonly MatchReason[];
}

/** What placing brought about since it was last asked. */
export interface PlacementChanges {
  readonly newSites: readonly PlacedSite[];
  /** What own, unpublished sites from before were completed with. */
  readonly gaps: ReadonlyMap<string, FilledGaps>;
  /** Pairs to offer for review. */
  readonly pairs: readonly PlacedPair[];
}

export interface SitePlacer {
  /** A site that is remembered, as it is now. */
  find(siteId: string): PlacedSite | undefined;
  /** Remembers sites that were looked up. */
  learn(sites: readonly PlacedSite[]): void;
  /** Has remembered sites found here under further names: for what the caller's indexes do not hold yet. */
  learnNames(
    names: readonly (Pick<WrittenPlace, "name" | "address"> & { readonly siteId: string })[],
  ): void;
  /** Begins another list: what it says of a place is compared anew, even where an earlier list wrote it alike. */
  startList(): void;
  /** Places one place. Sites it may be are those found, those learnt and those the places before it became. */
  place(place: NamedPlace, found?: readonly FoundSite[]): Placement;
  /** Every site that is remembered, as it is now. */
  sites(): readonly PlacedSite[];
  /** What is to be kept of the places since this was last called. */
  takeChanges(): PlacementChanges;
}

/** Longer names are cut: a name is no text. */
const longestName = 400;
/** More names of one site are not looked for. */
const mostVariants = 12;
/** Between a site's id and the number of a further name, in the ids of records; no id of a site has it. */
const variantMark = "\n";

/**
 * A place as the engine takes it.
 *
 * @example engine.match(placeToMatch(place))
 */
export function placeToMatch(place: NamedPlace): SiteToMatch {
  const osId = checkedOsId(place.osId);
  return {
    id: "",
    name: place.name,
    address: place.address,
    country: place.country,
    latitude: place.latitude,
    longitude: place.longitude,
    identifiers: osId === null ? null : { os_id: osId },
  };
}

/** A place with its OS ID in the normal form, or without one whose check digit is wrong. */
export function writtenPlace(place: Omit<NamedPlace, "flags">): WrittenPlace {
  return { ...place, osId: checkedOsId(place.osId) };
}

function withRule(
  rule: string | null,
  candidate: Pick<FoundSite, "explain"> | undefined,
): readonly MatchReason[] {
  return [
    ...(rule === null ? [] : [ruleReason(rule)]),
    ...(candidate === undefined ? [] : reasonsOf(candidate.explain())),
  ];
}

/**
 * Makes a placer. `makeId` gives each new site its id.
 *
 * @example
 * const placer = createSitePlacer({ makeId: () => "s1" });
 * placer.place({ name: "Foo Ltd", address: "1 Road, Leeds", country: "GB", latitude: null, longitude: null, osId: null, flags: [] }).band // "new"
 */
export function createSitePlacer(options: {
  readonly makeId: (place: NamedPlace) => string;
  readonly bands?: BandThresholds;
}): SitePlacer {
  const { makeId, bands = defaultBands } = options;
  const engine = buildIndex([], { thresholds: bands });
  const sites = new Map<string, PlacedSite>();
  /** Own sites by what is written of them, and all by OS ID: found whatever the engine thinks of them. */
  const byText = new Map<string, Set<string>>();
  const byOsId = new Map<string, Set<string>>();
  const variants = new Map<string, Set<string>>();
  /** The first place written this way, and the site it is. */
  const seen = new Map<string, string>();
  let newSites = new Map<string, PlacedSite>();
  let gaps = new Map<string, FilledGaps>();
  let pairs = new Map<string, Omit<PlacedPair, "one" | "other"> & { a: string; b: string }>();

  function remember(site: PlacedSite): void {
    sites.set(site.id, site);
    if (site.osId !== null) addTo(byOsId, site.osId, site.id);
    if (site.own) addTo(byText, writtenAlike({ ...site, osId: null }), site.id);
  }

  function addName(siteId: string, name: string, address: string | null): void {
    const site = sites.get(siteId);
    if (site === undefined) return;
    const text = writtenAlike({ name, address, country: null, osId: null });
    const known = variants.get(siteId) ?? new Set();
    if (known.has(text) || known.size >= mostVariants) return;
    variants.set(siteId, known.add(text));
    engine.addRecord({
      ...placeToMatch({ ...site, name, address, flags: [] }),
      id: `${siteId}${variantMark}${known.size}`,
    });
  }

  function addSite(site: PlacedSite): void {
    remember(site);
    engine.addRecord({ ...placeToMatch({ ...site, flags: [] }), id: site.id });
  }

  interface Candidate {
    readonly probability: number;
    explain(): PairExplanation;
  }

  function candidatesOf(
    place: NamedPlace,
    written: WrittenPlace,
    found: readonly FoundSite[],
  ): Map<string, Candidate> {
    const record = placeToMatch(place);
    const best = new Map<string, Candidate>();
    const put = (siteId: string, candidate: Candidate): void => {
      const before = best.get(siteId);
      if (before === undefined || candidate.probability > before.probability)
        best.set(siteId, candidate);
    };
    for (const one of found) put(one.siteId, one);
    if (engine.size > 0)
      for (const { id, probability } of engine.match(record))
        put(siteOf(id), {
          probability,
          explain: () =>
            engine.explainWith(record, id) ?? engine.explain(record, { ...record, id }),
        });
    const exact = [
      ...(byText.get(writtenAlike({ ...written, osId: null })) ?? []),
      ...(written.osId === null ? [] : (byOsId.get(written.osId) ?? [])),
    ];
    for (const siteId of exact) {
      const site = sites.get(siteId);
      if (site !== undefined && !best.has(siteId))
        put(siteId, {
          probability: 0,
          explain: () =>
            engine.explain(record, { ...placeToMatch({ ...site, flags: [] }), id: siteId }),
        });
    }
    return best;
  }

  function begin(place: NamedPlace): PlacedSite {
    const osId = checkedOsId(place.osId);
    const site: PlacedSite = {
      id: makeId(place),
      name: [...place.name].slice(0, longestName).join(""),
      address: place.address,
      country: place.country,
      osId,
      latitude: place.latitude,
      longitude: place.longitude,
      precision: readAddressPrecision(place.address, place.country, place.flags),
      flags: flagsOfPlace(place.flags),
      own: true,
      published: false,
    };
    addSite(site);
    newSites.set(site.id, site);
    return site;
  }

  /** Adds to an own, unpublished site what was unknown. A published one is changed by a person only: nobody's disclosure leaks into it. */
  function complete(siteId: string, place: NamedPlace): PlacedSite {
    const site = sites.get(siteId);
    if (site === undefined) throw new Error(`Placing chose ${siteId}, which was no candidate.`);
    const isSaidOtherwise =
      writtenAlike({ ...site, country: null, osId: null }) !==
      writtenAlike({ ...place, country: null, osId: null });
    const osId = checkedOsId(place.osId);
    const isOwnToFill = site.own && !site.published;
    const filled = isOwnToFill
      ? fillSiteGaps(site, place, osId !== null && byOsId.has(osId) ? null : osId)
      : {};
    const isFilled = Object.keys(filled).length > 0;
    const completed: PlacedSite = isFilled ? { ...site, ...filled } : site;
    if (isFilled) {
      addSite(completed);
      if (newSites.has(siteId)) newSites.set(siteId, completed);
      else gaps.set(siteId, { ...gaps.get(siteId), ...filled });
    }
    if (isSaidOtherwise) addName(siteId, place.name, place.address);
    return completed;
  }

  function notePair(
    one: string,
    other: string,
    why: Pick<PlacedPair, "probability" | "explanation">,
  ): void {
    if (one === other) return;
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = `${a} ${b}`;
    if (!pairs.has(key)) pairs.set(key, { a, b, ...why });
  }

  return {
    find: (siteId) => sites.get(siteId),
    startList: () => seen.clear(),
    learn(found) {
      for (const site of found) remember(site);
    },
    learnNames(names) {
      for (const { siteId, name, address } of names) addName(siteId, name, address);
    },
    place(place, found = []) {
      const written = writtenPlace(place);
      const alike = writtenAlike(written);
      const before = seen.get(alike);
      if (before !== undefined) {
        complete(before, place);
        return {
          siteId: before,
          band: "same",
          probability: 1,
          explanation: [ruleReason("The list names this place before, written alike.")],
        };
      }
      const candidates = candidatesOf(place, written, found);
      const likely = [...candidates].flatMap(([siteId, { probability }]) => {
        const site = sites.get(siteId);
        return site === undefined ? [] : [{ site, probability }];
      });
      const decision = decidePlacement(written, likely, bands);
      if (decision.band === "new") {
        const site = begin(place);
        seen.set(alike, site.id);
        return { siteId: site.id, band: "new", probability: null, explanation: null };
      }
      const decisive = candidates.get(decision.siteId);
      const reasons = withRule(decision.rule, decisive);
      // Before the place becomes a record: what is known must not change between finding and explaining.
      const offered = decision.perhaps.flatMap(({ site: perhaps, probability, rule }) => {
        const candidate = candidates.get(perhaps.id);
        return candidate === undefined
          ? []
          : [{ id: perhaps.id, probability, explanation: withRule(rule, candidate) }];
      });
      const site = decision.band === "same" ? complete(decision.siteId, place) : begin(place);
      seen.set(alike, site.id);
      for (const { id, ...why } of offered) notePair(site.id, id, why);
      const { band, probability } = decision;
      return { siteId: site.id, band, probability, explanation: reasons };
    },
    sites: () => [...sites.values()],
    takeChanges() {
      const taken: PlacementChanges = {
        newSites: [...newSites.values()],
        gaps,
        pairs: [...pairs.values()].flatMap(({ a, b, probability, explanation }) => {
          const [one, other] = [sites.get(a), sites.get(b)];
          return one === undefined || other === undefined
            ? []
            : [{ one, other, probability, explanation }];
        }),
      };
      newSites = new Map();
      gaps = new Map();
      pairs = new Map();
      return taken;
    },
  };
}

function siteOf(recordId: string): string {
  const end = recordId.lastIndexOf(variantMark);
  return end === -1 ? recordId : recordId.slice(0, end);
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

/** The OS ID in its normal form; one whose check digit is wrong identifies nothing and is kept only as what was said. */
function checkedOsId(text: string | null): string | null {
  if (text === null) return null;
  const parsed = parseOsId(text);
  return parsed.ok ? parsed.value : null;
}
