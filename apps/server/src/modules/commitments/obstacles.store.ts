/** SQL on obstacles: who in the chain does not say what is asked, as reported at a table. */
import type { DialogueSide, IsoDate, ObstacleKind, Tier } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

export interface ObstacleWhere {
  readonly id?: string | undefined;
  readonly seriesId?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly kind?: ObstacleKind | undefined;
  readonly search?: string | undefined;
  /** Of the last one of the page before. */
  readonly after?: readonly [reportedOn: string, id: string] | undefined;
  readonly limit?: number;
}

/** Obstacles at the tables named, newest first. */
export async function readObstacles(
  { tx }: Work,
  seriesIds: readonly string[],
  where: ObstacleWhere,
) {
  if (seriesIds.length === 0) return [];
  let query = tx
    .selectFrom("obstacles as obstacle")
    .innerJoin("dialogue_series as series", "series.id", "obstacle.series_id")
    .where("obstacle.series_id", "in", seriesIds);
  if (where.id !== undefined) query = query.where("obstacle.id", "=", where.id);
  if (where.seriesId !== undefined) query = query.where("obstacle.series_id", "=", where.seriesId);
  if (where.meetingId !== undefined)
    query = query.where("obstacle.meeting_id", "=", where.meetingId);
  if (where.open !== undefined)
    query = query.where("obstacle.resolved_on", where.open ? "is" : "is not", null);
  if (where.kind !== undefined) query = query.where("obstacle.kind", "=", where.kind);
  const words = where.search?.trim().toLowerCase() ?? "";
  if (words !== "")
    query = query.where(
      sql<boolean>`strpos(lower(concat_ws(' ', obstacle.who, obstacle.product, obstacle.text, series.counterpart_name)), ${words}) > 0`,
    );
  if (where.after !== undefined) {
    const [on, id] = where.after;
    query = query.where(
      sql<boolean>`(obstacle.reported_on, obstacle.id) < (${on}::date, ${id}::uuid)`,
    );
  }
  if (where.limit !== undefined) query = query.limit(where.limit);
  return query
    .selectAll("obstacle")
    .select(["series.title as series_title", "series.counterpart_name"])
    .orderBy("obstacle.reported_on", "desc")
    .orderBy("obstacle.id", "desc")
    .execute();
}

export type ObstacleRow = Awaited<ReturnType<typeof readObstacles>>[number];

/** Ours alone: requests written because of them. */
export async function readObstacleRequests({ tx, actor }: Work, obstacleIds: readonly string[]) {
  if (obstacleIds.length === 0) return [];
  return tx
    .selectFrom("obstacle_requests as link")
    .innerJoin("disclosure_requests as request", "request.id", "link.request_id")
    .where("link.organisation_id", "=", actor.organisationId)
    .where("link.obstacle_id", "in", obstacleIds)
    .select(["link.obstacle_id", "request.id", "request.subject", "request.sent_on"])
    .orderBy("request.drafted_at")
    .orderBy("request.id")
    .execute();
}

export interface NewObstacle {
  readonly seriesId: string;
  readonly meetingId: string | null;
  readonly reportedBy: DialogueSide;
  readonly who: string;
  readonly tier: Tier | null;
  readonly product: string | null;
  readonly kind: ObstacleKind;
  readonly text: string;
  readonly reportedOn: IsoDate;
}

export async function insertObstacle(work: Work, told: NewObstacle): Promise<string> {
  const { id } = await work.tx
    .insertInto("obstacles")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: told.seriesId,
      meeting_id: told.meetingId,
      reported_by: told.reportedBy,
      who: told.who,
      tier: told.tier,
      product: told.product,
      kind: told.kind,
      text: told.text,
      reported_on: told.reportedOn,
      shared_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers whether it was our own, unresolved, and as we had read it. */
export async function markResolved(
  { tx, actor }: Work,
  input: {
    readonly id: string;
    readonly version: number;
    readonly on: IsoDate;
    readonly resolution: string;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable("obstacles")
    .set((set) => ({
      resolved_on: input.on,
      resolution: input.resolution,
      version: set("version", "+", 1),
    }))
    .where("id", "=", input.id)
    .where("organisation_id", "=", actor.organisationId)
    .where("version", "=", input.version)
    .where("resolved_on", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function linkRequest(
  { tx, actor }: Work,
  obstacleId: string,
  requestId: string,
): Promise<void> {
  await tx
    .insertInto("obstacle_requests")
    .values({
      organisation_id: actor.organisationId,
      obstacle_id: obstacleId,
      request_id: requestId,
    })
    .execute();
}
