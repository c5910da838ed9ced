/** All SQL on forums, their keys, prompts and institutions. */
import type { ForumPrompt } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** What the store needs of a use case's work; participants have no member behind them. */
export type BoardWork = Pick<Work, "tx"> & {
  readonly actor: { readonly organisationId: string };
};

function selectForums({ tx, actor }: BoardWork) {
  return tx
    .selectFrom("forums as f")
    .innerJoin("organisations as o", "o.id", "f.organisation_id")
    .where("f.organisation_id", "=", actor.organisationId)
    .select([
      "f.id",
      "f.title",
      "f.purpose",
      "f.held_on as heldOn",
      "f.state",
      "f.opened_on as openedOn",
      "f.closed_on as closedOn",
      "f.tickets_at_opening as ticketsAtOpening",
      "f.tickets_at_closing as ticketsAtClosing",
      "f.public_key as publicKey",
      "f.mark",
      "f.summary",
      "f.published_on as publishedOn",
      "f.version",
      "o.name as host",
      "o.invented",
    ]);
}

export type ForumRow = Awaited<ReturnType<typeof findForums>>[number];

/** The latest first. */
export async function findForums(work: BoardWork) {
  return selectForums(work).orderBy("f.held_on", "desc").orderBy("f.id").limit(500).execute();
}

export async function findForum(work: BoardWork, forumId: string): Promise<ForumRow | undefined> {
  return selectForums(work).where("f.id", "=", forumId).executeTakeFirst();
}

/**
 * The same, held until the transaction ends. `share` lets others hold it too, for those who speak and vote; `update` is for
 * who joins, opens or closes.
 */
export async function lockForum(
  work: BoardWork,
  forumId: string,
  how: "share" | "update",
): Promise<ForumRow | undefined> {
  const query = work.tx
    .selectFrom("forums")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", forumId);
  await (how === "share" ? query.forShare() : query.forUpdate()).execute();
  return findForum(work, forumId);
}

export interface NewForum {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly heldOn: string;
  readonly publicKey: string;
  readonly mark: string;
  readonly sealed: string;
}

export async function insertForum({ tx, actor }: BoardWork, forum: NewForum): Promise<void> {
  const { organisationId } = actor;
  await tx
    .insertInto("forums")
    .values({
      id: forum.id,
      organisation_id: organisationId,
      title: forum.title,
      purpose: forum.purpose,
      held_on: forum.heldOn,
      public_key: forum.publicKey,
      mark: forum.mark,
    })
    .execute();
  await tx
    .insertInto("forum_keys")
    .values({ forum_id: forum.id, organisation_id: organisationId, sealed: forum.sealed })
    .execute();
}

export interface ForumChange {
  readonly title?: string | undefined;
  readonly purpose?: string | undefined;
  readonly held_on?: string | undefined;
  readonly state?: "open" | "closed";
  readonly opened_on?: string;
  readonly closed_on?: string;
  readonly tickets_at_opening?: number;
  readonly tickets_at_closing?: number;
  readonly public_key?: null;
  readonly summary?: string;
  readonly published_on?: string;
}

/** Writes the change and counts the version up; `false` where it is another version already. */
export async function updateForum(
  { tx, actor }: BoardWork,
  { id, version }: { readonly id: string; readonly version: number },
  change: ForumChange,
): Promise<boolean> {
  const done = await tx
    .updateTable("forums")
    .set({ ...change, version: version + 1 })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function findSealedKeys(
  { tx, actor }: BoardWork,
  forumId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("forum_keys")
    .select("sealed")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

export async function deleteKeys({ tx, actor }: BoardWork, forumId: string): Promise<void> {
  await tx
    .deleteFrom("forum_keys")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .execute();
}

export async function findPrompts(
  { tx, actor }: BoardWork,
  forumId: string,
): Promise<ForumPrompt[]> {
  const rows = await tx
    .selectFrom("forum_prompts")
    .select(["id", "audience", "text"])
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .orderBy("place")
    .execute();
  // The column's check holds the vocabulary.
  return rows.map((row) => ({ ...row, audience: row.audience as ForumPrompt["audience"] }));
}

/** Puts one prompt at its place; a new one where it has no id. `false` where the id is none of this forum's. */
export async function putPrompt(
  { tx, actor }: BoardWork,
  forumId: string,
  prompt: { readonly id?: string | undefined; readonly audience: string; readonly text: string },
  place: number,
): Promise<boolean> {
  const { organisationId } = actor;
  if (prompt.id === undefined) {
    await tx
      .insertInto("forum_prompts")
      .values({
        organisation_id: organisationId,
        forum_id: forumId,
        audience: prompt.audience,
        text: prompt.text,
        place,
      })
      .execute();
    return true;
  }
  const done = await tx
    .updateTable("forum_prompts")
    .set({ audience: prompt.audience, text: prompt.text, place })
    .where("organisation_id", "=", organisationId)
    .where("forum_id", "=", forumId)
    .where("id", "=", prompt.id)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Removes prompts nobody has said anything about; answers how many of those named there are. */
export async function deletePrompts(
  { tx, actor }: BoardWork,
  forumId: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await tx
    .deleteFrom("forum_prompts")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", forumId)
    .where("id", "in", ids)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("forum_entries")
            .select(sql`1`.as("one"))
            .whereRef("forum_entries.prompt_id", "=", "forum_prompts.id"),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Institutions that are listed; while the board is open, those of its opening: one that appears would show somebody coming. */
export async function findInstitutions(
  { tx, actor }: BoardWork,
  { id, state }: Pick<ForumRow, "id" | "state">,
): Promise<string[]> {
  let query = tx
    .selectFrom("forum_institutions")
    .select("name")
    .where("organisation_id", "=", actor.organisationId)
    .where("forum_id", "=", id);
  if (state === "open") query = query.where("late", "=", false);
  const rows = await query.execute();
  return rows.map(({ name }) => name);
}

/** Tells every server process, after the commit, that the board is another; ids only. */
export async function tellBoardChanged({ tx, actor }: BoardWork, forumId: string): Promise<void> {
  await sql`select pg_notify('throughline_boards', ${`${actor.organisationId}:${forumId}`})`.execute(
    tx,
  );
}
