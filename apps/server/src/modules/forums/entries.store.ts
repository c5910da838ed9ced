/** All SQL on what was said and on votes. Nothing of it has an author, a time or a number. */
import type { BoardEntry } from "@throughline/domain";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { BoardWork } from "./forums.store.ts";
import { shuffleRows } from "./shuffle-rows.ts";

/** All entries of a forum, hidden ones with their text. While the board is open, votes are counted from what they left. */
export async function findEntries(
  { tx, actor }: BoardWork,
  forumId: string,
  open: boolean,
): Promise<BoardEntry[]> {
  const rows = await tx
    .selectFrom("forum_entries as e")
    .leftJoin(
      (from) =>
        from
          .selectFrom("forum_votes")
          .select((e) => ["entry_id", e.fn.countAll<number>().as("votes")])
          .where("organisation_id", "=", actor.organisationId)
          .where("forum_id", "=", forumId)
          .groupBy("entry_id")
          .as("v"),
      (join) => join.onRef("v.entry_id", "=", "e.id"),
    )
    .select([
      "e.id",
      "e.prompt_id as promptId",
      "e.parent_id as parentId",
      "e.kind",
      "e.text",
      "e.theme",
      "e.merged_into as mergedInto",
      "e.hidden_reason as hiddenReason",
      "e.answered",
      "e.votes as kept",
      "v.votes as counted",
    ])
    .where("e.organisation_id", "=", actor.organisationId)
    .where("e.forum_id", "=", forumId)
    .execute();
  return rows.map(({ kept, counted, kind, ...entry }) => ({
    ...entry,
    // The column's check holds the vocabulary.
    kind: kind as BoardEntry["kind"],
    votes: open ? (counted ?? 0) : kept,
  }));
}

export interface SaidEntry {
  readonly id: string;
  readonly kind: BoardEntry["kind"];
  readonly promptId: string | null;
  readonly parentId: string | null;
  readonly text: string;
}

/** Writes what was said; sent twice, it stands once. `false` where the id is taken by something else. */
export async function insertEntry(
  { tx, actor }: BoardWork,
  forumId: string,
  said: SaidEntry,
): Promise<boolean> {
  const made = await tx
    .insertInto("forum_entries")
    .values({
      id: said.id,
      organisation_id: actor.organisationId,
      forum_id: forumId,
      kind: said.kind,
      prompt_id: said.promptId,
      parent_id: said.parentId,
      text: said.text,
    })
    // Without a conflict the database would log the refusal, and the log has times.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return true;
  const same = await tx
    .selectFrom("forum_entries")
    .select("id")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("id", "=", said.id)
    .where("text", "=", said.text)
    .executeTakeFirst();
  return same !== undefined;
}

export interface FoundEntry {
  readonly id: string;
  readonly kind: BoardEntry["kind"];
  readonly promptId: string | null;
  readonly mergedInto: string | null;
  readonly hidden: boolean;
}

export async function findEntry(
  { tx, actor }: BoardWork,
  forumId: string,
  entryId: string,
): Promise<FoundEntry | undefined> {
  const row = await tx
    .selectFrom("forum_entries")
    .select(["id", "kind", "prompt_id as promptId", "merged_into as mergedInto", "hidden_reason"])
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("id", "=", entryId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { hidden_reason: reason, kind, ...entry } = row;
  // The column's check holds the vocabulary.
  return { ...entry, kind: kind as BoardEntry["kind"], hidden: reason !== null };
}

export async function countEntries({ tx, actor }: BoardWork, forumId: string): Promise<number> {
  const row = await tx
    .selectFrom("forum_entries")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface EntryChange {
  readonly theme?: string | null;
  readonly merged_into?: string | null;
  readonly hidden_reason?: string | null;
  readonly answered?: boolean;
}

export async function updateEntry(
  { tx, actor }: BoardWork,
  forumId: string,
  entryId: string,
  change: EntryChange,
): Promise<void> {
  await tx
    .updateTable("forum_entries")
    .set(change)
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("id", "=", entryId)
    .execute();
}

/** What was merged into an entry follows it where that is merged itself. */
export async function followMerge(
  { tx, actor }: BoardWork,
  forumId: string,
  from: string,
  into: string,
): Promise<void> {
  await tx
    .updateTable("forum_entries")
    .set({ merged_into: into })
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("merged_into", "=", from)
    .execute();
}

/** Casts a vote, or takes it back; either twice is once. */
export async function setVote(
  { tx, actor }: BoardWork,
  forumId: string,
  entryId: string,
  nullifier: Buffer,
  cast: boolean,
): Promise<boolean> {
  if (cast) {
    const made = await tx
      .insertInto("forum_votes")
      .values({
        organisation_id: actor.organisationId,
        forum_id: forumId,
        entry_id: entryId,
        nullifier,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const gone = await tx
    .deleteFrom("forum_votes")
    .where("organisation_id", "=", actor.organisationId)
    .where("entry_id", "=", entryId)
    .where("nullifier", "=", nullifier)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** Entries for which one of these stands: what one ticket voted for. */
export async function findVotedFor(
  { tx, actor }: BoardWork,
  forumId: string,
  nullifiers: readonly Buffer[],
): Promise<string[]> {
  if (nullifiers.length === 0) return [];
  const rows = await tx
    .selectFrom("forum_votes")
    .select("entry_id as entryId")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("nullifier", "in", nullifiers)
    .execute();
  return rows.map(({ entryId }) => entryId);
}

/**
 * Keeps the counts, deletes what votes left behind, and writes all entries anew in random order under new random ids: the
 * place of a row, its transaction and its id say nothing any more of when it was said.
 */
export async function settleEntries(work: BoardWork, forumId: string): Promise<void> {
  const { tx, actor } = work;
  const counted = await findEntries(work, forumId, true);
  const votes = new Map(counted.map((entry) => [entry.id, entry.votes]));
  await tx
    .deleteFrom("forum_votes")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .execute();
  // Entries name one another; between deleting and writing them anew they name what is not there.
  await sql`set constraints all deferred`.execute(tx);
  const rows = await tx
    .deleteFrom("forum_entries")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .returningAll()
    .execute();
  if (rows.length === 0) return;
  const ids = new Map(rows.map(({ id }) => [id, randomUUID()]));
  const newId = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  const fresh = shuffleRows(
    rows.map((row) => ({
      ...row,
      id: ids.get(row.id) ?? randomUUID(),
      parent_id: newId(row.parent_id),
      merged_into: newId(row.merged_into),
      votes: votes.get(row.id) ?? 0,
    })),
  );
  // Far below the most parameters a statement takes.
  for (let at = 0; at < fresh.length; at += 1000)
    await tx
      .insertInto("forum_entries")
      .values(fresh.slice(at, at + 1000))
      .execute();
  await sql`set constraints all immediate`.execute(tx);
}
