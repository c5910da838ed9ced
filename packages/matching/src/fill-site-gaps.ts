/** What a later source adds to a site: only what was unknown. What it says otherwise stands beside, not in its place. */
import { flagsOfPlace, readAddressPrecision } from "@throughline/domain";
import type { AddressPrecision } from "@throughline/domain";
import type { NamedPlace, PlacedSite } from "./placed-site.ts";

/** The values that were unknown and are known now. Coordinates come as a pair. */
export interface FilledGaps {
  readonly address?: string;
  readonly country?: string;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly osId?: string;
  readonly precision?: AddressPrecision;
  readonly flags?: readonly string[];
}

/**
 * The gaps of a site that a place fills. `osId` is the place's OS ID where it may be given to the site, else `null`.
 *
 * @example fillSiteGaps({ ...site, address: null }, { ...place, address: "1 Road" }, null).address // → "1 Road"
 */
export function fillSiteGaps(site: PlacedSite, place: NamedPlace, osId: string | null): FilledGaps {
  const flags = [...new Set([...site.flags, ...flagsOfPlace(place.flags)])];
  return {
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
    ...(site.osId === null && osId !== null ? { osId } : {}),
    ...(flags.length > site.flags.length ? { flags } : {}),
  };
}
