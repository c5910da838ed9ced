/**
 * Finds for each disclosed place the site it is, inside the scope of whoever acts: the organisation's own sites and
 * the published ones. What is new becomes a site of the organisation; what may be a known one is offered for review.
 */
import { setImmediate } from "node:timers/promises";
import type { Work } from "../../platform/api.ts";
import { ListMemory, type NamedPlace, type Placement } from "./list-memory.ts";
import { lockOrganisationSites } from "./sites.store.ts";

/** So many places are looked up together; between them other requests get their turn. */
const placesAtOnce = 200;
/** Waits until no other import of the organisation is placing sites. Call before anything is read that matching rests on. */
export async function lockSites(work: Work): Promise<void> {
  await lockOrganisationSites(work);
}

/** Places in the order given. Each place is also matched against the sites the places before it became. */
export async function placeSites(work: Work, places: readonly NamedPlace[]): Promise<Placement[]> {
  const placements: Placement[] = [];
  const memory = new ListMemory();
  for (let start = 0; start < places.length; start += placesAtOnce) {
    const part = places.slice(start, start + placesAtOnce);
    await memory.recall(work, part);
    for (const place of part) placements.push(memory.place(place));
    await memory.write(work);
    await setImmediate();
  }
  return placements;
}
