/** SQL on commitments, what they are for, and what was said of them. Row security shows what is on the table, and one's own drafts. */
import type { Tx } from "@throughline/db";
import type { CommitmentAct, DialogueSide, IsoDate, ShownBy } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** What narrows a list before it is folded. Of somebody else's contract or supplier nothing is found. */
export interface CommitmentWhere {
  readonly id?: string | undefined;
  readonly seriesId?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly supplierId?: string | undefined;
  readonly debtor?: DialogueSide | undefined;
}

/** Commitments at the tables named, with the names of what they hang on. */
export async function readCommitments(
  work: Work,
  seriesIds: readonly string[],
  where: CommitmentWhere = {},
) {
  if (seriesIds.length === 0) return [];
  const { organisationId } = work.actor;
  let query = work.tx
    .selectFrom("commitments as commitment")
    .innerJoin("dialogue_series as series", "series.id", "commitment.series_id")
    .leftJoin("meetings as meeting", "meeting.id", "commitment.meeting_id")
    .leftJoin("dialogue_threads as thread", "thread.id", "commitment.thread_id")
    .leftJoin("commitment_origins as origin", (join) =>
      join
        .onRef("origin.commitment_id", "=", "commitment.id")
        .on("origin.organisation_id", "=", organisationId),
    )
    .leftJoin("contracts as contract", (join) =>
      join
        .onRef("contract.id", "=", "origin.contract_id")
        .on("contract.organisation_id", "=", organisationId),
    )
    .where("commitment.series_id", "in", seriesIds);
  if (where.id !== undefined) query = query.where("commitment.id", "=", where.id);
  if (where.seriesId !== undefined)
    query = query.where("commitment.series_id", "=", where.seriesId);
  if (where.meetingId !== undefined)
    query = query.where("commitment.meeting_id", "=", where.meetingId);
  if (where.debtor !== undefined) query = query.where("commitment.debtor", "=", where.debtor);
  if (where.programmeId !== undefined)
    query = query
      .where("series.programme_id", "=", where.programmeId)
      .where("series.organisation_id", "=", organisationId);
  if (where.supplierId !== undefined)
    query = query
      .where("series.supplier_id", "=", where.supplierId)
      .where("series.organisation_id", "=", organisationId);
  const { contractId } = where;
  if (contractId !== undefined)
    query = query.where((one) =>
      one.or([
        one("origin.contract_id", "=", contractId),
        one.and([
          one("origin.contract_id", "is", null),
          one.exists(
            one
              .selectFrom("series_contracts as link")
              .whereRef("link.series_id", "=", "series.id")
              .where("link.organisation_id", "=", organisationId)
              .where("link.contract_id", "=", contractId)
              .select("link.series_id"),
          ),
        ]),
      ]),
    );
  return query
    .select([
      "commitment.id",
      "commitment.organisation_id",
      "commitment.series_id",
      "commitment.number",
      "commitment.debtor",
      "commitment.debtor_name",
      "commitment.debtor_role",
      "commitment.about",
      "commitment.shared_at",
      "series.title as series_title",
      "series.counterpart_name",
      "commitment.meeting_id",
      "meeting.number as meeting_number",
      "meeting.title as meeting_title",
      "commitment.thread_id",
      "thread.title as thread_title",
      "origin.break_id",
      "contract.id as contract_id",
      "contract.reference as contract_reference",
    ])
    .execute();
}

export type CommitmentRow = Awaited<ReturnType<typeof readCommitments>>[number];

/** What was said of them, in the order it was said. */
export async function readActs(tx: Tx, seriesIds: readonly string[], id?: string) {
  if (seriesIds.length === 0) return [];
  let query = tx.selectFrom("commitment_acts").where("series_id", "in", seriesIds);
  if (id !== undefined) query = query.where("commitment_id", "=", id);
  return query
    .select([
      "id",
      "commitment_id",
      "organisation_id",
      "kind",
      "side",
      "on_day",
      "what",
      "due_on",
      "reason",
      "shown_by",
      "via",
      "link_shown",
      "told_by",
    ])
    .orderBy("sequence")
    .execute();
}

export type ActRow = Awaited<ReturnType<typeof readActs>>[number];

