/**
 * Plants a table (a series with its seats), meetings and commitments straight into the tables, through row security, for
 * tests that are not about sitting down. Everybody acts in the organisation's own scope, as in the product.
 */
import { randomUUID } from "node:crypto";
import type { Database, Tx } from "@throughline/db";
import type { CommitmentActKind, DialogueSide } from "@throughline/domain";
import { plantOrganisation, type PlantedOrganisation } from "@throughline/testkit";
import { sql } from "kysely";
import { deriveSeatSecrets } from "../modules/dialogues/seat-secrets.ts";
import type { LinkSecrets } from "../platform/derive-link.ts";
import { testSecret } from "./run-jobs.ts";

export type SeatSees = "meetings" | "minutes" | "commitments" | "feedback";

/** A series whose host and counterpart sit there with accounts. */
export interface PlantedTable {
  readonly seriesId: string;
  readonly host: PlantedOrganisation;
  readonly counterpart: PlantedOrganisation;
  readonly counterpartSeat: PlantedSeat;
}

/** A seat that was offered; `secrets` open it. */
export interface PlantedSeat {
  readonly seatId: string;
  readonly secrets: LinkSecrets;
}

export interface TableWish {
  readonly host?: PlantedOrganisation;
  readonly counterpart?: PlantedOrganisation;
  readonly title?: string;
  /** Contracts of the host that it is about. */
  readonly contractIds?: readonly string[];
  readonly programmeId?: string | null;
  readonly supplierId?: string | null;
  readonly cpv?: readonly string[];
  readonly cadenceMonths?: number | null;
  readonly openedOn?: string;
}

/** Plants host, series and lead's seat; the counterpart, where none is given, is planted too, and sits down. */
export async function plantTable(database: Database, wish: TableWish = {}): Promise<PlantedTable> {
  const host = wish.host ?? (await plantOrganisation(database, "Northbridge", ["buyer"]));
  const counterpart =
    wish.counterpart ?? (await plantOrganisation(database, "Cedar IT", ["reseller"]));
  const seriesId = await plantSeries(database, host, counterpart.name, wish);
  const counterpartSeat = await offerSeat(database, { seriesId, host }, "counterpart", {
    name: counterpart.name,
  });
  await sitDown(database, { seriesId, host }, counterpartSeat, counterpart.organisationId);
  return { seriesId, host, counterpart, counterpartSeat };
}

/** A series at which nobody but its host sits. */
export async function plantSeries(
  database: Database,
  host: PlantedOrganisation,
  counterpartName = "Cedar IT",
  wish: TableWish = {},
): Promise<string> {
  const seriesId = randomUUID();
  const organisationId = host.organisationId;
  await asOrganisation(database, organisationId, async (tx) => {
    await tx
      .insertInto("dialogue_series")
      .values({
        id: seriesId,
        organisation_id: organisationId,
        programme_id: wish.programmeId ?? null,
        supplier_id: wish.supplierId ?? null,
        title: wish.title ?? "Sites and hours",
        counterpart_name: counterpartName,
        counterpart_role: "reseller",
        basis: "contract",
        issues: ["working_hours"],
        cpv: [...(wish.cpv ?? [])],
        cadence_months: wish.cadenceMonths ?? null,
        time_zone: "Europe/London",
        opened_on: wish.openedOn ?? "2026-01-05",
        invented: true,
      })
      .execute();
    if (wish.contractIds !== undefined && wish.contractIds.length > 0)
      await tx
        .insertInto("series_contracts")
        .values(
          wish.contractIds.map((contractId) => ({
            organisation_id: organisationId,
            series_id: seriesId,
            contract_id: contractId,
          })),
        )
        .execute();
    const seatId = await insertSeat(tx, organisationId, seriesId, {
      side: "buyers",
      kind: "lead",
      name: host.name,
    });
    await insertSitting(tx, organisationId, {
      hostId: organisationId,
      seriesId,
      seatId,
      side: "buyers",
      kind: "lead",
      sees: allSeen,
    });
  });
  return seriesId;
}

