/** All SQL on calendar feeds. */
import type { Tx } from "@throughline/db";
import type { MemberRole } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

export interface StoredFeed {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly scope: "mine" | "organisation";
  readonly madeAt: Date;
  readonly lastReadAt: Date | null;
}

const columns = ["id", "organisation_id", "person_id", "scope", "made_at", "last_read_at"] as const;

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly person_id: string;
  readonly scope: string;
  readonly made_at: Date;
  readonly last_read_at: Date | null;
}

function feedOf(row: Row): StoredFeed {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    // The column's check constraint holds the vocabulary.
    scope: row.scope as StoredFeed["scope"],
    madeAt: row.made_at,
    lastReadAt: row.last_read_at,
  };
}

export async function readFeeds(work: Work, personId: string): Promise<StoredFeed[]> {
  const rows = await work.tx
    .selectFrom("calendar_feeds")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .select(columns)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map(feedOf);
}

export async function insertFeed(
  work: Work,
  feed: Pick<StoredFeed, "personId" | "scope"> & { readonly secretHash: string },
): Promise<StoredFeed> {
  const row = await work.tx
    .insertInto("calendar_feeds")
    .values({
      organisation_id: work.actor.organisationId,
      person_id: feed.personId,
      scope: feed.scope,
      secret_hash: feed.secretHash,
      made_at: work.now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return feedOf(row);
}

export async function endFeed(work: Work, personId: string, feedId: string): Promise<boolean> {
  const result = await work.tx
    .updateTable("calendar_feeds")
    .set({ revoked_at: work.now })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("person_id", "=", personId)
    .where("id", "=", feedId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The feed whose address was opened, in whatever organisation. */
export async function findOpenedFeed(tx: Tx, hash: string): Promise<StoredFeed | undefined> {
  const row = await tx
    .selectFrom("calendar_feeds")
    .where("secret_hash", "=", hash)
    .where("revoked_at", "is", null)
    .select(columns)
    .executeTakeFirst();
  return row === undefined ? undefined : feedOf(row);
}

export async function noteRead(work: Work, feedId: string): Promise<void> {
  await work.tx
    .updateTable("calendar_feeds")
    .set({ last_read_at: work.now })
    .where("id", "=", feedId)
    .execute();
}

export async function readRole(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<MemberRole | undefined> {
  const row = await tx
    .selectFrom("members")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .select("role")
    .executeTakeFirst();
  // The column's check constraint holds the vocabulary.
  return row?.role as MemberRole | undefined;
}
