/** SQL of `record_sites`. Every query names the acting organisation besides row security, so that its indexes are used. */
import type { OwnSite } from "@throughline/contract";
import type { MaskedSite, VerificationLevel } from "@throughline/domain";
import { sql, type SqlBool } from "kysely";
import type { Work } from "../../platform/api.ts";

/** What is kept of a site, beside its id and version. */
export interface SiteValues {
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly osId: string | null;
  readonly workers: number | null;
  readonly flags: readonly string[];
  readonly maskedAs: string | null;
}

/** A site of the record as it is kept. */
export interface KeptSite extends SiteValues {
  readonly id: string;
  readonly rowKey: string;
  readonly verification: VerificationLevel;
  readonly confirmedOn: string | null;
  /** What whoever released it attested, where it came masked. */
  readonly attested: MaskedSite | null;
  readonly fromReleaseId: string | null;
  readonly fromKey: string | null;
  readonly position: number;
  readonly version: number;
  readonly removed: boolean;
  readonly updatedAt: Date;
}

const columns = [
  "id",
  "name",
  "row_key",
  "address",
  "country",
  "latitude",
  "longitude",
  "os_id",
  "workers",
  "flags",
  "verification",
  "confirmed_on",
  "masked_as",
  "attested",
  "from_release_id",
  "from_key",
  "position",
  "removed_at",
  "version",
  "updated_at",
] as const;

interface SiteRow {
  id: string;
  name: string;
  row_key: string;
  address: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  os_id: string | null;
  workers: number | null;
  flags: string[];
  verification: string;
  confirmed_on: string | null;
  masked_as: string | null;
  attested: unknown;
  from_release_id: string | null;
  from_key: string | null;
  position: number;
  removed_at: Date | null;
  version: number;
  updated_at: Date;
}

function keptOf(row: SiteRow): KeptSite {
  return {
    id: row.id,
    name: row.name,
    rowKey: row.row_key,
    address: row.address,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    osId: row.os_id,
    workers: row.workers,
    flags: row.flags,
    // The check constraint holds the vocabulary; what was attested was parsed when it was taken over.
    verification: row.verification as VerificationLevel,
    confirmedOn: row.confirmed_on,
    maskedAs: row.masked_as,
    attested: row.attested as MaskedSite | null,
    fromReleaseId: row.from_release_id,
    fromKey: row.from_key,
    position: row.position,
    version: row.version,
    removed: row.removed_at !== null,
    updatedAt: row.updated_at,
  };
}

/** One site, removed or not. */
export async function findSite(work: Work, siteId: string): Promise<KeptSite | undefined> {
  const row = await work.tx
    .selectFrom("record_sites")
    .select(columns)
    .where("id", "=", siteId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row === undefined ? undefined : keptOf(row);
}

/** Sites that are not removed, in the record's order; those of the ids where some are given. */
export async function readSites(work: Work, ids?: readonly string[]): Promise<KeptSite[]> {
  let query = work.tx
    .selectFrom("record_sites")
    .select(columns)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null);
  if (ids !== undefined) query = query.where(sql<SqlBool>`id = any(${ids}::uuid[])`);
  return (await query.orderBy("position").orderBy("id").execute()).map(keptOf);
}

/** Sites under the row keys, one for each key: the first of them. */
export async function findSitesByRowKeys(
  work: Work,
  keys: readonly string[],
): Promise<Map<string, KeptSite>> {
  const rows = await work.tx
    .selectFrom("record_sites")
    .select(columns)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null)
    .where(sql<SqlBool>`row_key = any(${keys}::text[] collate "C")`)
    .orderBy("position", "desc")
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [row.row_key, keptOf(row)]));
}

export interface NewSite extends SiteValues {
  readonly id: string;
  readonly rowKey: string;
  readonly verification?: VerificationLevel;
  readonly confirmedOn: string | null;
  readonly attested?: MaskedSite | null;
  readonly fromReleaseId?: string | null;
  readonly fromKey?: string | null;
}

const sitesAtOnce = 1000;

/** Adds sites behind those that are there. */
export async function insertSites(work: Work, sites: readonly NewSite[]): Promise<void> {
  if (sites.length === 0) return;
  const { last } = await work.tx
    .selectFrom("record_sites")
    .select((select) => select.fn.max("position").as("last"))
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirstOrThrow();
  // The column has no null; max() of no rows has.
  let position = Number(last ?? -1) + 1;
  for (let start = 0; start < sites.length; start += sitesAtOnce) {
    await work.tx
      .insertInto("record_sites")
      .values(
        sites.slice(start, start + sitesAtOnce).map((site) => ({
          ...columnsOf(site),
          id: site.id,
          organisation_id: work.actor.organisationId,
          position: position++,
          created_at: work.now,
        })),
      )
      .execute();
  }
}

function columnsOf(site: Omit<NewSite, "id">) {
  return {
    name: site.name,
    row_key: site.rowKey,
    address: site.address,
    country: site.country,
    latitude: site.latitude,
    longitude: site.longitude,
    os_id: site.osId,
    workers: site.workers,
    flags: [...site.flags],
    verification: site.verification ?? "self_declared",
    confirmed_on: site.confirmedOn,
    masked_as: site.maskedAs,
    attested:
      site.attested === null || site.attested === undefined ? null : JSON.stringify(site.attested),
    from_release_id: site.fromReleaseId ?? null,
    from_key: site.fromKey ?? null,
  };
}

