/** SQL of `release_views`: who has seen a release. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import { findSupplier } from "./releases.store.ts";

/** Writes down that the acting organisation has seen somebody else's release. Its owner is told the organisation's name. */
export async function recordView(
  work: Work,
  release: { readonly id: string; readonly organisation_id: string },
): Promise<void> {
  const { name } = await findSupplier(work);
  await work.tx
    .insertInto("release_views")
    .values({
      release_id: release.id,
      organisation_id: work.actor.organisationId,
      owner_id: release.organisation_id,
      viewer_name: name,
      first_seen_at: work.now,
      last_seen_at: work.now,
    })
    .onConflict((conflict) =>
      conflict.columns(["release_id", "organisation_id"]).doUpdateSet({
        last_seen_at: work.now,
        times: sql<number>`release_views.times + 1`,
      }),
    )
    .execute();
}

/** True where the acting organisation has opened the release before. */
export async function hasSeen(work: Work, releaseId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("release_views")
    .select("release_id")
    .where("release_id", "=", releaseId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface SeenBy {
  readonly name: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly times: number;
}

/** Who has seen a release of one's own, the last first. */
export async function readViews(work: Work, releaseId: string): Promise<SeenBy[]> {
  const rows = await work.tx
    .selectFrom("release_views")
    .select(["viewer_name", "first_seen_at", "last_seen_at", "times"])
    .where("release_id", "=", releaseId)
    .where("owner_id", "=", work.actor.organisationId)
    .orderBy("last_seen_at", "desc")
    .orderBy("viewer_name")
    .execute();
  return rows.map((row) => ({
    name: row.viewer_name,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    times: row.times,
  }));
}

/** Organisations that hold a release of one's own: whoever asked for it, and whoever opened it. */
export async function readHolders(work: Work, releaseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select recipient_id as id from releases
      where id = ${releaseId} and organisation_id = ${work.actor.organisationId} and recipient_id is not null
    union select organisation_id from release_views where release_id = ${releaseId} and owner_id = ${work.actor.organisationId}`.execute(
    work.tx,
  );
  return rows.map(({ id }) => id);
}
