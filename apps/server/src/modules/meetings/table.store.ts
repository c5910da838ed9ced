/** What meetings need of the series they belong to. Reads only: `dialogues` writes it. */
import type { CounterpartRole, DialogueSide, IsoDate, SeriesBasis } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import type { SeatSees } from "../dialogues/index.ts";

/** What is said in letters and drafts of a series at whose table we sit. */
export interface SeriesWords {
  readonly id: string;
  readonly title: string;
  readonly counterpart: string;
  readonly counterpartRole: CounterpartRole;
  /** Name on the seat of whoever began it. */
  readonly host: string;
  readonly timeZone: string;
  readonly leadDays: number;
  readonly language: string;
  readonly issues: readonly string[];
  readonly protection: string;
  readonly basis: SeriesBasis;
  /** What both sides are told it rests on. */
  readonly basisTold: string;
  readonly cadenceMonths: number | null;
  readonly invented: boolean;
}

export async function getSeriesWords(work: Work, seriesId: string): Promise<SeriesWords> {
  const row = await work.tx
    .selectFrom("dialogue_series as s")
    .where("s.id", "=", seriesId)
    .select((select) => [
      "s.id",
      "s.title",
      "s.counterpart_name",
      "s.counterpart_role",
      "s.time_zone",
      "s.lead_days",
      "s.language",
      "s.issues",
      "s.protection",
      "s.basis",
      "s.basis_told",
      "s.cadence_months",
      "s.invented",
      select
        .selectFrom("dialogue_seats as lead")
        .whereRef("lead.series_id", "=", "s.id")
        .where("lead.kind", "=", "lead")
        .select("lead.name")
        .as("host"),
    ])
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not_found");
  return {
    id: row.id,
    title: row.title,
    counterpart: row.counterpart_name,
    // Check constraints hold the vocabularies, here and in the other stores.
    counterpartRole: row.counterpart_role as CounterpartRole,
    host: row.host ?? "",
    timeZone: row.time_zone,
    leadDays: row.lead_days,
    language: row.language.trim(),
    issues: row.issues,
    protection: row.protection,
    basis: row.basis as SeriesBasis,
    basisTold: row.basis_told,
    cadenceMonths: row.cadence_months,
    invented: row.invented,
  };
}

/** Names of the buyers at a table, the leading one first. */
export async function readBuyers(work: Work, seriesId: string): Promise<string[]> {
  const rows = await work.tx
    .selectFrom("dialogue_seats")
    .where("series_id", "=", seriesId)
    .where("side", "=", "buyers")
    .where("ended_at", "is", null)
    .select(["name", "kind"])
    .orderBy("offered_at")
    .orderBy("id")
    .execute();
  const lead = rows.filter(({ kind }) => kind === "lead");
  return [...lead, ...rows.filter(({ kind }) => kind !== "lead")].map(({ name }) => name);
}

/** A seat of ours that was offered, with the role mailbox on its link. */
export interface SeatMailbox {
  readonly seatId: string;
  readonly name: string;
  readonly address: string | null;
  /** Until when its link opens it; `null` where it has none. */
  readonly expiresOn: IsoDate | null;
  readonly side: DialogueSide;
  readonly kind: "joint" | "counterpart";
  readonly sees: readonly SeatSees[];
}

/** Seats of a series of ours that stand, but for our own; the counterpart's first. */
export async function readMailboxes(work: Work, seriesId: string): Promise<SeatMailbox[]> {
  const rows = await work.tx
    .selectFrom("dialogue_seats as seat")
    .leftJoin("dialogue_links as link", (join) =>
      join.onRef("link.seat_id", "=", "seat.id").on("link.ended_at", "is", null),
    )
    .where("seat.series_id", "=", seriesId)
    .where("seat.organisation_id", "=", work.actor.organisationId)
    .where("seat.kind", "<>", "lead")
    .where("seat.ended_at", "is", null)
    .select([
      "seat.id",
      "seat.name",
      "seat.side",
      "seat.kind",
      "seat.sees",
      "link.to_address",
      "link.expires_on",
    ])
    .orderBy("seat.side", "desc")
    .orderBy("seat.offered_at")
    .orderBy("seat.id")
    .execute();
  return rows.map((row) => ({
    seatId: row.id,
    name: row.name,
    address: row.to_address,
    expiresOn: row.expires_on,
    side: row.side as DialogueSide,
    kind: row.kind as SeatMailbox["kind"],
    sees: row.sees as SeatSees[],
  }));
}

/** What each side wants, as it said last. */
export interface Aim {
  readonly side: DialogueSide;
  readonly purpose: string;
  readonly hopedOutcome: string;
  readonly brings: string;
}

export async function readAims(work: Work, seriesId: string): Promise<Aim[]> {
  const rows = await work.tx
    .selectFrom("series_aims")
    .where("series_id", "=", seriesId)
    .distinctOn("side")
    .select(["side", "purpose", "hoped_outcome", "brings"])
    .orderBy("side")
    .orderBy("sequence", "desc")
    .execute();
  return rows.map((row) => ({
    side: row.side as DialogueSide,
    purpose: row.purpose,
    hopedOutcome: row.hoped_outcome,
    brings: row.brings,
  }));
}

/** Contracts a series of ours is about. */
export async function readContractIds(work: Work, seriesId: string): Promise<string[]> {
  const rows = await work.tx
    .selectFrom("series_contracts")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("series_id", "=", seriesId)
    .select("contract_id")
    .orderBy("contract_id")
    .execute();
  return rows.map((row) => row.contract_id);
}

/** Records released to us whose cover ends by a day, or has ended since `from`; newest of each supplier. */
export async function readEndingReleases(work: Work, from: string, until: string) {
  return work.tx
    .selectFrom("releases")
    .where("recipient_id", "=", work.actor.organisationId)
    .where("withdrawn_at", "is", null)
    .where("superseded_at", "is", null)
    .where("expires_on", ">=", from)
    .where("expires_on", "<=", until)
    .select(["id", "supplier_name", "number", "expires_on"])
    .orderBy("expires_on")
    .orderBy("id")
    .execute();
}
