/** All SQL on what is recorded of duties: events, who looks after them, reminders that went out. */
import type { DutyEvent, IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** An event with who recorded it and whether it was taken back. */
export interface StoredEvent {
  readonly id: string;
  readonly contractId: string;
  readonly dutyKey: string;
  readonly kind: DutyEvent["kind"];
  readonly on: IsoDate;
  readonly until: IsoDate | null;
  readonly note: string;
  readonly takesBack: string | null;
  readonly recognitionId: string | null;
  /** Name of the member, while there is one. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** Own contracts that run, or ended within the last year: what is left over of those is still to be seen. */
export async function readContractIds(
  work: Work,
  contractId: string | undefined,
): Promise<string[]> {
  let query = work.tx
    .selectFrom("contracts")
    .where("organisation_id", "=", work.actor.organisationId)
    .select("id");
  query =
    contractId === undefined
      ? query.where((where) =>
          where.or([
            where("ends_on", "is", null),
            where("ends_on", ">=", sql<string>`${work.today}::date - 365`),
          ]),
        )
      : query.where("id", "=", contractId);
  return (await query.execute()).map(({ id }) => id);
}

export async function readEvents(
  work: Work,
  contractIds: readonly string[],
): Promise<StoredEvent[]> {
  if (contractIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("duty_events as event")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "event.recorded_by")
        .onRef("members.organisation_id", "=", "event.organisation_id"),
    )
    .where("event.organisation_id", "=", work.actor.organisationId)
    .where("event.contract_id", "in", contractIds)
    .selectAll("event")
    .select("members.name as by")
    .orderBy("event.sequence")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    contractId: row.contract_id,
    dutyKey: row.duty_key,
    // The column's check constraint holds the vocabulary.
    kind: row.kind as DutyEvent["kind"],
    on: row.happened_on,
    until: row.until_day,
    note: row.note,
    takesBack: row.takes_back,
    recognitionId: row.recognition_id,
    recordedBy: row.by,
    recordedAt: row.recorded_at,
  }));
}

export interface NewEvent {
  readonly contractId: string;
  readonly conditionId: string;
  readonly dutyKey: string;
  readonly kind: DutyEvent["kind"];
  readonly on: IsoDate;
  readonly until: IsoDate | null;
  readonly note: string;
  readonly takesBack: string | null;
  readonly recognitionId: string | null;
}

export async function insertEvent(work: Work, event: NewEvent): Promise<string> {
  const { id } = await work.tx
    .insertInto("duty_events")
    .values({
      organisation_id: work.actor.organisationId,
      contract_id: event.contractId,
      condition_id: event.conditionId,
      duty_key: event.dutyKey,
      kind: event.kind,
      happened_on: event.on,
      until_day: event.until,
      note: event.note,
      takes_back: event.takesBack,
      recognition_id: event.recognitionId,
      recorded_by: work.actor.personId,
      recorded_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The event with the contract and condition it is about, if it is ours. */
export async function findEvent(work: Work, eventId: string) {
  return work.tx
    .selectFrom("duty_events as event")
    .where("event.organisation_id", "=", work.actor.organisationId)
    .where("event.id", "=", eventId)
    .selectAll("event")
    .select((select) =>
      select
        .exists(
          select
            .selectFrom("duty_events as back")
            .whereRef("back.takes_back", "=", "event.id")
            .select("back.id"),
        )
        .as("taken_back"),
    )
    .executeTakeFirst();
}

/** The standing event that rests on a recognition. */
export async function findEventOfRecognition(work: Work, recognitionId: string) {
  return work.tx
    .selectFrom("duty_events as event")
    .where("event.organisation_id", "=", work.actor.organisationId)
    .where("event.recognition_id", "=", recognitionId)
    .where("event.kind", "<>", "taken_back")
    .selectAll("event")
    .executeTakeFirst();
}

export interface StoredOwner {
  readonly contractId: string;
  readonly dutyKey: string;
  readonly personId: string | null;
  readonly role: string | null;
}

/** The latest word on each duty; whoever is no member any more looks after nothing. */
export async function readOwners(
  work: Work,
  contractIds: readonly string[],
): Promise<StoredOwner[]> {
  if (contractIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("duty_owners as owner")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "owner.person_id")
        .onRef("members.organisation_id", "=", "owner.organisation_id"),
    )
    .where("owner.organisation_id", "=", work.actor.organisationId)
    .where("owner.contract_id", "in", contractIds)
    .distinctOn(["owner.contract_id", "owner.duty_key"])
    .select(["owner.contract_id", "owner.duty_key", "members.person_id", "owner.role"])
    .orderBy("owner.contract_id")
    .orderBy("owner.duty_key")
    .orderBy("owner.sequence", "desc")
    .execute();
  return rows.map((row) => ({
    contractId: row.contract_id,
    dutyKey: row.duty_key,
    personId: row.person_id,
    role: row.role,
  }));
}

export async function insertOwner(work: Work, owner: StoredOwner): Promise<void> {
  await work.tx
    .insertInto("duty_owners")
    .values({
      organisation_id: work.actor.organisationId,
      contract_id: owner.contractId,
      duty_key: owner.dutyKey,
      person_id: owner.personId,
      role: owner.role,
      set_by: work.actor.personId,
      set_at: work.now,
    })
    .execute();
}

export interface KnownMember {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

export async function readMembers(work: Work): Promise<ReadonlyMap<string, KnownMember>> {
  const rows = await work.tx
    .selectFrom("members")
    .where("organisation_id", "=", work.actor.organisationId)
    .select(["person_id", "name", "email"])
    .execute();
  return new Map(
    rows.map(({ person_id: personId, name, email }) => [personId, { personId, name, email }]),
  );
}

/** Keys of reminders that went out, by contract. */
export async function readReminded(
  work: Work,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (contractIds.length === 0) return new Map();
  const rows = await work.tx
    .selectFrom("duty_reminders")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("contract_id", "in", contractIds)
    .select(["contract_id", "reminder_key"])
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.contract_id)].map(([id, found]) => [
      id,
      new Set(found.map((row) => row.reminder_key)),
    ]),
  );
}

export async function insertReminded(
  work: Work,
  reminders: readonly { readonly contractId: string; readonly key: string }[],
  mailId: string | null,
): Promise<void> {
  if (reminders.length === 0) return;
  await work.tx
    .insertInto("duty_reminders")
    .values(
      reminders.map(({ contractId, key }) => ({
        organisation_id: work.actor.organisationId,
        contract_id: contractId,
        reminder_key: key,
        mail_id: mailId,
        reminded_on: work.today,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
