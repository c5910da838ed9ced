/**
 * SQL that indexes beside the database are built from and brought up to date by. Every query runs under the row security
 * of whoever acts, and reads what the scope holds and nothing else; sites of lists on their way in are among them.
 */
import { databaseOf, type Database } from "@throughline/db";
import { foldText } from "@throughline/matching";
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../../../platform/api.ts";
import type { ScopeName, ScopeRecord } from "./scope-structure.ts";

const sitesAtOnce = 10_000;
/** More names of one site are not looked at. */
const mostVariants = 12;

interface SiteRow {
  siteId: string;
  publicId: string;
  name: string;
  address: string | null;
  country: string | null;
  osId: string | null;
  latitude: number | null;
  longitude: number | null;
  published: boolean;
}
interface VariantRow extends SiteRow {
  variantName: string;
  variantAddress: string | null;
}

const columns = sql`s.id as "siteId", s.public_id as "publicId", s.name, s.address, s.country, s.os_id as "osId", s.latitude, s.longitude, s.published_at is not null as published`;
const inIndex = sql`not s.flags @> '{identity_masked}'`;
/** As a literal where a cursor is declared, which takes no parameters. */
const acting = sql`(select private.acting_organisation())`;

function ofScope(scope: ScopeName): RawBuilder<unknown> {
  return scope === "public"
    ? sql`s.published_at is not null and ${inIndex}`
    : sql`s.organisation_id = ${acting} and ${inIndex}`;
}

/** What rows of the acting organisation called a site otherwise than the site itself, wherever the row stands today. */
function variants(among: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct ${columns}, v.name as "variantName", v.address as "variantAddress"
    from (
      select coalesce(p.site_id, r.site_id) as site_id, r.name, nullif(r.address, '') as address
      from disclosure_rows r
      left join lateral (
        select o.site_id from site_placements o where o.row_id = r.id and o.until_day is null order by o.sequence desc limit 1
      ) p on true
      where r.organisation_id = ${acting} and r.site_id is not null and ${among}
    ) v join sites s on s.id = v.site_id
    where ${inIndex} and (v.name, v.address) is distinct from (s.name, s.address)`;
}

/**
 * Runs queries that see sites of lists on their way in, as those who place do, and that go along the index of the scope:
 * walking through the whole table would take as long as others have sites.
 */
export async function asReaderOfScopes<T>(work: Work, run: () => Promise<T>): Promise<T> {
  const before = await sql<{ placing: string | null; walking: string }>`
    select current_setting('app.placing', true) as placing, current_setting('enable_seqscan') as walking`.execute(
    work.tx,
  );
  const { placing = null, walking = "on" } = before.rows[0] ?? {};
  const set = (sees: string, walks: string): Promise<unknown> =>
    sql`select set_config('app.placing', ${sees}, true), set_config('enable_seqscan', ${walks}, true)`.execute(
      work.tx,
    );
  await set("on", "off");
  try {
    const result = await run();
    await set(placing ?? "", walking);
    return result;
  } catch (error) {
    // Where a query was refused the transaction is over, and the settings with it.
    await set(placing ?? "", walking).catch(() => undefined);
    throw error;
  }
}

/** All records of a scope, in slices of some thousand; sites of `leftOut` are passed over. */
export async function* readScope(
  work: Work,
  scope: ScopeName,
  leftOut: ReadonlySet<string>,
): AsyncGenerator<readonly ScopeRecord[]> {
  const kept = (records: readonly ScopeRecord[]): readonly ScopeRecord[] =>
    leftOut.size === 0 ? records : records.filter(({ siteId }) => !leftOut.has(siteId));
  for await (const rows of readInParts<SiteRow>(
    work,
    sql`select ${columns} from sites s where ${ofScope(scope)}`,
  ))
    yield kept(rows.map((row) => toRecord(row)));
  if (scope === "public") return;
  let last: VariantRow[] = [];
  for await (const rows of readInParts<VariantRow>(
    work,
    sql`${variants(sql`true`)} order by "siteId"`,
  )) {
    // A site's variants are numbered together: those of the last one may go on in the next part.
    const all = [...last, ...rows];
    const open = all.at(-1)?.siteId;
    last = all.filter(({ siteId }) => siteId === open);
    yield kept(toVariants(all.filter(({ siteId }) => siteId !== open)));
  }
  yield kept(toVariants(last));
}

let cursors = 0;

async function* readInParts<R>(work: Work, query: RawBuilder<unknown>): AsyncGenerator<R[]> {
  const cursor = sql.id(`reading_of_sites_${(cursors += 1)}`);
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(work.tx);
  for (;;) {
    const { rows } = await sql<R>`fetch ${sql.raw(String(sitesAtOnce))} from ${cursor}`.execute(
      work.tx,
    );
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close ${cursor}`.execute(work.tx);
}

