/** SQL of what is added, entered and named: `contract_kpis`, `kpi_entries`, `kpi_entry_duties`, `kpi_bands`. */
import { BandScheme, type AddedKpi, type KpiBand, type KpiEntry } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** Own contracts that run, or ended within the last year, soonest to end first; or the one asked for. */
export async function readContractIds(work: Work, contractId?: string): Promise<string[]> {
  let query = work.tx
    .selectFrom("contracts")
    .where("organisation_id", "=", work.actor.organisationId)
    .orderBy(sql`ends_on nulls last`)
    .orderBy("id")
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

/** KPIs added to contracts, those that ended too. Who is no member any more follows up nothing. */
export async function readAdded(
  work: Work,
  contractIds: readonly string[],
): Promise<(AddedKpi & { readonly contractId: string })[]> {
  if (contractIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("contract_kpis as added")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "added.person_id")
        .onRef("members.organisation_id", "=", "added.organisation_id"),
    )
    .where("added.organisation_id", "=", work.actor.organisationId)
    .where("added.contract_id", "in", contractIds)
    .selectAll("added")
    .select("members.person_id as member_id")
    .orderBy("added.sequence")
    .execute();
  return rows.map((row) => ({
    contractId: row.contract_id,
    id: row.id,
    kpi: row.kpi,
    target: { number: row.target, words: row.target_words },
    everyMonths: row.every_months,
    reason: row.reason,
    from: row.from_day,
    until: row.until_day,
    personId: row.member_id,
    role: row.role,
  }));
}

