/** SQL of where sites lie by their addresses: the `located_*` columns of `sites`, and the value that tells their source. */
import type { LocatedAddress } from "@throughline/interchange";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** Where a site lies by its address. */
export interface SiteLocation extends LocatedAddress {
  readonly siteId: string;
}

/** Own, unpublished sites among these with an address in a known country, and without coordinates of any kind. */
export async function findUnlocatedSites(
  work: Work,
  siteIds: readonly string[],
): Promise<{ id: string; address: string | null; country: string | null }[]> {
  return work.tx
    .selectFrom("sites")
    .select(["id", "address", "country"])
    .where(sql<boolean>`id = any(${siteIds}::uuid[])`)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("published_at", "is", null)
    .where("latitude", "is", null)
    .where("located_latitude", "is", null)
    .where("address", "is not", null)
    .where("country", "is not", null)
    .execute();
}

/** Writes the locations, and beside each what it rests on. Nobody said these coordinates, so no disclosure stands behind them. */
export async function writeLocations(
  work: Work,
  locations: readonly SiteLocation[],
): Promise<void> {
  if (locations.length === 0) return;
  await sql`
    with v as (
      select * from unnest(
        ${locations.map((one) => one.siteId)}::uuid[], ${locations.map((one) => one.latitude)}::float8[],
        ${locations.map((one) => one.longitude)}::float8[], ${locations.map((one) => one.place)}::text[],
        ${locations.map((one) => one.precision)}::text[]
      ) v(site_id, latitude, longitude, place, precision)
    ), located as (
      update sites s
      set located_latitude = v.latitude, located_longitude = v.longitude, located_place = v.place, located_precision = v.precision
      from v
      where s.id = v.site_id and s.organisation_id = ${work.actor.organisationId}
      returning s.id
    )
    insert into site_values (site_id, organisation_id, field, value, said_by, source, verification)
    select located.id, ${work.actor.organisationId}, 'coordinates', v.latitude || ', ' || v.longitude,
      'Throughline, from the address',
      'GeoNames, ' || case v.precision when 'locality' then 'centre of ' else 'middle of ' end || v.place, 'self_declared'
    from located join v on v.site_id = located.id`.execute(work.tx);
}
