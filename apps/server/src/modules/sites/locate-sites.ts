/** Gives sites whose coordinates nobody has said the centre of the town, or the middle of the region, their address names. */
import { locateAddress } from "@throughline/interchange";
import { setImmediate } from "node:timers/promises";
import type { Work } from "../../platform/api.ts";
import { findUnlocatedSites, writeLocations, type SiteLocation } from "./site-locations.store.ts";

const sitesAtOnce = 500;

/**
 * Locates the organisation's own, unpublished sites among these that have an address and no coordinates yet. What is
 * found stands beside what disclosures say, never in its place, and is recorded as a value with its source.
 */
export async function locateSites(work: Work, siteIds: readonly string[]): Promise<void> {
  const ids = [...new Set(siteIds)];
  for (let start = 0; start < ids.length; start += sitesAtOnce) {
    const unlocated = await findUnlocatedSites(work, ids.slice(start, start + sitesAtOnce));
    const locations = unlocated.flatMap(({ id, address, country }): SiteLocation[] => {
      const location = locateAddress(address, country);
      return location === null ? [] : [{ siteId: id, ...location }];
    });
    await writeLocations(work, locations);
    await setImmediate();
  }
}