/** Offers a seat; its link and code are those the product would derive with the test servers' secret. */
export async function offerSeat(
  database: Database,
  table: Pick<PlantedTable, "seriesId" | "host">,
  kind: "joint" | "counterpart",
  given: { readonly name?: string; readonly sees?: readonly SeatSees[] } = {},
): Promise<PlantedSeat> {
  const { organisationId } = table.host;
  return asOrganisation(database, organisationId, async (tx) => {
    const seatId = await insertSeat(tx, organisationId, table.seriesId, {
      side: kind === "counterpart" ? "counterpart" : "buyers",
      kind,
      name: given.name ?? `Seat of ${kind}`,
      sees: given.sees ?? allSeen,
    });
    const secrets = deriveSeatSecrets(
      { secret: testSecret, publicUrl: "http://localhost" },
      seatId,
      1,
    );
    await tx
      .insertInto("dialogue_links")
      .values({
        seat_id: seatId,
        organisation_id: organisationId,
        secret_hash: secrets.hash,
        to_address: `${kind}@planted.example`,
        expires_on: "2999-12-31",
      })
      .execute();
    return { seatId, secrets };
  });
}

/** The organisation takes the seat it was offered, as its members do. */
export async function sitDown(
  database: Database,
  table: Pick<PlantedTable, "seriesId" | "host">,
  seat: PlantedSeat,
  organisationId: string,
): Promise<void> {
  await database.withActor(
    { organisationId, personId: null, requestHash: seat.secrets.hash },
    async (tx) => {
      await tx
        .updateTable("dialogue_links")
        .set({ taken_by: organisationId })
        .where("seat_id", "=", seat.seatId)
        .execute();
      const place = await tx
        .selectFrom("dialogue_seats")
        .where("id", "=", seat.seatId)
        .select(["side", "kind", "sees"])
        .executeTakeFirstOrThrow();
      await insertSitting(tx, organisationId, {
        ...place,
        hostId: table.host.organisationId,
        seriesId: table.seriesId,
        seatId: seat.seatId,
      });
    },
  );
}

/** Another buyer sits there and sees what is named. */
export async function plantJointBuyer(
  database: Database,
  table: Pick<PlantedTable, "seriesId" | "host">,
  sees: readonly SeatSees[] = allSeen,
  buyer?: PlantedOrganisation,
): Promise<PlantedOrganisation> {
  const joint = buyer ?? (await plantOrganisation(database, "Larkhaven", ["buyer"]));
  const seat = await offerSeat(database, table, "joint", { name: joint.name, sees });
  await sitDown(database, table, seat, joint.organisationId);
  return joint;
}

/** The organisation gets up: from then on it is a former sitter. */
export async function getUp(
  database: Database,
  seriesId: string,
  organisationId: string,
): Promise<void> {
  await asOrganisation(database, organisationId, (tx) =>
    tx
      .updateTable("dialogue_sittings")
      .set({ left_at: new Date() })
      .where("series_id", "=", seriesId)
      .where("organisation_id", "=", organisationId)
      .execute(),
  );
}

export interface MeetingWish {
  readonly title?: string;
  /** Instant; an hour long. */
  readonly startsAt?: string;
  readonly state?: "planned" | "held" | "cancelled";
  /** The other side was told of it. */
  readonly shared?: boolean;
}

