/** SQL on what each side wants (`series_aims`), agreement to it, and threads that run through meetings. */
import type { DialogueSide, IsoDate, ThreadKind } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** What sides said they want, the latest of each first; `by` is the name on the seat it was said from. */
export async function readAims({ tx }: Work, seriesId: string) {
  return tx
    .selectFrom("series_aims as aim")
    .where("aim.series_id", "=", seriesId)
    .select([
      "aim.id",
      "aim.side",
      "aim.organisation_id",
      "aim.told_by",
      "aim.purpose",
      "aim.hoped_outcome",
      "aim.brings",
      "aim.shared_at",
    ])
    .orderBy("aim.sequence", "desc")
    .execute();
}

export async function readAgreements({ tx }: Work, seriesId: string) {
  return tx
    .selectFrom("series_aim_agreements")
    .where("series_id", "=", seriesId)
    .select(["aim_id", "side", "told_by", "note", "shared_at"])
    .orderBy("shared_at")
    .execute();
}

/** What a side wants now, if it said so. */
export async function findStandingAim({ tx }: Work, seriesId: string, side: DialogueSide) {
  return tx
    .selectFrom("series_aims")
    .where("series_id", "=", seriesId)
    .where("side", "=", side)
    .select(["id", "purpose", "hoped_outcome"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function findAim({ tx }: Work, seriesId: string, aimId: string) {
  return tx
    .selectFrom("series_aims")
    .where("series_id", "=", seriesId)
    .where("id", "=", aimId)
    .select(["id", "side"])
    .executeTakeFirst();
}

export async function insertAim(
  { tx, actor, now }: Work,
  aim: {
    readonly seriesId: string;
    readonly side: DialogueSide;
    readonly toldBy: string;
    readonly purpose: string;
    readonly hopedOutcome: string;
    readonly brings: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("series_aims")
    .values({
      organisation_id: actor.organisationId,
      series_id: aim.seriesId,
      side: aim.side,
      told_by: aim.toldBy,
      purpose: aim.purpose,
      hoped_outcome: aim.hopedOutcome,
      brings: aim.brings,
      shared_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAgreement(
  { tx, actor, now }: Work,
  agreement: {
    readonly seriesId: string;
    readonly aimId: string;
    readonly side: DialogueSide;
    readonly toldBy: string;
    readonly note: string;
  },
): Promise<void> {
  await tx
    .insertInto("series_aim_agreements")
    .values({
      organisation_id: actor.organisationId,
      series_id: agreement.seriesId,
      aim_id: agreement.aimId,
      side: agreement.side,
      told_by: agreement.toldBy,
      note: agreement.note,
      shared_at: now,
    })
    .execute();
}

/** Threads with the meetings in which an item of theirs stood on the agenda, as far as we see them. */
export async function readThreads({ tx }: Work, seriesId: string) {
  return tx
    .selectFrom("dialogue_threads as thread")
    .where("thread.series_id", "=", seriesId)
    .select([
      "thread.id",
      "thread.organisation_id",
      "thread.title",
      "thread.kind",
      "thread.opened_on",
      "thread.closed_on",
      "thread.outcome",
      "thread.version",
      sql<string[]>`array(select distinct i.meeting_id from agenda_items i
        where i.thread_id = thread.id and i.shared_at is not null and i.removed_at is null order by 1)`.as(
        "meeting_ids",
      ),
    ])
    .orderBy("thread.opened_on")
    .orderBy("thread.id")
    .execute();
}

export interface ThreadContent {
  readonly title: string;
  readonly kind: ThreadKind;
  readonly closedOn: IsoDate | null;
  readonly outcome: string | null;
}

export async function insertThread(
  { tx, actor, now, today }: Work,
  seriesId: string,
  thread: ThreadContent,
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_threads")
    .values({
      organisation_id: actor.organisationId,
      series_id: seriesId,
      title: thread.title,
      kind: thread.kind,
      opened_on: today,
      closed_on: thread.closedOn,
      outcome: thread.outcome,
      shared_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A thread of our own; another's is theirs to change. */
export async function findOwnThread({ tx, actor }: Work, seriesId: string, threadId: string) {
  return tx
    .selectFrom("dialogue_threads")
    .where("organisation_id", "=", actor.organisationId)
    .where("series_id", "=", seriesId)
    .where("id", "=", threadId)
    .select(["id", "title", "kind", "opened_on", "closed_on", "version"])
    .executeTakeFirst();
}

export async function updateThread(
  { tx, actor }: Work,
  threadId: string,
  version: number,
  thread: ThreadContent,
): Promise<boolean> {
  const updated = await tx
    .updateTable("dialogue_threads")
    .set({
      title: thread.title,
      kind: thread.kind,
      closed_on: thread.closedOn,
      outcome: thread.outcome,
      version: version + 1,
    })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", threadId)
    .where("version", "=", version)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
