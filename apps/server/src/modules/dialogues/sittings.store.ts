/** SQL on who sits where: `dialogue_sittings`, and what of a series everybody at its table needs. */
import type { DialogueSide } from "@throughline/domain";
import type { Tx } from "@throughline/db";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

export type SeatSees = "meetings" | "minutes" | "commitments" | "feedback";
export type SeatKind = "lead" | "joint" | "counterpart";

/** Where the acting organisation sits. */
export interface Sitting {
  readonly seriesId: string;
  readonly seatId: string;
  /** The name on the seat, under which one speaks at this table. */
  readonly name: string;
  readonly side: DialogueSide;
  readonly kind: SeatKind;
  /** What a joint buyer may see; lead and counterpart see everything. */
  readonly sees: readonly SeatSees[];
  readonly hostId: string;
  /** The series is our own. */
  readonly hosts: boolean;
}

function selectSittings({ tx, actor }: Work) {
  return tx
    .selectFrom("dialogue_sittings as sitting")
    .innerJoin("dialogue_seats as seat", "seat.id", "sitting.seat_id")
    .where("sitting.organisation_id", "=", actor.organisationId)
    .where("sitting.left_at", "is", null)
    .select([
      "sitting.series_id",
      "sitting.seat_id",
      "sitting.host_id",
      "sitting.side",
      "sitting.kind",
      "sitting.sees",
      "seat.name",
    ]);
}

type SittingRow = Awaited<ReturnType<ReturnType<typeof selectSittings>["execute"]>>[number];

// Check constraints hold the vocabularies.
function asSitting(row: SittingRow, organisationId: string): Sitting {
  return {
    seriesId: row.series_id,
    seatId: row.seat_id,
    name: row.name,
    side: row.side as DialogueSide,
    kind: row.kind as SeatKind,
    sees: row.sees as SeatSees[],
    hostId: row.host_id,
    hosts: row.host_id === organisationId,
  };
}

/** Where the acting organisation sits at the table of a series, if it does. */
export async function findSitting(work: Work, seriesId: string): Promise<Sitting | undefined> {
  const row = await selectSittings(work)
    .where("sitting.series_id", "=", seriesId)
    .executeTakeFirst();
  return row === undefined ? undefined : asSitting(row, work.actor.organisationId);
}

/** All tables at which the acting organisation sits now. */
export async function readSittings(work: Work): Promise<Map<string, Sitting>> {
  const rows = await selectSittings(work).execute();
  return new Map(rows.map((row) => [row.series_id, asSitting(row, work.actor.organisationId)]));
}

/** Whether it sits, or ever sat, at this table on another side; the transaction's scope must be its own. */
export async function satOnOtherSide(
  tx: Tx,
  organisationId: string,
  seat: { readonly seriesId: string; readonly side: DialogueSide },
): Promise<boolean> {
  const row = await tx
    .selectFrom("dialogue_sittings")
    .where("organisation_id", "=", organisationId)
    .where("series_id", "=", seat.seriesId)
    .where("side", "<>", seat.side)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether people of the host had been shown the link when our seat at this table was taken. */
export async function wasTakenByShownLink({ tx, actor }: Work, seriesId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("dialogue_sittings")
    .where("organisation_id", "=", actor.organisationId)
    .where("series_id", "=", seriesId)
    .where("left_at", "is", null)
    .select("link_shown")
    .executeTakeFirst();
  return row?.link_shown === true;
}

export interface Closure {
  readonly seriesId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly since: string;
}

/** What keeps channels closed now, as the tables see it. */
export async function readStandingClosures(
  { tx }: Work,
  seriesIds: readonly string[],
): Promise<Closure[]> {
  if (seriesIds.length === 0) return [];
  const rows = await tx
    .selectFrom("channel_closures")
    .where("series_id", "in", seriesIds)
    .where("until_on", "is", null)
    .select(["series_id", "organisation_id", "title", "since"])
    .orderBy("since")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    seriesId: row.series_id,
    organisationId: row.organisation_id,
    title: row.title,
    since: row.since,
  }));
}

export async function findSeriesState(
  { tx }: Work,
  seriesId: string,
): Promise<
  { readonly state: "open" | "paused" | "closed"; readonly reason: string | null } | undefined
> {
  const row = await tx
    .selectFrom("dialogue_series")
    .where("id", "=", seriesId)
    .select(["state", "state_reason"])
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { state: row.state as "open" | "paused" | "closed", reason: row.state_reason };
}

/** Whether the link that a guest holds was shown to people of the host; `false` where no link is held. */
export async function isOpenedLinkShown({ tx }: Work): Promise<boolean> {
  const row = await tx
    .selectFrom("dialogue_links")
    .where("secret_hash", "=", sql<string>`private.opened_request()`)
    .select("shown_at")
    .executeTakeFirst();
  return row !== undefined && row.shown_at !== null;
}