export async function insertAdded(
  work: Work,
  contractId: string,
  added: Omit<AddedKpi, "id" | "from" | "until">,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("contract_kpis")
    .values({
      organisation_id: work.actor.organisationId,
      contract_id: contractId,
      kpi: added.kpi,
      target: added.target.number,
      target_words: added.target.words,
      every_months: added.everyMonths,
      reason: added.reason,
      person_id: added.personId,
      role: added.role,
      from_day: work.today,
      added_by: work.actor.personId,
      added_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findAdded(work: Work, id: string) {
  return work.tx
    .selectFrom("contract_kpis")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", id)
    .selectAll()
    .executeTakeFirst();
}

/** Whether it was still in force. */
export async function endAdded(work: Work, id: string, reason: string): Promise<boolean> {
  const result = await work.tx
    .updateTable("contract_kpis")
    .set({
      until_day: work.today,
      end_reason: reason,
      ended_by: work.actor.personId,
      ended_at: work.now,
    })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", id)
    .where("until_day", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** An entry with the contract it is of, when it was written and what replaced it. */
export interface StoredEntry extends KpiEntry {
  readonly contractId: string;
  readonly enteredAt: Date;
  readonly replacedBy: string | null;
}

const entryQuery = (work: Work) =>
  work.tx
    .selectFrom("kpi_entries as entry")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "entry.entered_by")
        .onRef("members.organisation_id", "=", "entry.organisation_id"),
    )
    .leftJoin("kpi_entries as later", (join) =>
      join
        .onRef("later.replaces", "=", "entry.id")
        .onRef("later.organisation_id", "=", "entry.organisation_id"),
    )
    .where("entry.organisation_id", "=", work.actor.organisationId)
    .selectAll("entry")
    .select(["members.name as by", "later.id as replaced_by"]);

type EntryRow = Awaited<ReturnType<ReturnType<typeof entryQuery>["execute"]>>[number];

function entryOf(row: EntryRow): StoredEntry {
  return {
    id: row.id,
    contractId: row.contract_id,
    kpi: row.kpi,
    // Check constraints hold both vocabularies.
    kind: row.kind as KpiEntry["kind"],
    judgement: row.judgement as KpiBand | null,
    from: row.from_day,
    to: row.to_day,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    note: row.note,
    evidence:
      row.evidence_title === null
        ? null
        : { title: row.evidence_title, reference: row.evidence_reference },
    replaces: row.replaces,
    enteredOn: row.entered_on,
    enteredBy: row.by,
    enteredAt: row.entered_at,
    replacedBy: row.replaced_by,
  };
}

/** All that was entered for the contracts, oldest first. */
export async function readEntries(
  work: Work,
  contractIds: readonly string[],
): Promise<StoredEntry[]> {
  if (contractIds.length === 0) return [];
  const rows = await entryQuery(work)
    .where("entry.contract_id", "in", contractIds)
    .orderBy("entry.sequence")
    .execute();
  return rows.map(entryOf);
}

export async function findEntry(work: Work, id: string): Promise<StoredEntry | undefined> {
  const row = await entryQuery(work).where("entry.id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : entryOf(row);
}

export type NewEntry = Omit<KpiEntry, "id" | "enteredOn" | "enteredBy">;

export async function insertEntry(
  work: Work,
  contractId: string,
  entry: NewEntry,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("kpi_entries")
    .values({
      organisation_id: work.actor.organisationId,
      contract_id: contractId,
      kpi: entry.kpi,
      kind: entry.kind,
      from_day: entry.from,
      to_day: entry.to,
      numerator: entry.numerator,
      denominator: entry.denominator,
      value: entry.value,
      judgement: entry.judgement,
      note: entry.note,
      evidence_title: entry.evidence?.title ?? null,
      evidence_reference: entry.evidence?.reference ?? "",
      replaces: entry.replaces,
      entered_on: work.today,
      entered_by: work.actor.personId,
      entered_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function linkDuty(work: Work, entryId: string, eventId: string): Promise<void> {
  await work.tx
    .insertInto("kpi_entry_duties")
    .values({
      organisation_id: work.actor.organisationId,
      entry_id: entryId,
      duty_event_id: eventId,
    })
    .execute();
}

/** Events of duties that an entry performed. */
export async function readLinkedDuties(work: Work, entryId: string): Promise<string[]> {
  const rows = await work.tx
    .selectFrom("kpi_entry_duties")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("entry_id", "=", entryId)
    .select("duty_event_id")
    .orderBy("duty_event_id")
    .execute();
  return rows.map((row) => row.duty_event_id);
}

export interface StoredBands {
  readonly version: number;
  readonly scheme: BandScheme;
}

export async function findBands(work: Work): Promise<StoredBands | undefined> {
  const row = await work.tx
    .selectFrom("kpi_bands")
    .where("organisation_id", "=", work.actor.organisationId)
    .select(["version", "scheme"])
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { version: row.version, scheme: BandScheme.parse(row.scheme) };
}

/** Writes them if they are still of that version (0: nobody set any); answers the new version. */
export async function writeBands(
  work: Work,
  version: number,
  scheme: BandScheme,
): Promise<number | undefined> {
  const said = {
    scheme: JSON.stringify(scheme),
    set_by: work.actor.personId,
    set_at: work.now,
  };
  const row =
    version === 0
      ? await work.tx
          .insertInto("kpi_bands")
          .values({ organisation_id: work.actor.organisationId, ...said })
          .onConflict((conflict) => conflict.column("organisation_id").doNothing())
          .returning("version")
          .executeTakeFirst()
      : await work.tx
          .updateTable("kpi_bands")
          .set((set) => ({ ...said, version: set("version", "+", 1) }))
          .where("organisation_id", "=", work.actor.organisationId)
          .where("version", "=", version)
          .returning("version")
          .executeTakeFirst();
  return row?.version;
}

/** Names of the members, by person. */
export async function readMemberNames(work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await work.tx
    .selectFrom("members")
    .where("organisation_id", "=", work.actor.organisationId)
    .select(["person_id", "name"])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** The name of the acting organisation, under which it publishes. */
export async function readOwnName(work: Work): Promise<string> {
  const { name } = await work.tx
    .selectFrom("organisations")
    .where("id", "=", work.actor.organisationId)
    .select("name")
    .executeTakeFirstOrThrow();
  return name;
}
