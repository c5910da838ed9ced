/** SQL of `releases`, `release_snapshots` and `record_keys`. Row security decides what is seen: own, received, opened by code. */
import { randomBytes } from "node:crypto";
import { ReleaseSnapshot } from "@throughline/domain";
import { sql, type SqlBool } from "kysely";
import type { Work } from "../../platform/api.ts";
import type { ReleaseState } from "./releases.policy.ts";

const columns = [
  "releases.id",
  "releases.organisation_id",
  "releases.delivery_id",
  "releases.recipient_id",
  "releases.recipient_name",
  "releases.supplier_name",
  "releases.supplier_country",
  "releases.supplier_invented",
  "releases.number",
  "releases.code",
  "releases.on_behalf_of",
  "releases.as_of",
  "releases.expires_on",
  "releases.digest",
  "releases.sites",
  "releases.masked",
  "releases.products",
  "releases.answers",
  "releases.product_ids",
  "releases.released_at",
  "releases.superseded_at",
  "releases.withdrawn_at",
  "releases.withdrawn_reason",
] as const;

/** A release as its table has it. */
export interface ReleaseRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly delivery_id: string | null;
  readonly recipient_id: string | null;
  readonly recipient_name: string;
  readonly supplier_name: string;
  readonly supplier_country: string | null;
  readonly supplier_invented: boolean;
  readonly number: number;
  readonly code: string;
  readonly on_behalf_of: string | null;
  readonly as_of: string;
  readonly expires_on: string;
  readonly digest: string;
  readonly sites: number;
  readonly masked: number;
  readonly products: number;
  readonly answers: number;
  readonly product_ids: readonly string[];
  readonly released_at: Date;
  readonly superseded_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_reason: string | null;
}

/** Any release that may be seen. */
export async function findRelease(work: Work, releaseId: string): Promise<ReleaseRow | undefined> {
  return work.tx
    .selectFrom("releases")
    .select(columns)
    .where("id", "=", releaseId)
    .executeTakeFirst();
}

/** The release under the code that was typed. */
export async function findByCode(work: Work, code: string): Promise<ReleaseRow | undefined> {
  return work.tx
    .selectFrom("releases")
    .select(columns)
    .where(sql<SqlBool>`code = ${code}`)
    .executeTakeFirst();
}

/** What was released; `undefined` where it may not be read (any more). */
export async function readSnapshot(
  work: Work,
  releaseId: string,
): Promise<ReleaseSnapshot | undefined> {
  const row = await work.tx
    .selectFrom("release_snapshots")
    .select("snapshot")
    .where("release_id", "=", releaseId)
    .executeTakeFirst();
  return row === undefined ? undefined : ReleaseSnapshot.parse(row.snapshot);
}

/** Releases to one recipient count up: to one request, or to one name without a request. */
export type Lineage =
  | { readonly deliveryId: string }
  | { readonly deliveryId: null; readonly recipientName: string };

function inLineage(lineage: Lineage) {
  return lineage.deliveryId === null
    ? sql<SqlBool>`delivery_id is null and lower(recipient_name) = lower(${lineage.recipientName})`
    : sql<SqlBool>`delivery_id = ${lineage.deliveryId}`;
}

