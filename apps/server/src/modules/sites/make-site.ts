/** Makes one site of the organisation out of what a person says or a record gives: split off, or at a new address. */
import { randomBytes, randomUUID } from "node:crypto";
import {
  flagsOfPlace,
  makeSiteId,
  parseOsId,
  printSiteId,
  readAddressPrecision,
} from "@throughline/domain";
import { hasLegalForm } from "@throughline/interchange";
import type { NamedPlace } from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { locateSites } from "./locate-sites.ts";
import { findOsIds } from "./pending-sites.store.ts";
import { nameKeyOf } from "./site-keys.ts";
import { insertSites, type NewSite } from "./sites.store.ts";

/** Longer names are cut: a name is no text. */
const longestName = 400;

/** Answers the new site's id, and its printed id. An OS ID that stands at another site of the organisation is left out. */
export async function makeSite(
  work: Work,
  place: NamedPlace,
): Promise<{ id: string; publicId: string }> {
  const name = [...place.name].slice(0, longestName).join("");
  const parsed = place.osId === null ? null : parseOsId(place.osId);
  const osId = parsed?.ok === true ? parsed.value : null;
  const taken = osId === null ? new Set<string>() : await findOsIds(work, [osId]);
  const site: NewSite = {
    id: randomUUID(),
    publicId: makeSiteId(randomBytes(9)),
    name,
    nameKey: nameKeyOf(name),
    address: place.address,
    country: place.country,
    latitude: place.latitude,
    longitude: place.longitude,
    precision: readAddressPrecision(place.address, place.country, place.flags),
    legalName: hasLegalForm(name),
    osId: osId === null || taken.has(osId) ? null : osId,
    flags: flagsOfPlace(place.flags),
  };
  let wanted = site;
  while ((await insertSites(work, [wanted])).length > 0)
    wanted = { ...wanted, publicId: makeSiteId(randomBytes(9)) };
  await locateSites(work, [site.id]);
  return { id: site.id, publicId: printSiteId(wanted.publicId) };
}
