/** SQL on seats and who sits on them. A seat is its host's; who sits on it says so itself. */
import type { Tx } from "@throughline/db";
import type { DialogueSide } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import type { SeatKind, SeatSees } from "./sittings.store.ts";

/** A seat as its table sees it. */
export interface SeatRow {
  readonly id: string;
  readonly seriesId: string;
  readonly side: DialogueSide;
  readonly kind: SeatKind;
  readonly name: string;
  readonly sees: readonly SeatSees[];
  readonly endedAt: Date | null;
}

const seatColumns = ["id", "series_id", "side", "kind", "name", "sees", "ended_at"] as const;

interface RawSeat {
  readonly id: string;
  readonly series_id: string;
  readonly side: string;
  readonly kind: string;
  readonly name: string;
  readonly sees: string[];
  readonly ended_at: Date | null;
}

// Check constraints hold the vocabularies.
function asSeat(row: RawSeat): SeatRow {
  return {
    id: row.id,
    seriesId: row.series_id,
    side: row.side as DialogueSide,
    kind: row.kind as SeatKind,
    name: row.name,
    sees: row.sees as SeatSees[],
    endedAt: row.ended_at,
  };
}

/** Seats of tables we sit at: those that stand first, the lead's before the counterpart's, others as they were offered. */
export async function readSeats({ tx }: Work, seriesIds: readonly string[]): Promise<SeatRow[]> {
  if (seriesIds.length === 0) return [];
  const rows = await tx
    .selectFrom("dialogue_seats")
    .where("series_id", "in", seriesIds)
    .select(seatColumns)
    .orderBy((order) => order.fn.coalesce("ended_at", sql<Date>`'infinity'::timestamptz`), "desc")
    .orderBy(sql<number>`array_position(array['lead', 'counterpart', 'joint'], kind)`)
    .orderBy("offered_at")
    .orderBy("id")
    .execute();
  return rows.map(asSeat);
}

/** A seat of our own series, held until the transaction ends. */
export async function lockOwnSeat(
  { tx, actor }: Work,
  seriesId: string,
  seatId: string,
): Promise<SeatRow | undefined> {
  const row = await tx
    .selectFrom("dialogue_seats")
    .where("organisation_id", "=", actor.organisationId)
    .where("series_id", "=", seriesId)
    .where("id", "=", seatId)
    .select(seatColumns)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : asSeat(row);
}

/** The seat that the held link opens, for whoever holds it. */
export async function findOpenedSeat(
  tx: Tx,
  seatId: string,
): Promise<(SeatRow & { readonly hostId: string }) | undefined> {
  const row = await tx
    .selectFrom("dialogue_seats")
    .where("id", "=", seatId)
    .select([...seatColumns, "organisation_id"])
    .executeTakeFirst();
  return row === undefined ? undefined : { ...asSeat(row), hostId: row.organisation_id };
}

export async function insertSeat(
  { tx, actor, now }: Work,
  seat: {
    readonly seriesId: string;
    readonly side: DialogueSide;
    readonly kind: SeatKind;
    readonly name: string;
    readonly sees?: readonly SeatSees[];
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_seats")
    .values({
      organisation_id: actor.organisationId,
      series_id: seat.seriesId,
      side: seat.side,
      kind: seat.kind,
      name: seat.name,
      offered_at: now,
      ...(seat.sees === undefined ? {} : { sees: [...seat.sees] }),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSeat(
  { tx, actor }: Work,
  seatId: string,
  change: { readonly sees?: readonly SeatSees[]; readonly endedAt?: Date },
): Promise<void> {
  await tx
    .updateTable("dialogue_seats")
    .set({
      ...(change.sees === undefined ? {} : { sees: [...change.sees] }),
      ...(change.endedAt === undefined ? {} : { ended_at: change.endedAt }),
    })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", seatId)
    .execute();
}

export async function insertSitting(
  { tx, actor, now }: Work,
  seat: Pick<SeatRow, "id" | "seriesId" | "side" | "kind" | "sees"> & {
    readonly hostId: string;
    readonly via: "account" | "link";
    /** People of the host had been shown the link that it is taken with. */
    readonly linkShown: boolean;
  },
): Promise<void> {
  await tx
    .insertInto("dialogue_sittings")
    .values({
      organisation_id: actor.organisationId,
      host_id: seat.hostId,
      series_id: seat.seriesId,
      seat_id: seat.id,
      side: seat.side,
      kind: seat.kind,
      sees: [...seat.sees],
      via: seat.via,
      link_shown: seat.linkShown,
      since: now,
    })
    .execute();
}

/** Whoever sits on the seat gets up: itself, or made to by the host. Answers whether anybody did. */
export async function endSitting({ tx, now }: Work, seatId: string): Promise<boolean> {
  const ended = await tx
    .updateTable("dialogue_sittings")
    .set({ left_at: now })
    .where("seat_id", "=", seatId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** What a joint buyer sees, where it sits. */
export async function setSittingSees(
  { tx }: Work,
  seatId: string,
  sees: readonly SeatSees[],
): Promise<void> {
  await tx
    .updateTable("dialogue_sittings")
    .set({ sees: [...sees] })
    .where("seat_id", "=", seatId)
    .where("left_at", "is", null)
    .execute();
}

/** How the workspace that is claimed sits from now on. */
export async function sitByAccount({ tx, actor }: Work): Promise<void> {
  await tx
    .updateTable("dialogue_sittings")
    .set({ via: "account" })
    .where("organisation_id", "=", actor.organisationId)
    .where("left_at", "is", null)
    .execute();
}

/** Who sits on seats of our own series, and how. */
export async function readOccupants(
  { tx, actor }: Work,
  seriesIds: readonly string[],
): Promise<Map<string, "account" | "link">> {
  if (seriesIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("dialogue_sittings")
    .where("host_id", "=", actor.organisationId)
    .where("series_id", "in", seriesIds)
    .where("left_at", "is", null)
    .select(["seat_id", "via"])
    .execute();
  return new Map(rows.map((row) => [row.seat_id, row.via as "account" | "link"]));
}
