/** SQL on comments. Reads whether what is commented on is seen at the table. */
import type { Work } from "../../platform/api.ts";

export type CommentSubject = "series" | "meeting" | "commitment" | "obstacle";

/** Whether the subject stands at this table and the acting organisation may see it. */
export async function isSubjectSeen(
  { tx }: Work,
  seriesId: string,
  kind: CommentSubject,
  subjectId: string,
): Promise<boolean> {
  if (kind === "series") return subjectId === seriesId;
  const table = { meeting: "meetings", commitment: "commitments", obstacle: "obstacles" } as const;
  const row = await tx
    .selectFrom(table[kind])
    .where("id", "=", subjectId)
    .where("series_id", "=", seriesId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

const columns = [
  "id",
  "organisation_id",
  "series_id",
  "text",
  "person_id",
  "told_by",
  "written_at",
  "edited_at",
  "resolved_at",
  "shared_at",
  "version",
] as const;

/** Comments that were not removed, oldest first: those of the table, and our own people's. */
export async function readComments(
  { tx }: Work,
  about: { readonly seriesId: string; readonly kind: CommentSubject; readonly subjectId: string },
) {
  return tx
    .selectFrom("dialogue_comments")
    .where("series_id", "=", about.seriesId)
    .where("subject_kind", "=", about.kind)
    .where("subject_id", "=", about.subjectId)
    .where("removed_at", "is", null)
    .select(columns)
    .orderBy("written_at")
    .orderBy("id")
    .execute();
}

/** A comment of our organisation's. */
export async function findOwnComment({ tx, actor }: Work, id: string) {
  return tx
    .selectFrom("dialogue_comments")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .select(columns)
    .executeTakeFirst();
}

export async function insertComment(
  { tx, actor, now }: Work,
  comment: {
    readonly seriesId: string;
    readonly kind: CommentSubject;
    readonly subjectId: string;
    readonly text: string;
    readonly toldBy: string;
    readonly internal: boolean;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_comments")
    .values({
      organisation_id: actor.organisationId,
      series_id: comment.seriesId,
      subject_kind: comment.kind,
      subject_id: comment.subjectId,
      text: comment.text,
      person_id: actor.personId,
      told_by: comment.toldBy,
      written_at: now,
      shared_at: comment.internal ? null : now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateComment(
  { tx, actor }: Work,
  id: string,
  version: number,
  change: {
    readonly text?: string;
    readonly edited_at?: Date;
    readonly resolved_at?: Date | null;
    readonly removed_at?: Date;
  },
): Promise<boolean> {
  const updated = await tx
    .updateTable("dialogue_comments")
    .set({ ...change, version: version + 1 })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
