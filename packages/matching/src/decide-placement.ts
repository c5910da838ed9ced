/** Which site a disclosed place is: a known one, perhaps a known one, or a new one. */
import { defaultBands } from "./engine/band-of.ts";
import type { BandThresholds } from "./engine/site-to-match.ts";
import { foldText } from "./normalise-name.ts";

/** What a place or a site is called, as placing compares it letter by letter. */
export interface WrittenPlace {
  readonly name: string;
  readonly address: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** With a right check digit. */
  readonly osId: string | null;
}

/** A site as placing needs it, with whose it is. */
export interface KnownSite extends WrittenPlace {
  readonly id: string;
  /** Held by whoever places. */
  readonly own: boolean;
  readonly published: boolean;
}

/** A site that may be the place, and the engine's probability that it is. */
export interface LikelySite {
  readonly site: KnownSite;
  readonly probability: number;
}

/** A site that a person may be asked about, with the rule that keeps it from being taken for the same, if there is one. */
export interface OfferedSite extends LikelySite {
  readonly rule: string | null;
}

/**
 * What was found out about one place. `perhaps` are other sites to offer for review, likeliest first; `rule` says what
 * decided where it was not the probability alone.
 */
export type PlacementDecision =
  | {
      readonly band: "same";
      readonly siteId: string;
      readonly probability: number;
      readonly rule: string | null;
      readonly perhaps: readonly OfferedSite[];
    }
  | {
      readonly band: "review";
      readonly siteId: string;
      readonly probability: number;
      readonly rule: string | null;
      readonly perhaps: readonly OfferedSite[];
    }
  | { readonly band: "new" };

/** No place is offered for review against more sites than this, likeliest first: nobody decides forty pairs. */
const mostOffered = 5;

/**
 * One text for places that are written alike but for case, accents and signs.
 *
 * @example writtenAlike(place) === writtenAlike({ ...place, name: place.name.toUpperCase() }) // true
 */
export function writtenAlike(place: WrittenPlace): string {
  return [
    foldText(place.name),
    foldText(place.address ?? ""),
    place.country ?? "",
    place.osId ?? "",
  ].join("|");
}

/** True unless both carry an OS ID and they differ. */
function osIdsAgree(place: WrittenPlace, site: KnownSite): boolean {
  return place.osId === null || site.osId === null || place.osId === site.osId;
}

function isTwin(place: WrittenPlace, site: KnownSite): boolean {
  return (
    site.own &&
    osIdsAgree(place, site) &&
    writtenAlike({ ...place, osId: null }) === writtenAlike({ ...site, osId: null })
  );
}

/** Why a person must look even if the engine is sure; `null` when nothing stands against *same*. */
function barToSame(place: WrittenPlace, site: KnownSite): string | null {
  if (!osIdsAgree(place, site))
    return `They carry different OS IDs, ${place.osId ?? ""} and ${site.osId ?? ""}: a person decides.`;
  if (place.address === null || site.address === null)
    return "Without two addresses nothing is joined without a person’s decision.";
  return null;
}

/**
 * Decides which site a place is. Before the engine's probability come, in this order: the same OS ID; an own site written
 * exactly alike, even where the engine would ask (a list sent twice must not double what has no address); different
 * countries are different sites. Among equals the own site comes first.
 *
 * @example decidePlacement(place, [{ site, probability: 0.98 }]).band // "same"
 */
export function decidePlacement(
  place: WrittenPlace,
  found: readonly LikelySite[],
  bands: BandThresholds = defaultBands,
): PlacementDecision {
  const inOneCountry = found.filter(
    ({ site }) => site.country === null || place.country === null || site.country === place.country,
  );
  const likely = inOneCountry
    .filter(({ probability }) => probability >= bands.review)
    .map(({ site, probability }) => {
      const bar = probability >= bands.same ? barToSame(place, site) : null;
      const most = Math.max(bands.review, bands.same - 0.01);
      return {
        site,
        rule: bar,
        probability: bar === null ? probability : Math.min(probability, most),
      };
    })
    .toSorted(
      (a, b) =>
        b.probability - a.probability ||
        Number(b.site.own) - Number(a.site.own) ||
        (a.site.id < b.site.id ? -1 : 1),
    );
  const others = (chosen: string): OfferedSite[] =>
    likely.filter(({ site }) => site.id !== chosen).slice(0, mostOffered);
  const same = (site: KnownSite, probability: number, rule: string | null): PlacementDecision => ({
    band: "same",
    siteId: site.id,
    probability,
    rule,
    perhaps: others(site.id),
  });

  const ownFirst = (sites: readonly LikelySite[]): LikelySite | undefined =>
    sites.toSorted(
      (a, b) =>
        Number(b.site.own) - Number(a.site.own) ||
        b.probability - a.probability ||
        (a.site.id < b.site.id ? -1 : 1),
    )[0];
  const byOsId = ownFirst(
    found.filter(({ site }) => place.osId !== null && site.osId === place.osId),
  );
  if (byOsId !== undefined)
    return same(byOsId.site, 1, `Both carry the OS ID ${place.osId ?? ""}.`);
  const twin = ownFirst(inOneCountry.filter(({ site }) => isTwin(place, site)));
  if (twin !== undefined)
    return same(
      twin.site,
      1,
      place.address === null
        ? "Name and country are written alike, and neither source gives an address."
        : "Name, address and country are written alike.",
    );
  const best = ownFirst(likely.filter(({ probability }) => probability >= bands.same));
  if (best !== undefined) return same(best.site, best.probability, null);
  const [likeliest] = likely;
  if (likeliest === undefined) return { band: "new" };
  return {
    band: "review",
    siteId: likeliest.site.id,
    probability: likeliest.probability,
    rule: likeliest.rule,
    perhaps: likely.slice(0, mostOffered),
  };
}
