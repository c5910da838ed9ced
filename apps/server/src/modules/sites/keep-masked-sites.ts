/**
 * Keeps sites whose identity somebody else keeps. They have no keys: nothing is ever matched with them, and no search
 * finds them. What is attested of name and address is kept, so that they count in completeness.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { makeSiteId, type AddressPrecision } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { nameKeyOf } from "./site-keys.ts";
import { insertSites, type NewSite } from "./sites.store.ts";

/** A site as it is known without its identity. `name` is a label. */
export interface MaskedPlace {
  readonly name: string;
  readonly country: string | null;
  readonly legalName: boolean;
  readonly precision: AddressPrecision;
  /** Flags that say whether things are made there. */
  readonly flags: readonly string[];
}

/** Answers the ids of the new sites, in the order given. */
export async function keepMaskedSites(
  work: Work,
  places: readonly MaskedPlace[],
): Promise<string[]> {
  const sites = places.map((place): NewSite => ({
    id: randomUUID(),
    publicId: makeSiteId(randomBytes(9)),
    name: place.name,
    nameKey: nameKeyOf(place.name),
    address: null,
    country: place.country,
    latitude: null,
    longitude: null,
    precision: place.precision,
    legalName: place.legalName,
    osId: null,
    flags: [...new Set([...place.flags, "identity_masked"])],
  }));
  let waiting = sites;
  while (waiting.length > 0) {
    const taken = new Set(await insertSites(work, waiting));
    waiting = waiting
      .filter(({ id }) => taken.has(id))
      .map((site) => ({ ...site, publicId: makeSiteId(randomBytes(9)) }));
  }
  return sites.map(({ id }) => id);
}
