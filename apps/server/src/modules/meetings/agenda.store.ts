/** SQL on `agenda_items` and `agenda_origins`. */
import type { AgendaSource, DialogueSide } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

export interface AgendaRow {
  readonly id: string;
  readonly meetingId: string;
  readonly side: DialogueSide;
  readonly by: string;
  readonly mine: boolean;
  readonly position: number;
  readonly source: AgendaSource;
  readonly title: string;
  readonly detail: string;
  readonly brings: string;
  readonly minutes: number | null;
  readonly thread: { readonly id: string; readonly title: string } | null;
  readonly shared: boolean;
  readonly removed: boolean;
  readonly origin: { readonly contractId: string | null; readonly breakId: string | null } | null;
}

/** Items of a meeting that we see, removed ones too, as they were put there. */
export async function readAgenda(work: Work, meetingId: string): Promise<AgendaRow[]> {
  const { organisationId } = work.actor;
  const rows = await work.tx
    .selectFrom("agenda_items as i")
    .leftJoin("dialogue_threads as t", "t.id", "i.thread_id")
    .leftJoin("agenda_origins as o", (join) =>
      join.onRef("o.agenda_item_id", "=", "i.id").on("o.organisation_id", "=", organisationId),
    )
    .where("i.meeting_id", "=", meetingId)
    .select([
      "i.id",
      "i.meeting_id",
      "i.organisation_id",
      "i.side",
      "i.told_by",
      "i.position",
      "i.source",
      "i.title",
      "i.detail",
      "i.brings",
      "i.minutes",
      "i.shared_at",
      "i.removed_at",
      "t.id as thread_id",
      "t.title as thread_title",
      "o.agenda_item_id as origin_of",
      "o.contract_id",
      "o.break_id",
    ])
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    side: row.side as DialogueSide,
    by: row.told_by,
    mine: row.organisation_id === organisationId,
    position: row.position,
    source: row.source as AgendaSource,
    title: row.title,
    detail: row.detail,
    brings: row.brings,
    minutes: row.minutes,
    thread:
      row.thread_id === null || row.thread_title === null
        ? null
        : { id: row.thread_id, title: row.thread_title },
    shared: row.shared_at !== null,
    removed: row.removed_at !== null,
    origin: row.origin_of === null ? null : { contractId: row.contract_id, breakId: row.break_id },
  }));
}

/** The meeting an item that we see is on. */
export async function findItem(
  work: Work,
  itemId: string,
): Promise<{ meetingId: string; mine: boolean } | undefined> {
  const row = await work.tx
    .selectFrom("agenda_items")
    .where("id", "=", itemId)
    .where("removed_at", "is", null)
    .select(["meeting_id", "organisation_id"])
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { meetingId: row.meeting_id, mine: row.organisation_id === work.actor.organisationId };
}

/** What an item says. */
export interface ItemWords {
  readonly source: AgendaSource;
  readonly title: string;
  readonly detail: string;
  readonly brings: string;
  readonly minutes: number | null;
  readonly threadId: string | null;
}

export async function insertItem(
  work: Work,
  place: {
    readonly seriesId: string;
    readonly meetingId: string;
    readonly side: DialogueSide;
    readonly by: string;
    readonly position: number;
    readonly sharedAt: Date | null;
  },
  words: ItemWords,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("agenda_items")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: place.seriesId,
      meeting_id: place.meetingId,
      side: place.side,
      told_by: place.by,
      position: place.position,
      ...columnsOf(words),
      shared_at: place.sharedAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateItem(work: Work, itemId: string, words: ItemWords): Promise<void> {
  await work.tx
    .updateTable("agenda_items")
    .set(columnsOf(words))
    .where("id", "=", itemId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

function columnsOf({ threadId, ...words }: ItemWords) {
  return { ...words, thread_id: threadId };
}

/** Where on our line an item came from; nothing where both are `null`. */
export async function keepOrigin(
  work: Work,
  itemId: string,
  origin: { readonly contractId: string | null; readonly breakId: string | null },
): Promise<void> {
  await work.tx
    .deleteFrom("agenda_origins")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("agenda_item_id", "=", itemId)
    .execute();
  if (origin.contractId === null && origin.breakId === null) return;
  await work.tx
    .insertInto("agenda_origins")
    .values({
      organisation_id: work.actor.organisationId,
      agenda_item_id: itemId,
      contract_id: origin.contractId,
      break_id: origin.breakId,
    })
    .execute();
}

/** Forgets a draft; what was put on the table is taken off it and stays known. */
export async function removeItem(work: Work, itemId: string): Promise<void> {
  const own = work.actor.organisationId;
  const dropped = await work.tx
    .deleteFrom("agenda_items")
    .where("id", "=", itemId)
    .where("organisation_id", "=", own)
    .where("shared_at", "is", null)
    .executeTakeFirst();
  if (dropped.numDeletedRows > 0n) return;
  await work.tx
    .updateTable("agenda_items")
    .set({ removed_at: work.now })
    .where("id", "=", itemId)
    .where("organisation_id", "=", own)
    .execute();
}

/** Puts our own items at their places in the order given; others' places stand with the meeting. */
export async function placeItems(work: Work, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await sql`update agenda_items set position = wanted.place
    from unnest(${itemIds}::uuid[]) with ordinality as wanted (id, place)
    where agenda_items.id = wanted.id and agenda_items.organisation_id = ${work.actor.organisationId}`.execute(
    work.tx,
  );
}

/** Puts our drafts of a meeting on the table: all, or those named. Answers how many. */
export async function shareItems(
  work: Work,
  meetingId: string,
  itemIds: readonly string[] | null,
): Promise<number> {
  if (itemIds?.length === 0) return 0;
  let query = work.tx
    .updateTable("agenda_items")
    .set({ shared_at: work.now })
    .where("meeting_id", "=", meetingId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("shared_at", "is", null)
    .where("removed_at", "is", null);
  if (itemIds !== null) query = query.where("id", "in", itemIds);
  const done = await query.executeTakeFirst();
  return Number(done.numUpdatedRows);
}
