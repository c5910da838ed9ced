/** SQL of `intakes`, `intake_sources` and `column_memories`. Every query runs under row security. */
import type { IntakeState } from "@throughline/contract";
import {
  type ColumnMapping,
  type ColumnProposal,
  type IsoInstant,
  type ReadDisclosure,
  RecordContent,
  type SheetAbout,
} from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import type { BusyState, FindingCounts, IntakePhase, IntakeTarget } from "./intakes.policy.ts";

/** What was read about the source as a whole; empty for tables. */
export type SourceAbout = Partial<
  Pick<ReadDisclosure, "alternatives" | "truncated" | "foreignMarket" | "brand">
> & {
  /** It is the record's own workbook, filled in. */
  readonly workbook?: boolean;
};

export interface IntakeCounts {
  readonly read: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly rejected: number;
}

/** An intake as it is stored. */
export interface StoredIntake {
  readonly id: string;
  readonly target: IntakeTarget;
  readonly contractId: string | null;
  readonly contractTitle: string | null;
  /** As it was sent: what is said about the disclosure, or the delivery it answers. */
  readonly about: unknown;
  readonly title: string;
  readonly supplierKey: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly format: "csv" | "xlsx" | "ods" | "label_text" | null;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly state: IntakeState;
  readonly unattended: boolean;
  readonly sheets: readonly SheetAbout[];
  readonly proposals: readonly ColumnProposal[];
  readonly mapping: ColumnMapping | null;
  readonly mappingFrom: "person" | "certain" | "remembered" | null;
  readonly rowsSheet: number | null;
  readonly aboutSource: SourceAbout;
  readonly notes: readonly string[];
  readonly phase: IntakePhase;
  readonly afterRow: number;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  readonly stepStartedAt: Date;
  readonly rowsDoneBefore: number;
  readonly counts: IntakeCounts | null;
  readonly findings: FindingCounts;
  readonly failureCode: string | null;
  readonly failureDetail: string | null;
  readonly failedIn: BusyState | null;
  readonly disclosureId: string | null;
  readonly result: Readonly<Record<string, number>> | null;
  readonly createdBy: string | null;
  readonly takenBy: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly version: number;
}