/** The records of some sites as this transaction sees them; a site that the scope does not hold has none. */
export async function readSitesOfScope(
  work: Work,
  scope: ScopeName,
  siteIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ScopeRecord[]>> {
  const found = new Map<string, ScopeRecord[]>();
  if (siteIds.length === 0) return found;
  const ids = sql`${`{${siteIds.join(",")}}`}::uuid[]`;
  const own = await sql<SiteRow>`
    select ${columns} from sites s where s.id = any(${ids}) and ${ofScope(scope)}`.execute(work.tx);
  const others =
    scope === "public"
      ? []
      : (
          await sql<VariantRow>`
            ${variants(sql`r.id = any(array(
              select x.id from disclosure_rows x where x.site_id = any(${ids}) and x.organisation_id = ${acting}
              union select q.row_id from site_placements q where q.site_id = any(${ids}) and q.row_id is not null
            ))`)} and s.id = any(${ids})`.execute(work.tx)
        ).rows;
  for (const record of [...own.rows.map((row) => toRecord(row)), ...toVariants(others)]) {
    const records = found.get(record.siteId);
    if (records === undefined) found.set(record.siteId, [record]);
    else records.push(record);
  }
  return found;
}

function toRecord(row: SiteRow): ScopeRecord {
  return { ...row, variant: 0 };
}

/**
 * Numbered in an order that follows from what they say, so that a site read anew is what it was. What differs in case and
 * signs only is no name of its own.
 */
function toVariants(rows: readonly VariantRow[]): ScopeRecord[] {
  const bySite = new Map<string, VariantRow[]>();
  for (const row of rows) {
    const ofSite = bySite.get(row.siteId);
    if (ofSite === undefined) bySite.set(row.siteId, [row]);
    else ofSite.push(row);
  }
  const order = (row: VariantRow): string => `${row.variantName}\n${row.variantAddress ?? ""}`;
  const written = (name: string, address: string | null): string =>
    `${foldText(name)}\n${foldText(address ?? "")}`;
  return [...bySite.values()].flatMap((ofSite) => {
    const known = new Set(ofSite.map(({ name, address }) => written(name, address)));
    return ofSite
      .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
      .filter(({ variantName, variantAddress }) => {
        const text = written(variantName, variantAddress);
        return !known.has(text) && known.add(text);
      })
      .slice(0, mostVariants)
      .map(({ variantName, variantAddress, ...site }, at) => ({
        ...site,
        name: variantName,
        address: variantAddress,
        variant: at + 1,
      }));
  });
}

/** What happened to a scope since a reading, and where this reading stands. */
export interface ScopeChanges {
  /** Database snapshot of this reading. */
  readonly snapshot: string;
  /** The database's clock. */
  readonly at: Date;
  /** Sites changed by transactions that have ended since. */
  readonly siteIds: ReadonlySet<string>;
  /** Sites this transaction itself has changed. */
  readonly changedHere: ReadonlySet<string>;
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** @param since snapshot of the reading before; `null`: only what this transaction has changed */
export async function readChanges(
  work: Work,
  scope: ScopeName,
  since: string | null,
  most: number,
): Promise<ScopeChanges> {
  const unread =
    since === null
      ? sql`c.xid = pg_current_xact_id_if_assigned()`
      : sql`c.xid >= pg_snapshot_xmin(${since}::pg_snapshot) and not pg_visible_in_snapshot(c.xid, ${since}::pg_snapshot)`;
  const me = work.actor.organisationId;
  const changes = (inScope: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select c.site_id, coalesce(c.xid = pg_current_xact_id_if_assigned(), false) as here from site_changes c where ${inScope} and ${unread}`;
  // What one's own rows called a published site stands in the own scope, and hangs on what that site is called now. Each
  // side goes along an index of its own.
  const inScope =
    scope === "public"
      ? changes(sql`c.published`)
      : sql`${changes(sql`c.organisation_id = ${me}`)} union all ${changes(sql`c.published and c.organisation_id <> ${me}`)}`;
  const { rows } = await sql<{
    snapshot: string;
    at: Date;
    siteId: string | null;
    here: boolean | null;
  }>`
    select n.snapshot, n.at, c.site_id as "siteId", c.here
    from (select pg_current_snapshot()::text as snapshot, clock_timestamp() as at) n
    left join lateral (
      select distinct o.site_id, o.here from (${inScope}) o limit ${most + 1}
    ) c on true`.execute(work.tx);
  const [first] = rows;
  if (first === undefined) throw new Error("The database did not say where it stands.");
  const pick = (here: boolean): Set<string> =>
    new Set(rows.flatMap((row) => (row.siteId !== null && row.here === here ? [row.siteId] : [])));
  return {
    snapshot: first.snapshot,
    at: new Date(first.at),
    siteIds: pick(false),
    changedHere: pick(true),
    more: rows.length > most,
  };
}

/** When the organisation's notes were last cleared by this process, in milliseconds. */
const cleared = new WeakMap<Database, Map<string, number>>();
const clearEveryMs = 24 * 3_600_000;

/**
 * Removes the organisation's notes that every index has read or is too old to read, and those of another database that a
 * dump brought along: nothing that is seen can come from a transaction this one's snapshot has not met. Once a day.
 */
export async function removeOldChanges(work: Work): Promise<void> {
  const { organisationId } = work.actor;
  const database = databaseOf(work.tx);
  const ofDatabase = cleared.get(database) ?? new Map<string, number>();
  cleared.set(database, ofDatabase);
  const now = work.now.getTime();
  if (now - (ofDatabase.get(organisationId) ?? Number.NEGATIVE_INFINITY) < clearEveryMs) return;
  ofDatabase.set(organisationId, now);
  await sql`
    delete from site_changes where organisation_id = ${organisationId}
      and (at < now() - interval '7 days' or xid >= pg_snapshot_xmax(pg_current_snapshot()))`.execute(
    work.tx,
  );
}

/** The row of the database that vouches for a file: its token, and the transaction that wrote it. */
export interface FileToken {
  readonly token: string;
  readonly tokenRow: string;
}

/** Makes a row that vouches for a file, should this transaction commit. */
export async function vouchForFile(work: Work): Promise<FileToken> {
  // By one at a time, and never waiting: others wait for whoever makes a file.
  await sql`
    delete from site_index_tokens where made_at < now() - interval '7 days'
      and (select pg_try_advisory_xact_lock(hashtextextended('site_index_tokens', 0)))`.execute(
    work.tx,
  );
  const { rows } = await sql<FileToken>`
    insert into site_index_tokens default values returning token, xmin::text as "tokenRow"`.execute(
    work.tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The database made no token.");
  return row;
}

/** True when the very row is there: it is not after a restored dump, nor in an earlier state of the database. */
export async function isVouchedFor(work: Work, { token, tokenRow }: FileToken): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`
    select exists (select from site_index_tokens where token = ${token} and xmin::text = ${tokenRow}) as ok`.execute(
    work.tx,
  );
  return rows[0]?.ok === true;
}
