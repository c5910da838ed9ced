/** Keeps what was said of a site, value by value, with who said it and in what. Conflicting values stand side by side. */
import type { NamedPlace } from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { locateSites } from "./locate-sites.ts";
import { insertValues, type NewValue } from "./sites.store.ts";

/** What one row of a disclosure said of a site. */
export interface SaidOfSite {
  readonly siteId: string;
  readonly place: NamedPlace;
  readonly saidBy: string;
  /** Title of the disclosure. */
  readonly source: string;
  readonly disclosureRowId: string;
  /** Date the source speaks about. */
  readonly asOf: string | null;
}

/**
 * Records every value that each row gives; a value that is not given is not recorded, except that sites without
 * coordinates are placed by their address.
 */
export async function recordSiteValues(work: Work, said: readonly SaidOfSite[]): Promise<void> {
  await insertValues(work, said.flatMap(valuesOf));
  await locateSites(
    work,
    said.map(({ siteId }) => siteId),
  );
}

function valuesOf({
  siteId,
  place,
  saidBy,
  source,
  disclosureRowId,
  asOf,
}: SaidOfSite): NewValue[] {
  const coordinates =
    place.latitude === null || place.longitude === null
      ? null
      : `${place.latitude}, ${place.longitude}`;
  const given = [
    ["name", place.name],
    ["address", place.address],
    ["country", place.country],
    ["coordinates", coordinates],
    ["os_id", place.osId],
  ] as const;
  return given.flatMap(([field, value]) =>
    value === null || value === ""
      ? []
      : [{ siteId, field, value, saidBy, source, disclosureRowId, asOf }],
  );
}
