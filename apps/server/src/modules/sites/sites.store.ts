/** SQL of matching and of writing sites: `sites`, `site_values`. Every query runs under row security. */
import type { AddressPrecision } from "@throughline/domain";
import type { FilledGaps, PlacedSite } from "@throughline/matching";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/**
 * Holds off other imports of the same organisation until this transaction ends, so that two at once do not each take
 * a site for new.
 */
export async function lockOrganisationSites(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sites ${work.actor.organisationId}`}, 0))`.execute(
    work.tx,
  );
}

/** Lets this transaction see, until it ends, sites that lists on their way in have made: to match against them. */
export async function seePendingSites(work: Work): Promise<void> {
  await sql`select set_config('app.placing', 'on', true)`.execute(work.tx);
}

/**
 * Own sites that are found whatever the matching engine says of them: by OS ID, of which one stands for one site in an
 * organisation, and by a name alone, so that a list sent twice does not double what has no address.
 */
export async function findExactSites(
  work: Work,
  wanted: { readonly osIds: readonly string[]; readonly namesWithoutAddress: readonly string[] },
): Promise<string[]> {
  const { osIds, namesWithoutAddress } = wanted;
  if (osIds.length + namesWithoutAddress.length === 0) return [];
  const me = work.actor.organisationId;
  const found = await sql<{ id: string }>`
    select s.id from sites s where s.organisation_id = ${me} and s.os_id = any(${osIds}::text[])
    union
    select c.id from unnest(${[...new Set(namesWithoutAddress)]}::text[]) k(name_key)
    cross join lateral (
      select s.id from sites s
      where s.organisation_id = ${me} and s.name_key = k.name_key collate "C" and s.address is null
        and not s.flags @> '{identity_masked}'
      order by s.id limit 20
    ) c`.execute(work.tx);
  return found.rows.map(({ id }) => id);
}

/** What is known of sites when places are matched against them and their gaps are filled. `publicId` is without dashes. */
export async function findSitesById(
  work: Work,
  ids: readonly string[],
): Promise<(PlacedSite & { readonly publicId: string })[]> {
  if (ids.length === 0) return [];
  const rows = await work.tx
    .selectFrom("sites")
    .select([
      "id",
      "public_id",
      "organisation_id",
      "name",
      "address",
      "country",
      "os_id",
      "flags",
      "latitude",
      "longitude",
      "precision",
      "published_at",
    ])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    publicId: row.public_id,
    name: row.name,
    address: row.address,
    country: row.country,
    osId: row.os_id,
    own: row.organisation_id === work.actor.organisationId,
    published: row.published_at !== null,
    flags: row.flags,
    latitude: row.latitude,
    longitude: row.longitude,
    // The column's check constraint holds the vocabulary.
    precision: row.precision as AddressPrecision,
  }));
}

export interface NewSite {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: AddressPrecision;
  readonly legalName: boolean;
  readonly osId: string | null;
  readonly flags: readonly string[];
}

/** Inserts sites; answers the ids of those whose printed id was already taken by somebody's site, to be tried again. */
export async function insertSites(
  work: Work,
  sites: readonly NewSite[],
  pendingIntakeId: string | null = null,
): Promise<string[]> {
  if (sites.length === 0) return [];
  const kept = await work.tx
    .insertInto("sites")
    .values(
      sites.map((site) => ({
        id: site.id,
        organisation_id: work.actor.organisationId,
        public_id: site.publicId,
        name: site.name,
        name_key: site.nameKey,
        address: site.address,
        country: site.country,
        latitude: site.latitude,
        longitude: site.longitude,
        precision: site.precision,
        legal_name: site.legalName,
        os_id: site.osId,
        flags: [...site.flags],
        pending_intake_id: pendingIntakeId,
      })),
    )
    .onConflict((conflict) => conflict.column("public_id").doNothing())
    .returning("id")
    .execute();
  const done = new Set(kept.map(({ id }) => id));
  return sites.filter(({ id }) => !done.has(id)).map(({ id }) => id);
}

/**
 * Completes an unpublished site of the organisation with what a later source adds; `pendingIntakeId`: only one that
 * this list made and that nobody is shown yet.
 */
export async function fillGaps(
  work: Work,
  siteId: string,
  gaps: FilledGaps,
  pendingIntakeId: string | null,
): Promise<void> {
  await work.tx
    .updateTable("sites")
    .set({
      ...(gaps.address === undefined ? {} : { address: gaps.address }),
      ...(gaps.country === undefined ? {} : { country: gaps.country }),
      ...(gaps.latitude === undefined ? {} : { latitude: gaps.latitude }),
      ...(gaps.longitude === undefined ? {} : { longitude: gaps.longitude }),
      ...(gaps.osId === undefined ? {} : { os_id: gaps.osId }),
      ...(gaps.precision === undefined ? {} : { precision: gaps.precision }),
      ...(gaps.flags === undefined ? {} : { flags: [...gaps.flags] }),
    })
    .where("id", "=", siteId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("published_at", "is", null)
    .$if(pendingIntakeId !== null, (query) =>
      query.where("pending_intake_id", "=", pendingIntakeId),
    )
    .execute();
}

export interface NewValue {
  readonly siteId: string;
  readonly field: "name" | "address" | "country" | "coordinates" | "os_id";
  readonly value: string;
  readonly saidBy: string;
  readonly source: string;
  readonly disclosureRowId: string;
  readonly asOf: string | null;
}

const valuesAtOnce = 2000;

export async function insertValues(work: Work, values: readonly NewValue[]): Promise<void> {
  for (let start = 0; start < values.length; start += valuesAtOnce) {
    const part = values.slice(start, start + valuesAtOnce);
    await sql`
      insert into site_values (site_id, organisation_id, field, value, said_by, source, disclosure_row_id, as_of, verification)
      select v.site_id, ${work.actor.organisationId}, v.field, v.value, v.said_by, v.source, v.row_id, v.as_of, 'self_declared'
      from unnest(
        ${part.map((v) => v.siteId)}::uuid[], ${part.map((v) => v.field)}::text[], ${part.map((v) => v.value)}::text[],
        ${part.map((v) => v.saidBy)}::text[], ${part.map((v) => v.source)}::text[], ${part.map((v) => v.disclosureRowId)}::uuid[],
        ${part.map((v) => v.asOf)}::date[]
      ) v(site_id, field, value, said_by, source, row_id, as_of)`.execute(work.tx);
  }
}