function selectIntakes(work: Work) {
  return work.tx
    .selectFrom("intakes as i")
    .leftJoin("contracts as c", (join) =>
      join.onRef("c.id", "=", "i.contract_id").onRef("c.organisation_id", "=", "i.organisation_id"),
    )
    .where("i.organisation_id", "=", work.actor.organisationId)
    .select([
      "i.id",
      "i.target",
      "i.contract_id as contractId",
      "c.title as contractTitle",
      "i.about",
      "i.title",
      "i.supplier_key as supplierKey",
      "i.file_name as fileName",
      "i.media_type as mediaType",
      "i.format",
      "i.size_bytes as sizeBytes",
      "i.sha256",
      "i.state",
      "i.unattended",
      "i.sheets",
      "i.proposals",
      "i.mapping",
      "i.mapping_from as mappingFrom",
      "i.rows_sheet as rowsSheet",
      "i.about_source as aboutSource",
      "i.notes",
      "i.phase",
      "i.after_row as afterRow",
      "i.rows_total as rowsTotal",
      "i.rows_done as rowsDone",
      "i.step_started_at as stepStartedAt",
      "i.rows_done_before as rowsDoneBefore",
      "i.counts",
      "i.findings",
      "i.failure_code as failureCode",
      "i.failure_detail as failureDetail",
      "i.failed_in as failedIn",
      "i.disclosure_id as disclosureId",
      "i.result",
      "i.created_by as createdBy",
      "i.taken_by as takenBy",
      "i.created_at as createdAt",
      "i.finished_at as finishedAt",
      "i.version",
    ]);
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectIntakes>["execute"]>>[number];

/** Check constraints hold the vocabularies, and what stands as JSON was written by this module. */
function toIntake(row: Selected): StoredIntake {
  return row as unknown as StoredIntake;
}

export async function findIntake(work: Work, id: string): Promise<StoredIntake | undefined> {
  const row = await selectIntakes(work).where("i.id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toIntake(row);
}

/** The same, held against others until the transaction ends. */
export async function lockIntake(work: Work, id: string): Promise<StoredIntake | undefined> {
  const row = await selectIntakes(work).where("i.id", "=", id).forUpdate("i").executeTakeFirst();
  return row === undefined ? undefined : toIntake(row);
}

export interface IntakeFilter {
  readonly contractId: string | undefined;
  readonly open: boolean | undefined;
  readonly targets: readonly IntakeTarget[];
  readonly after: readonly [IsoInstant, string] | null;
  readonly limit: number;
}

/** Newest first; `limit` and one more. */
export async function findIntakes(work: Work, filter: IntakeFilter): Promise<StoredIntake[]> {
  let query = selectIntakes(work)
    .where("i.target", "in", [...filter.targets])
    .orderBy(sql`date_trunc('milliseconds', i.created_at)`, "desc")
    .orderBy("i.id", "desc")
    .limit(filter.limit + 1);
  if (filter.contractId !== undefined) query = query.where("i.contract_id", "=", filter.contractId);
  if (filter.open !== undefined)
    query = query.where("i.state", filter.open ? "not in" : "in", ["taken", "cancelled"]);
  if (filter.after !== null)
    query = query.where(
      sql<boolean>`(date_trunc('milliseconds', i.created_at), i.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`,
    );
  return (await query.execute()).map(toIntake);
}

export interface NewIntake {
  readonly id: string;
  readonly target: IntakeTarget;
  readonly contractId: string | null;
  readonly about: unknown;
  readonly title: string;
  /** Whose lists are remembered together; `null` for the own record. */
  readonly declaredBy: string | null;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly unattended: boolean;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export async function insertIntake(work: Work, intake: NewIntake): Promise<void> {
  await work.tx
    .insertInto("intakes")
    .values({
      id: intake.id,
      organisation_id: work.actor.organisationId,
      target: intake.target,
      contract_id: intake.contractId,
      about: JSON.stringify(intake.about),
      title: intake.title,
      supplier_key:
        intake.declaredBy === null ? "" : sql<string>`private.supplier_key(${intake.declaredBy})`,
      file_name: intake.fileName,
      media_type: intake.mediaType,
      size_bytes: intake.bytes.length,
      sha256: intake.sha256,
      state: "reading",
      unattended: intake.unattended,
      step_started_at: work.now,
      created_by: work.actor.personId,
      created_at: work.now,
    })
    .execute();
  await work.tx
    .insertInto("intake_sources")
    .values({
      intake_id: intake.id,
      organisation_id: work.actor.organisationId,
      bytes: Buffer.from(intake.bytes.buffer, intake.bytes.byteOffset, intake.bytes.byteLength),
    })
    .execute();
}

/** A piece of what was sent; empty behind its end, `undefined` where it is not kept any more. */
export async function readSourcePiece(
  work: Work,
  id: string,
  from: number,
  length: number,
): Promise<Buffer | undefined> {
  const row = await work.tx
    .selectFrom("intake_sources")
    .select(sql<Buffer>`substring(bytes from ${from + 1} for ${length})`.as("piece"))
    .where("intake_id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row?.piece;
}

/** Keeps what a workbook of the record says; read again, it replaces what was read before. */
export async function saveContent(work: Work, id: string, content: RecordContent): Promise<void> {
  const text = JSON.stringify(content, (_key, part: unknown) =>
    typeof part === "string" ? part.toWellFormed().replaceAll("\0", "") : part,
  );
  await work.tx
    .insertInto("intake_contents")
    .values({ intake_id: id, organisation_id: work.actor.organisationId, content: text })
    .onConflict((conflict) =>
      conflict.columns(["intake_id", "organisation_id"]).doUpdateSet({ content: text }),
    )
    .execute();
}

export async function findContent(work: Work, id: string): Promise<RecordContent | undefined> {
  const row = await work.tx
    .selectFrom("intake_contents")
    .select("content")
    .where("intake_id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row === undefined ? undefined : RecordContent.parse(row.content);
}

/** What was sent, and what was read out of it as a whole. */
export async function removeSource(work: Work, id: string): Promise<void> {
  await work.tx
    .deleteFrom("intake_contents")
    .where("intake_id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
  await work.tx
    .deleteFrom("intake_sources")
    .where("intake_id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

/** What of an intake changes on its way. */
export interface IntakeChange {
  readonly state?: IntakeState;
  readonly format?: StoredIntake["format"];
  readonly sheets?: readonly SheetAbout[];
  readonly proposals?: readonly ColumnProposal[];
  readonly mapping?: ColumnMapping | null;
  readonly mappingFrom?: StoredIntake["mappingFrom"];
  readonly rowsSheet?: number | null;
  readonly aboutSource?: SourceAbout;
  readonly notes?: readonly string[];
  readonly phase?: IntakePhase;
  readonly afterRow?: number;
  readonly rowsTotal?: number | null;
  readonly rowsDone?: number;
  readonly rowsDoneBefore?: number;
  readonly stepStartedAt?: Date;
  readonly counts?: IntakeCounts | null;
  readonly findings?: FindingCounts;
  readonly failure?: { readonly code: string; readonly detail: string } | null;
  readonly failedIn?: BusyState | null;
  readonly disclosureId?: string;
  readonly result?: Readonly<Record<string, number>>;
  readonly unattended?: boolean;
  readonly takenBy?: string | null;
  readonly cancelRequestedAt?: Date;
  readonly finishedAt?: Date | null;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

function toColumns(change: IntakeChange) {
  const { failure } = change;
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.format === undefined ? {} : { format: change.format }),
    ...(change.sheets === undefined ? {} : { sheets: json(change.sheets) }),
    ...(change.proposals === undefined ? {} : { proposals: json(change.proposals) }),
    ...(change.mapping === undefined
      ? {}
      : { mapping: change.mapping === null ? null : json(change.mapping) }),
    ...(change.mappingFrom === undefined ? {} : { mapping_from: change.mappingFrom }),
    ...(change.rowsSheet === undefined ? {} : { rows_sheet: change.rowsSheet }),
    ...(change.aboutSource === undefined ? {} : { about_source: json(change.aboutSource) }),
    ...(change.notes === undefined ? {} : { notes: [...change.notes] }),
    ...(change.phase === undefined ? {} : { phase: change.phase }),
    ...(change.afterRow === undefined ? {} : { after_row: change.afterRow }),
    ...(change.rowsTotal === undefined ? {} : { rows_total: change.rowsTotal }),
    ...(change.rowsDone === undefined ? {} : { rows_done: change.rowsDone }),
    ...(change.rowsDoneBefore === undefined ? {} : { rows_done_before: change.rowsDoneBefore }),
    ...(change.stepStartedAt === undefined ? {} : { step_started_at: change.stepStartedAt }),
    ...(change.counts === undefined
      ? {}
      : { counts: change.counts === null ? null : json(change.counts) }),
    ...(change.findings === undefined ? {} : { findings: json(change.findings) }),
    ...(failure === undefined
      ? {}
      : { failure_code: failure?.code ?? null, failure_detail: failure?.detail ?? null }),
    ...(change.failedIn === undefined ? {} : { failed_in: change.failedIn }),
    ...(change.disclosureId === undefined ? {} : { disclosure_id: change.disclosureId }),
    ...(change.result === undefined ? {} : { result: json(change.result) }),
    ...(change.unattended === undefined ? {} : { unattended: change.unattended }),
    ...(change.takenBy === undefined ? {} : { taken_by: change.takenBy }),
    ...(change.cancelRequestedAt === undefined
      ? {}
      : { cancel_requested_at: change.cancelRequestedAt }),
    ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
  };
}

/** Changes an intake that is in this state; false when it is not any more. Another state is another version. */
export async function changeIntake(
  work: Work,
  id: string,
  from: IntakeState,
  change: IntakeChange,
): Promise<boolean> {
  const changed = await work.tx
    .updateTable("intakes")
    .set({ state: from, ...toColumns(change) })
    // Whoever saw it in another state saw another version.
    .$if(change.state !== undefined, (query) => query.set({ version: sql<number>`version + 1` }))
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("state", "=", from)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function findMemory(
  work: Work,
  supplierKey: string,
  fingerprint: string,
): Promise<ColumnMapping | null> {
  const row = await work.tx
    .selectFrom("column_memories")
    .select("mapping")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("supplier_key", "=", supplierKey)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  // Written by `remember`, from a mapping that was parsed.
  return row === undefined ? null : (row.mapping as unknown as ColumnMapping);
}

export async function remember(
  work: Work,
  supplierKey: string,
  fingerprint: string,
  mapping: ColumnMapping,
): Promise<void> {
  const values = {
    mapping: JSON.stringify(mapping),
    confirmed_by: work.actor.personId,
    confirmed_at: work.now,
  };
  await work.tx
    .insertInto("column_memories")
    .values({
      organisation_id: work.actor.organisationId,
      supplier_key: supplierKey,
      fingerprint,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "supplier_key", "fingerprint"]).doUpdateSet(values),
    )
    .execute();
}

export async function holdsContract(work: Work, contractId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("contracts")
    .select("id")
    .where("id", "=", contractId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when the organisation answers this delivery. */
export async function answersDelivery(work: Work, deliveryId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("request_progress")
    .select("delivery_id")
    .where("delivery_id", "=", deliveryId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Does something, keeps what it answers, and undoes what it wrote. */
export async function tryOut<T>(work: Work, attempt: () => Promise<T>): Promise<T> {
  await sql`savepoint before_trying`.execute(work.tx);
  const found = await attempt();
  await sql`rollback to savepoint before_trying`.execute(work.tx);
  return found;
}