/** Holds off another release of the same organisation until this transaction ends. */
export async function lockReleases(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`releases ${work.actor.organisationId}`}, 0))`.execute(
    work.tx,
  );
}

/**
 * Holds a release as it is until this transaction ends, against its withdrawal (`shared`) or against its being taken
 * (`alone`). Short: see {@link ./refuse-withdrawn.ts}.
 */
export async function holdRelease(
  work: Work,
  releaseId: string,
  how: "shared" | "alone",
): Promise<void> {
  const key = sql`hashtextextended(${`release ${releaseId}`}, 0)`;
  await (
    how === "shared"
      ? sql`select pg_advisory_xact_lock_shared(${key})`
      : sql`select pg_advisory_xact_lock(${key})`
  ).execute(work.tx);
}

/** The newest release of a lineage, withdrawn or not. */
export async function findNewest(work: Work, lineage: Lineage): Promise<ReleaseRow | undefined> {
  return work.tx
    .selectFrom("releases")
    .select(columns)
    .where("organisation_id", "=", work.actor.organisationId)
    .where(inLineage(lineage))
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export interface NewRelease {
  readonly id: string;
  readonly deliveryId: string | null;
  readonly recipientId: string | null;
  readonly recipientName: string;
  readonly productIds: readonly string[];
  readonly snapshot: ReleaseSnapshot;
  /** Canonical JSON of the snapshot. */
  readonly text: string;
  readonly digest: string;
}

/** Keeps a release under the code; false when the code is somebody's already. */
export async function insertRelease(
  work: Work,
  release: NewRelease,
  code: string,
): Promise<boolean> {
  const { snapshot } = release;
  const kept = await work.tx
    .insertInto("releases")
    .values({
      id: release.id,
      organisation_id: work.actor.organisationId,
      delivery_id: release.deliveryId,
      recipient_id: release.recipientId,
      recipient_name: release.recipientName,
      supplier_name: snapshot.supplier.name,
      supplier_country: snapshot.supplier.country,
      supplier_invented: snapshot.supplier.invented,
      number: snapshot.number,
      code,
      on_behalf_of: snapshot.onBehalfOf,
      as_of: snapshot.asOf,
      expires_on: snapshot.expiresOn,
      digest: release.digest,
      sites: snapshot.content.sites.length,
      masked: snapshot.content.sites.filter(({ masked }) => masked !== null).length,
      products: snapshot.content.products.length,
      answers: snapshot.content.answers.length,
      product_ids: [...release.productIds],
      released_at: work.now,
      released_by: work.actor.personId,
    })
    .onConflict((conflict) => conflict.constraint("releases_code").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (kept === undefined) return false;
  await work.tx
    .insertInto("release_snapshots")
    .values({
      release_id: release.id,
      organisation_id: work.actor.organisationId,
      snapshot: release.text,
    })
    .execute();
  return true;
}

/** Says of the earlier releases of the lineage that there is a newer one. */
export async function markSuperseded(work: Work, lineage: Lineage, newest: string): Promise<void> {
  await work.tx
    .updateTable("releases")
    .set({ superseded_at: work.now })
    .where("organisation_id", "=", work.actor.organisationId)
    .where(inLineage(lineage))
    .where("id", "<>", newest)
    .where("superseded_at", "is", null)
    .execute();
}

/** Withdraws a release of one's own; false when it was withdrawn before. */
export async function markWithdrawn(
  work: Work,
  releaseId: string,
  reason: string,
): Promise<boolean> {
  const row = await work.tx
    .updateTable("releases")
    .set({ withdrawn_at: work.now, withdrawn_reason: reason })
    .where("id", "=", releaseId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface ReleasePage {
  /** Instant (ISO) and id of the last row seen. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

function stateIs(state: ReleaseState, today: string) {
  const expired = sql`expires_on < ${today}`;
  switch (state) {
    case "withdrawn":
      return sql<SqlBool>`withdrawn_at is not null`;
    case "expired":
      return sql<SqlBool>`withdrawn_at is null and ${expired}`;
    case "superseded":
      return sql<SqlBool>`withdrawn_at is null and not (${expired}) and superseded_at is not null`;
    case "valid":
      return sql<SqlBool>`withdrawn_at is null and not (${expired}) and superseded_at is null`;
  }
}

/** A page of releases, newest first: those one gave, or those of others that one holds. */
export async function readReleasePage(
  work: Work,
  filter: {
    readonly own: boolean;
    readonly state?: ReleaseState | undefined;
    /** Part of the supplier's name. */
    readonly supplier?: string | undefined;
    /** The supplier's whole name, whatever its case, or what answers one of these requests to it. */
    readonly ofSupplier?: { readonly name: string; readonly deliveryIds: readonly string[] };
  },
  { after, limit }: ReleasePage,
): Promise<ReleaseRow[]> {
  let query = work.tx
    .selectFrom("releases")
    .select(columns)
    .where("organisation_id", filter.own ? "=" : "<>", work.actor.organisationId);
  if (!filter.own)
    query = query.where((where) =>
      where.or([
        where("recipient_id", "=", work.actor.organisationId),
        where.exists(
          where
            .selectFrom("release_views")
            .select("release_views.release_id")
            .whereRef("release_views.release_id", "=", "releases.id")
            .where("release_views.organisation_id", "=", work.actor.organisationId),
        ),
      ]),
    );
  if (filter.state !== undefined) query = query.where(stateIs(filter.state, work.today));
  const supplier = filter.supplier?.trim() ?? "";
  if (supplier !== "")
    query = query.where(sql<SqlBool>`strpos(lower(supplier_name), lower(${supplier})) > 0`);
  if (filter.ofSupplier !== undefined) {
    const { name, deliveryIds } = filter.ofSupplier;
    query = query.where(
      sql<SqlBool>`(private.supplier_key(supplier_name) = private.supplier_key(${name}) or delivery_id = any(${deliveryIds}::uuid[]))`,
    );
  }
  if (after !== null)
    query = query.where(
      sql<SqlBool>`(released_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  return query.orderBy("released_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** Other releases that may be seen: of the same lineage for its owner, of the same supplier for a holder. Newest first. */
export async function readVersions(
  work: Work,
  release: ReleaseRow,
): Promise<{ id: string; number: number; releasedAt: string }[]> {
  let query = work.tx
    .selectFrom("releases")
    .select(["id", "number", "released_at"])
    .where("organisation_id", "=", release.organisation_id)
    .where("id", "<>", release.id);
  if (release.organisation_id === work.actor.organisationId)
    query = query.where(
      inLineage(
        release.delivery_id === null
          ? { deliveryId: null, recipientName: release.recipient_name }
          : { deliveryId: release.delivery_id },
      ),
    );
  const rows = await query.orderBy("released_at", "desc").orderBy("id").limit(100).execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    releasedAt: row.released_at.toISOString(),
  }));
}

/** Releases of one's own that somebody holds today: the latest of each recipient, neither withdrawn nor expired. */
export async function readHeld(work: Work, limit: number): Promise<ReleaseRow[]> {
  return work.tx
    .selectFrom("releases")
    .select(columns)
    .where("organisation_id", "=", work.actor.organisationId)
    .where(stateIs("valid", work.today))
    .orderBy("released_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** The key masked sites are named by; made at its first use. */
export async function takeMaskKey(work: Work): Promise<Buffer> {
  const made = randomBytes(32);
  await work.tx
    .insertInto("record_keys")
    .values({ organisation_id: work.actor.organisationId, mask_key: made })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await work.tx
    .selectFrom("record_keys")
    .select("mask_key")
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirstOrThrow();
  return row.mask_key;
}

/** The acting organisation as a release names it. */
export async function findSupplier(
  work: Work,
): Promise<{ name: string; country: string | null; invented: boolean }> {
  return work.tx
    .selectFrom("organisations")
    .select(["name", "country", "invented"])
    .where("id", "=", work.actor.organisationId)
    .executeTakeFirstOrThrow();
}
