/** SQL on closed channels. Reads procurements of our own, and writes none of them. */
import type { ProcurementStage } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

/** Our own procurements that the market knows of and that are not over. */
export async function readLiveProcurements({ tx, actor }: Work) {
  const rows = await tx
    .selectFrom("procurements")
    .where("organisation_id", "=", actor.organisationId)
    .where("stage", "in", ["published", "evaluating"])
    .select(["id", "title", "cpv", "stage", "published_on", "deadline_on", "awarded_on"])
    .orderBy("published_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    cpv: row.cpv,
    // The column's check constraint holds the vocabulary.
    stage: row.stage as ProcurementStage,
    publishedOn: row.published_on,
    deadlineOn: row.deadline_on,
    awardedOn: row.awarded_on,
    closedOn: null,
  }));
}

/** Series at whose table we sit with the buyers, ours and others', that are not closed. */
export async function readBuyersSeries({ tx, actor }: Work) {
  return tx
    .selectFrom("dialogue_sittings as sitting")
    .innerJoin("dialogue_series as series", "series.id", "sitting.series_id")
    .where("sitting.organisation_id", "=", actor.organisationId)
    .where("sitting.left_at", "is", null)
    .where("sitting.side", "=", "buyers")
    .where("series.state", "!=", "closed")
    .select(["series.id", "series.cpv"])
    .orderBy("series.id")
    .execute();
}

/** What of ours keeps channels closed now. */
export async function readOwnClosures({ tx, actor }: Work) {
  return tx
    .selectFrom("channel_closures")
    .where("organisation_id", "=", actor.organisationId)
    .where("until_on", "is", null)
    .select(["id", "series_id", "procurement_id"])
    .execute();
}

/** Closes a channel; `false` when it is closed for this procurement already. */
export async function insertClosure(
  { tx, actor, now }: Work,
  closure: {
    readonly seriesId: string;
    readonly procurementId: string;
    readonly title: string;
    readonly since: string;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto("channel_closures")
    .values({
      organisation_id: actor.organisationId,
      series_id: closure.seriesId,
      procurement_id: closure.procurementId,
      title: closure.title,
      since: closure.since,
      shared_at: now,
    })
    // Somebody else may have seen it at the same moment.
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function liftClosure({ tx, actor, today }: Work, id: string): Promise<void> {
  await tx
    .updateTable("channel_closures")
    .set({ until_on: today })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Closures at a table of ours by buyers who do not sit there any more. Row security leaves out all others'. */
export async function liftClosuresOfGone(
  { tx, actor, today }: Work,
  seriesId: string,
): Promise<string[]> {
  const rows = await tx
    .updateTable("channel_closures as closure")
    .set({ until_on: today })
    .where("closure.series_id", "=", seriesId)
    .where("closure.organisation_id", "!=", actor.organisationId)
    .where("closure.until_on", "is", null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("dialogue_sittings as sitting")
            .whereRef("sitting.series_id", "=", "closure.series_id")
            .whereRef("sitting.organisation_id", "=", "closure.organisation_id")
            .where("sitting.left_at", "is", null)
            .select("sitting.id"),
        ),
      ),
    )
    .returning("closure.id")
    .execute();
  return rows.map(({ id }) => id);
}