/** Writes a site if the version is still the one the caller saw; answers the new version. */
export async function updateSite(
  work: Work,
  site: NewSite,
  version: number,
): Promise<number | undefined> {
  const row = await work.tx
    .updateTable("record_sites")
    .set((set) => ({
      ...columnsOf(site),
      version: set("version", "+", 1),
      updated_at: work.now,
      // A version that was not asked for is never undone by this: the row stays removed or not.
    }))
    .where("id", "=", site.id)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

/** Takes a site out, or puts it back; false when it was so already. */
export async function markSiteRemoved(
  work: Work,
  siteId: string,
  removed: boolean,
): Promise<boolean> {
  const row = await work.tx
    .updateTable("record_sites")
    .set((set) => ({
      removed_at: removed ? work.now : null,
      version: set("version", "+", 1),
      updated_at: work.now,
    }))
    .where("id", "=", siteId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", removed ? "is" : "is not", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Says of the sites, or of all, that they are still right today; answers how many are. */
export async function markConfirmed(work: Work, ids: readonly string[] | null): Promise<number> {
  let query = work.tx
    .updateTable("record_sites")
    .set({ confirmed_on: work.today })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null);
  if (ids !== null) query = query.where(sql<SqlBool>`id = any(${ids}::uuid[])`);
  const done = await query.executeTakeFirstOrThrow();
  return Number(done.numUpdatedRows);
}

export interface SiteFilter {
  readonly search?: string | undefined;
  /** Only rows that were not confirmed since this day. */
  readonly confirmedBefore?: string | undefined;
}

function matching(work: Work, filter: SiteFilter) {
  let query = work.tx
    .selectFrom("record_sites")
    .where("record_sites.organisation_id", "=", work.actor.organisationId)
    .where("record_sites.removed_at", "is", null);
  const text = filter.search?.trim() ?? "";
  if (text !== "")
    query = query.where(
      sql<SqlBool>`(strpos(lower(name), lower(${text})) > 0 or strpos(lower(coalesce(address, '')), lower(${text})) > 0)`,
    );
  const before = filter.confirmedBefore;
  if (before !== undefined)
    query = query.where((where) =>
      where.or([where("confirmed_on", "is", null), where("confirmed_on", "<", before)]),
    );
  return query;
}

export async function countSites(work: Work, filter: SiteFilter): Promise<number> {
  const row = await matching(work, filter)
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** A page of sites behind `after` (position and id), or from a place on. */
export async function readSitePage(
  work: Work,
  filter: SiteFilter,
  page: {
    readonly after?: readonly [number, string] | null;
    readonly offset?: number;
    readonly limit: number;
  },
): Promise<(OwnSite & { readonly position: number })[]> {
  let query = matching(work, filter)
    .leftJoin("releases", "releases.id", "record_sites.from_release_id")
    .select(columns.map((name) => `record_sites.${name}` as const))
    .select([
      "releases.supplier_name",
      sql<number>`(
        select count(distinct l.product_id)::int from record_links l join record_products p on p.id = l.product_id
        where l.site_id = record_sites.id and l.organisation_id = record_sites.organisation_id and p.removed_at is null
      )`.as("products"),
    ]);
  const after = page.after ?? null;
  if (after !== null)
    query = query.where(
      sql<SqlBool>`(record_sites.position, record_sites.id) > (${after[0]}, ${after[1]}::uuid)`,
    );
  const rows = await query
    .orderBy("record_sites.position")
    .orderBy("record_sites.id")
    .offset(page.offset ?? 0)
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    ...ownOf(keptOf(row), row.supplier_name),
    products: row.products,
    position: row.position,
  }));
}

function ownOf(site: KeptSite, supplier: string | null): Omit<OwnSite, "products"> {
  return {
    id: site.id,
    version: site.version,
    name: site.name,
    address: site.address,
    country: site.country,
    latitude: site.latitude,
    longitude: site.longitude,
    osId: site.osId,
    workers: site.workers,
    flags: [...site.flags],
    confirmedOn: site.confirmedOn,
    verification: site.verification,
    maskedAs: site.maskedAs,
    from:
      site.fromReleaseId === null
        ? null
        : { releaseId: site.fromReleaseId, supplier: supplier ?? "another supplier" },
    updatedAt: site.updatedAt.toISOString(),
  };
}

/** How many sites there are, how many masked, and how fresh. */
export async function readFreshness(
  work: Work,
  confirmedBefore: string,
): Promise<{
  sites: number;
  masked: number;
  unconfirmed: number;
  oldestConfirmedOn: string | null;
}> {
  const { rows } = await sql<{
    sites: number;
    masked: number;
    unconfirmed: number;
    never: number;
    oldest: string | null;
  }>`
    select count(*)::int as sites, count(masked_as)::int as masked,
      (count(*) filter (where confirmed_on is null or confirmed_on < ${confirmedBefore}))::int as unconfirmed,
      (count(*) filter (where confirmed_on is null))::int as never, min(confirmed_on) as oldest
    from record_sites where organisation_id = ${work.actor.organisationId} and removed_at is null`.execute(
    work.tx,
  );
  const found = rows[0];
  if (found === undefined) throw new Error("A count answered nothing.");
  return {
    sites: found.sites,
    masked: found.masked,
    unconfirmed: found.unconfirmed,
    oldestConfirmedOn: found.never > 0 ? null : found.oldest,
  };
}

/** Sites that were taken over from releases of one supplier, by their key there. */
export async function findTakenOver(
  work: Work,
  supplierOrganisationId: string,
): Promise<Map<string, KeptSite>> {
  const rows = await work.tx
    .selectFrom("record_sites")
    .innerJoin("releases", "releases.id", "record_sites.from_release_id")
    .select(columns.map((name) => `record_sites.${name}` as const))
    .where("record_sites.organisation_id", "=", work.actor.organisationId)
    .where("record_sites.removed_at", "is", null)
    .where("releases.organisation_id", "=", supplierOrganisationId)
    .execute();
  return new Map(
    rows.flatMap((row) => (row.from_key === null ? [] : [[row.from_key, keptOf(row)]])),
  );
}
