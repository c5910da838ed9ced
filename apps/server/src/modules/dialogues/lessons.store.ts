/** SQL on lessons: our own, and those others gave to the network. */
import { sql, type SqlBool } from "kysely";
import type { Work } from "../../platform/api.ts";

const columns = [
  "id",
  "organisation_id",
  "meeting_id",
  "title",
  "text",
  "outcome",
  "issues",
  "requirement",
  "visibility",
  "told_by",
  "invented",
  "noted_on",
  "version",
] as const;

export interface LessonFilter {
  readonly search?: string | undefined;
  readonly outcome?: string | undefined;
  readonly issue?: string | undefined;
  readonly mine?: boolean | undefined;
}

/** Up to `limit` lessons behind `after`, newest first. */
export async function readLessonPage(
  { tx, actor }: Work,
  filter: LessonFilter,
  page: { readonly after: readonly [notedOn: string, id: string] | null; readonly limit: number },
) {
  let query = tx
    .selectFrom("lessons")
    .where("withdrawn_at", "is", null)
    .where((where) =>
      filter.mine === true
        ? where("organisation_id", "=", actor.organisationId)
        : where.or([
            where("organisation_id", "=", actor.organisationId),
            where("visibility", "=", "network"),
          ]),
    );
  if (filter.mine === false) query = query.where("organisation_id", "!=", actor.organisationId);
  const { outcome, issue } = filter;
  if (outcome !== undefined) query = query.where("outcome", "=", outcome);
  if (issue !== undefined) query = query.where(sql<SqlBool>`${issue} = any (issues)`);
  const text = filter.search?.trim().toLowerCase() ?? "";
  if (text !== "")
    query = query.where(sql<SqlBool>`strpos(lower(title || ' ' || text), ${text}) > 0`);
  if (page.after !== null) {
    const [on, id] = page.after;
    query = query.where(sql<SqlBool>`(noted_on, id) < (${on}::date, ${id}::uuid)`);
  }
  return query
    .select(columns)
    .orderBy("noted_on", "desc")
    .orderBy("id", "desc")
    .limit(page.limit)
    .execute();
}

export type LessonRow = Awaited<ReturnType<typeof readLessonPage>>[number];

/** One of our own that was not withdrawn. */
export async function findOwnLesson({ tx, actor }: Work, id: string) {
  return tx
    .selectFrom("lessons")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .select(columns)
    .executeTakeFirst();
}

export interface LessonContent {
  readonly meetingId: string | null;
  readonly title: string;
  readonly text: string;
  readonly outcome: string;
  readonly issues: readonly string[];
  readonly requirement: string | null;
  readonly visibility: "organisation" | "network";
  /** The organisation's name, copied when it is given to the network. */
  readonly toldBy: string | null;
}

function columnsOf(lesson: LessonContent) {
  return {
    meeting_id: lesson.meetingId,
    title: lesson.title,
    text: lesson.text,
    outcome: lesson.outcome,
    issues: [...lesson.issues],
    requirement: lesson.requirement,
    visibility: lesson.visibility,
    told_by: lesson.toldBy,
  };
}

export async function insertLesson(
  { tx, actor, today }: Work,
  lesson: LessonContent & { readonly invented: boolean },
): Promise<string> {
  const { id } = await tx
    .insertInto("lessons")
    .values({
      ...columnsOf(lesson),
      organisation_id: actor.organisationId,
      invented: lesson.invented,
      noted_on: today,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateLesson(
  { tx, actor }: Work,
  id: string,
  version: number,
  lesson: LessonContent,
): Promise<boolean> {
  const updated = await tx
    .updateTable("lessons")
    .set({ ...columnsOf(lesson), version: version + 1 })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function withdrawOwnLesson({ tx, actor, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable("lessons")
    .set({ withdrawn_at: now })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Whether the meeting is seen: no foreign key, since it may be another's at whose table we sit. */
export async function isMeetingSeen({ tx }: Work, meetingId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("meetings")
    .where("id", "=", meetingId)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}