/** Names on the seats of whoever leads, by series. */
export async function readLeads(
  tx: Tx,
  seriesIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (seriesIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("dialogue_seats")
    .where("series_id", "in", seriesIds)
    .where("kind", "=", "lead")
    .select(["series_id", "name"])
    .execute();
  return new Map(rows.map((row) => [row.series_id, row.name]));
}

export interface NewCommitment {
  readonly seriesId: string;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
  readonly threadId: string | null;
  readonly debtor: DialogueSide;
  readonly debtorName: string;
  readonly debtorRole: string | null;
  readonly about: string | null;
  readonly share: boolean;
}

/** Numbers run through a series, whoever records them. */
export async function insertCommitment(work: Work, made: NewCommitment): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${made.seriesId}, 281))`.execute(work.tx);
  const { id } = await work.tx
    .insertInto("commitments")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: made.seriesId,
      meeting_id: made.meetingId,
      agenda_item_id: made.agendaItemId,
      thread_id: made.threadId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from commitments where series_id = ${made.seriesId})`,
      debtor: made.debtor,
      debtor_name: made.debtorName,
      debtor_role: made.debtorRole,
      about: made.about,
      made_at: work.now,
      shared_at: made.share ? work.now : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Ours alone: the contract and the break it is for. */
export async function insertOrigin(
  { tx, actor }: Work,
  commitmentId: string,
  origin: { readonly contractId: string | null; readonly breakId: string | null },
): Promise<void> {
  await tx
    .insertInto("commitment_origins")
    .values({
      organisation_id: actor.organisationId,
      commitment_id: commitmentId,
      contract_id: origin.contractId,
      break_id: origin.breakId,
    })
    .execute();
}

export interface NewAct {
  readonly seriesId: string;
  readonly commitmentId: string;
  readonly side: DialogueSide;
  readonly kind: CommitmentAct["kind"];
  readonly on: IsoDate;
  readonly what: string | null;
  readonly dueOn: IsoDate | null;
  readonly reason: string | null;
  readonly shownBy: ShownBy | null;
  readonly via: CommitmentAct["via"];
  readonly linkShown: boolean;
  /** The name on the seat. */
  readonly toldBy: string;
  readonly share: boolean;
}

export async function insertAct(work: Work, act: NewAct): Promise<void> {
  await work.tx
    .insertInto("commitment_acts")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: act.seriesId,
      commitment_id: act.commitmentId,
      side: act.side,
      kind: act.kind,
      on_day: act.on,
      what: act.what,
      due_on: act.dueOn,
      reason: act.reason,
      shown_by: act.shownBy === null ? null : JSON.stringify(act.shownBy),
      via: act.via,
      link_shown: act.linkShown,
      person_id: work.actor.personId,
      told_by: act.toldBy,
      shared_at: act.share ? work.now : null,
    })
    .execute();
}

/** Both sides may speak at the same moment: whoever comes second sees what the first said. The database holds the same lock. */
export async function takeTurn(tx: Tx, commitmentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${commitmentId}, 28))`.execute(tx);
}

/** Our drafts of a meeting, put on the table; answers their ids. */
export async function shareDrafts(
  { tx, actor, now }: Work,
  meetingId: string,
): Promise<readonly string[]> {
  const drafts = await tx
    .updateTable("commitments")
    .set({ shared_at: now })
    .where("organisation_id", "=", actor.organisationId)
    .where("meeting_id", "=", meetingId)
    .where("shared_at", "is", null)
    .returning("id")
    .execute();
  const ids = drafts.map(({ id }) => id);
  if (ids.length > 0)
    await tx
      .updateTable("commitment_acts")
      .set({ shared_at: now })
      .where("organisation_id", "=", actor.organisationId)
      .where("commitment_id", "in", ids)
      .where("shared_at", "is", null)
      .execute();
  return ids;
}

/** Removes a draft of our own; answers whether there was one. */
export async function deleteDraft({ tx, actor }: Work, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("commitments")
    .where("id", "=", id)
    .where("organisation_id", "=", actor.organisationId)
    .where("shared_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}

/** Whether the contract is our own. */
export async function isOwnContract({ tx, actor }: Work, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("contracts")
    .where("id", "=", id)
    .where("organisation_id", "=", actor.organisationId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a meeting, an agenda item or a thread is at this table, as far as we see. */
export async function isAtTable(
  tx: Tx,
  table: "meetings" | "agenda_items" | "dialogue_threads",
  id: string,
  seriesId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .where("id", "=", id)
    .where("series_id", "=", seriesId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What a series rests on, as far as we see it. */
export async function findBasis(tx: Tx, seriesId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("dialogue_series")
    .where("id", "=", seriesId)
    .select("basis")
    .executeTakeFirst();
  return row?.basis;
}
