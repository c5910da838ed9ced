/** Who in the chain does not say, and why, as reported. Not a finding. */
import type { Obstacle } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { readSittings, seesAt } from "../dialogues/index.ts";
import {
  readObstacleRequests,
  readObstacles,
  type ObstacleRow,
  type ObstacleWhere,
} from "./obstacles.store.ts";

async function gather(work: Work, where: ObstacleWhere): Promise<ObstacleRow[]> {
  const tables = [...(await readSittings(work)).values()]
    .filter((sitting) => seesAt(sitting, "meetings"))
    .map(({ seriesId }) => seriesId);
  return readObstacles(work, tables, where);
}

async function describe(work: Work, rows: readonly ObstacleRow[]): Promise<Obstacle[]> {
  const requests = Map.groupBy(
    await readObstacleRequests(
      work,
      rows.map(({ id }) => id),
    ),
    (row) => row.obstacle_id,
  );
  return rows.map((row) => ({
    id: row.id,
    series: { id: row.series_id, title: row.series_title },
    meetingId: row.meeting_id,
    counterpart: row.counterpart_name,
    // Check constraints hold the vocabularies; tiers are checked on the way in.
    reportedBy: row.reported_by as Obstacle["reportedBy"],
    who: row.who,
    tier: row.tier as Obstacle["tier"],
    product: row.product,
    kind: row.kind as Obstacle["kind"],
    text: row.text,
    reportedOn: row.reported_on,
    resolvedOn: row.resolved_on,
    resolution: row.resolution,
    mine: row.organisation_id === work.actor.organisationId,
    requests: (requests.get(row.id) ?? []).map(({ id, subject, sent_on: sentOn }) => ({
      id,
      subject,
      sentOn,
    })),
    version: row.version,
  }));
}

/** Obstacles that a filter finds, newest first. */
export async function selectObstacles(work: Work, where: ObstacleWhere): Promise<Obstacle[]> {
  return describe(work, await gather(work, where));
}

const Place = z.tuple([z.iso.date(), z.uuid()]);

export async function listObstacles(
  work: Work,
  input: Omit<ObstacleWhere, "id" | "after"> & {
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  const { after, limit, ...where } = input;
  const rows = await gather(work, {
    ...where,
    after: after === undefined ? undefined : decodeCursor(after, Place),
    limit: limit + 1,
  });
  const page = cutPage(rows, limit, (row) => [row.reported_on, row.id]);
  return {
    items: await describe(work, page.rows),
    next: page.next,
    can: { write: may(work, "dialogue.write") },
  };
}

/** The obstacle, or `not_found`. */
export async function requireObstacle(work: Work, id: string): Promise<ObstacleRow> {
  const [row] = await gather(work, { id });
  if (row === undefined) throw new AppError("not_found", "There is no such obstacle here.");
  return row;
}
