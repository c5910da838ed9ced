/** What becomes of the sites a list on its way in has made: shown with it, or removed with it. */
import { parseOsId } from "@throughline/domain";
import { fillSiteGaps, type NamedPlace } from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import {
  findOsIds,
  findStanding,
  handOverSites,
  removeSitesOf,
  showSites,
  showSitesOf,
} from "./pending-sites.store.ts";
import { fillGaps, findSitesById } from "./sites.store.ts";

const sitesAtOnce = 1_000;
/** One statement's worth: those of one transaction walk past what the ones before them changed. */
const sitesShownAtOnce = 20_000;

/** A place of a list with the site it was found to be. */
export interface PlaceOfSite {
  readonly siteId: string;
  readonly place: NamedPlace;
}

/**
 * Completes the sites that were known before a list came with what its places add, and has them found under the names
 * it gives them: what placing left for the moment the list is taken. Sites the list made are left alone.
 */
export async function completeKnownSites(
  work: Work,
  placed: readonly PlaceOfSite[],
): Promise<void> {
  const standing = await findStanding(work, [...new Set(placed.map(({ siteId }) => siteId))]);
  if (standing.length === 0) return;
  const sites = new Map((await findSitesById(work, standing)).map((site) => [site.id, site]));
  const given = new Map(placed.map(({ place }) => [place, checkedOsId(place.osId)]));
  // One OS ID stands for one site in an organisation.
  const taken = await findOsIds(
    work,
    [...given.values()].filter((id) => id !== null),
  );
  for (const { siteId, place } of placed) {
    const site = sites.get(siteId);
    if (site === undefined || site.published) continue;
    const osId = given.get(place) ?? null;
    const gaps = fillSiteGaps(site, place, osId !== null && taken.has(osId) ? null : osId);
    if (Object.keys(gaps).length === 0) continue;
    if (gaps.osId !== undefined) taken.add(gaps.osId);
    sites.set(siteId, { ...site, ...gaps });
    await fillGaps(work, siteId, gaps, null);
  }
}

function checkedOsId(text: string | null): string | null {
  const parsed = text === null ? null : parseOsId(text);
  return parsed?.ok === true ? parsed.value : null;
}

/** Shows every site a list made, and those of `siteIds` that another list made. Call in the transaction that takes the list. */
export async function showPendingSites(
  work: Work,
  intakeId: string,
  siteIds: readonly string[],
): Promise<void> {
  while ((await showSitesOf(work, intakeId, sitesShownAtOnce)) > 0);
  await showSites(work, siteIds);
}

/**
 * Removes sites of a list that is given up, so many at a time; those another list on its way in names too are handed to
 * that one. Answers whether all are gone. `lockSites` comes first.
 */
export async function removePendingSites(work: Work, intakeId: string): Promise<boolean> {
  await handOverSites(work, intakeId);
  return (await removeSitesOf(work, intakeId, sitesAtOnce)) < sitesAtOnce;
}
