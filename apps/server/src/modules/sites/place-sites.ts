/**
 * Finds for each disclosed place the site it is, inside the scope of whoever acts: the organisation's own sites and
 * the published ones. What is new becomes a site of the organisation; what may be a known one is offered for review.
 * The matching engine decides; here its candidates are looked up and what it decided is written.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { makeSiteId, parseOsId } from "@throughline/domain";
import { hasLegalForm } from "@throughline/interchange";
import {
  createSitePlacer,
  type NamedPlace,
  type PlacedSite,
  type Placement,
  placeToMatch,
  type SitePlacer,
} from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { openKnownAlike, type KnownAlike } from "./find-alike.ts";
import { offerForReview } from "./match-reviews.store.ts";
import { nameKeyOf } from "./site-keys.ts";
import {
  fillGaps,
  findExactSites,
  findSitesById,
  insertSites,
  lockOrganisationSites,
  seePendingSites,
  type NewSite,
} from "./sites.store.ts";
import { showSites } from "./pending-sites.store.ts";
import { readSitesOfScope, removeOldChanges } from "./scope-index/scope-records.store.ts";
import { findSurvivors } from "./site-groups.store.ts";

/** So many places are looked up together; between them other requests get their turn. */
const placesAtOnce = 200;

/** Waits until no other import of the organisation is placing sites. Call before anything is read that matching rests on. */
export async function lockSites(work: Work): Promise<void> {
  await lockOrganisationSites(work);
  await seePendingSites(work);
}

/**
 * Places in the order given. Each place is also matched against the sites the places before it became.
 *
 * @param pendingIntakeId the list on its way in for which this is done: sites it makes are shown to nobody before it is
 *   taken, and known sites are completed only then (`completeKnownSites`). `null`: all is shown when this commits.
 */
export async function placeSites(
  work: Work,
  places: readonly NamedPlace[],
  pendingIntakeId: string | null = null,
): Promise<Placement[]> {
  const placements: Placement[] = [];
  if (places.length === 0) return placements;
  await removeOldChanges(work);
  const known = await openKnownAlike(work);
  const placer = createSitePlacer({ makeId: () => randomUUID() });
  await learnChangedHere(work, placer, known);
  for (let start = 0; start < places.length; start += placesAtOnce) {
    const part = places.slice(start, start + placesAtOnce);
    const found = part.map((place) => known.find(placeToMatch(place)));
    await learn(
      work,
      placer,
      found.flatMap((sites) => sites.map(({ siteId }) => siteId)),
      part,
    );
    const placed = part.map((place, at) => placer.place(place, found[at]));
    placements.push(...(await write(work, placer, part, placed, pendingIntakeId)));
    await setImmediate();
  }
  // A site that a list on its way in made is a site of this disclosure as well, whatever becomes of that list.
  if (pendingIntakeId === null)
    await showSites(
      work,
      placements.map(({ siteId }) => siteId),
    );
  return placements;
}

/** Reads what the indexes named as it is now and as far as it may be seen, and what must be found whatever they say. */
async function learn(
  work: Work,
  placer: SitePlacer,
  named: readonly string[],
  places: readonly NamedPlace[],
): Promise<void> {
  const exact = await findExactSites(work, {
    osIds: places.flatMap(({ osId }) => {
      const parsed = osId === null ? null : parseOsId(osId);
      return parsed?.ok === true ? [parsed.value] : [];
    }),
    namesWithoutAddress: places.flatMap(({ name, address }) =>
      address === null ? [nameKeyOf(name)] : [],
    ),
  });
  const unknown = new Set([...named, ...exact].filter((id) => placer.find(id) === undefined));
  placer.learn(await findSitesById(work, [...unknown]));
}

/** What this transaction did before is in no index yet. */
async function learnChangedHere(
  work: Work,
  placer: SitePlacer,
  { changedHere }: KnownAlike,
): Promise<void> {
  if (changedHere.size === 0) return;
  placer.learn(await findSitesById(work, [...changedHere]));
  const records = await readSitesOfScope(work, "own", [...changedHere]);
  placer.learnNames([...records.values()].flat());
}

/**
 * Writes what placing brought about; answers the placements as they count. A record that was merged away is matched
 * like any other, being a name of the site it leads to, but nothing is ever placed on it.
 */
async function write(
  work: Work,
  placer: SitePlacer,
  places: readonly NamedPlace[],
  matched: readonly Placement[],
  pendingIntakeId: string | null,
): Promise<Placement[]> {
  const changes = placer.takeChanges();
  const leads = await findSurvivors(work.tx, [
    ...new Set([
      ...matched.map(({ siteId }) => siteId),
      ...changes.pairs.flatMap(({ one, other }) => [one.id, other.id]),
    ]),
  ]);
  const standing = (id: string): string => leads.get(id) ?? id;
  const placed = matched.map((one) => ({ ...one, siteId: standing(one.siteId) }));
  let waiting = changes.newSites.map(toNewSite);
  while (waiting.length > 0) {
    const taken = new Set(await insertSites(work, waiting, pendingIntakeId));
    waiting = waiting
      .filter(({ id }) => taken.has(id))
      .map((site) => ({ ...site, publicId: makeSiteId(randomBytes(9)) }));
  }
  for (const [siteId, gaps] of changes.gaps)
    if (!leads.has(siteId)) await fillGaps(work, siteId, gaps, pendingIntakeId);
  await offerForReview(
    work,
    changes.pairs.flatMap(({ one, other, probability, explanation }) =>
      // Two published sites of others are not ours to merge.
      one.own || other.own
        ? [{ one: standing(one.id), other: standing(other.id), probability, explanation }]
        : [],
    ),
  );
  return placed;
}

function toNewSite(site: PlacedSite): NewSite {
  return {
    ...site,
    publicId: makeSiteId(randomBytes(9)),
    nameKey: nameKeyOf(site.name),
    legalName: hasLegalForm(site.name),
  };
}