/** A meeting of the host's; held ones were held on the day they were planned for. */
export async function plantMeeting(
  database: Database,
  table: Pick<PlantedTable, "seriesId" | "host">,
  wish: MeetingWish = {},
): Promise<string> {
  const { organisationId } = table.host;
  const startsAt = new Date(wish.startsAt ?? "2026-12-10T10:00:00Z");
  const state = wish.state ?? "planned";
  const plannedAt = new Date(startsAt.getTime() - 30 * 86_400_000);
  return asOrganisation(database, organisationId, async (tx) => {
    const { id } = await tx
      .insertInto("meetings")
      .values({
        organisation_id: organisationId,
        series_id: table.seriesId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from meetings where series_id = ${table.seriesId})`,
        title: wish.title ?? "Sites and hours",
        starts_at: startsAt,
        ends_at: new Date(startsAt.getTime() + 3_600_000),
        time_zone: "Europe/London",
        form: "online",
        state,
        planned_at: plannedAt,
        shared_at: (wish.shared ?? true) ? plannedAt : null,
        lead_days: 10,
        held_on: state === "held" ? startsAt.toISOString().slice(0, 10) : null,
        cancelled_at: state === "cancelled" ? startsAt : null,
        cancelled_reason: state === "cancelled" ? "Planted" : null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

export interface CommitmentWish {
  /** Who owes it. */
  readonly debtor?: DialogueSide;
  readonly debtorName?: string;
  readonly what?: string;
  readonly dueOn?: string | null;
  readonly meetingId?: string | null;
  readonly madeAt?: string;
  /** Put on the table; otherwise a draft. */
  readonly shared?: boolean;
}

/** A commitment that one side puts forward; {@link plantAct} says the rest. */
export async function plantCommitment(
  database: Database,
  seriesId: string,
  by: PlantedOrganisation,
  wish: CommitmentWish = {},
): Promise<string> {
  const { organisationId } = by;
  const madeAt = new Date(wish.madeAt ?? "2026-11-01T10:00:00Z");
  const sharedAt = (wish.shared ?? true) ? madeAt : null;
  return asOrganisation(database, organisationId, async (tx) => {
    const debtor = wish.debtor ?? "counterpart";
    const { id } = await tx
      .insertInto("commitments")
      .values({
        organisation_id: organisationId,
        series_id: seriesId,
        meeting_id: wish.meetingId ?? null,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from commitments where series_id = ${seriesId} and organisation_id = ${organisationId})`,
        debtor,
        debtor_name: wish.debtorName ?? `The ${debtor}`,
        made_at: madeAt,
        shared_at: sharedAt,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await insertAct(tx, organisationId, seriesId, id, {
      kind: "made",
      on: madeAt.toISOString().slice(0, 10),
      what: wish.what ?? "Name the sites of the display",
      dueOn: wish.dueOn === undefined ? "2026-12-01" : wish.dueOn,
      sharedAt,
    });
    return id;
  });
}

/** What a side says of a commitment. */
export async function plantAct(
  database: Database,
  seriesId: string,
  commitmentId: string,
  by: PlantedOrganisation,
  act: {
    readonly kind: CommitmentActKind;
    readonly on?: string;
    readonly what?: string;
    readonly dueOn?: string | null;
    readonly reason?: string;
    readonly shownBy?: { readonly title: string };
  },
): Promise<void> {
  const on = act.on ?? "2026-11-02";
  await asOrganisation(database, by.organisationId, (tx) =>
    insertAct(tx, by.organisationId, seriesId, commitmentId, {
      ...act,
      on,
      sharedAt: new Date(`${on}T12:00:00Z`),
    }),
  );
}

const allSeen: readonly SeatSees[] = ["meetings", "minutes", "commitments", "feedback"];

function asOrganisation<T>(
  database: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.withActor({ organisationId, personId: null }, work);
}

async function insertSeat(
  tx: Tx,
  organisationId: string,
  seriesId: string,
  seat: {
    readonly side: DialogueSide;
    readonly kind: string;
    readonly name: string;
    readonly sees?: readonly SeatSees[];
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_seats")
    .values({
      organisation_id: organisationId,
      series_id: seriesId,
      side: seat.side,
      kind: seat.kind,
      name: seat.name,
      sees: [...(seat.sees ?? allSeen)],
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertSitting(
  tx: Tx,
  organisationId: string,
  sitting: {
    readonly hostId: string;
    readonly seriesId: string;
    readonly seatId: string;
    readonly side: string;
    readonly kind: string;
    readonly sees: readonly string[];
  },
): Promise<void> {
  await tx
    .insertInto("dialogue_sittings")
    .values({
      organisation_id: organisationId,
      host_id: sitting.hostId,
      series_id: sitting.seriesId,
      seat_id: sitting.seatId,
      side: sitting.side,
      kind: sitting.kind,
      sees: [...sitting.sees],
    })
    .execute();
}

async function insertAct(
  tx: Tx,
  organisationId: string,
  seriesId: string,
  commitmentId: string,
  act: {
    readonly kind: CommitmentActKind;
    readonly on: string;
    readonly what?: string;
    readonly dueOn?: string | null;
    readonly reason?: string;
    readonly shownBy?: { readonly title: string };
    readonly sharedAt: Date | null;
  },
): Promise<void> {
  await tx
    .insertInto("commitment_acts")
    .values({
      organisation_id: organisationId,
      series_id: seriesId,
      commitment_id: commitmentId,
      side: sql<string>`private.side_at(${seriesId})`,
      kind: act.kind,
      on_day: act.on,
      what: act.what ?? null,
      due_on: act.dueOn ?? null,
      reason: act.reason ?? null,
      shown_by: act.shownBy === undefined ? null : JSON.stringify(act.shownBy),
      via: "account",
      shared_at: act.sharedAt,
    })
    .execute();
}
