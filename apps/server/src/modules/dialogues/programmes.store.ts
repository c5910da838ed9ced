/** SQL on programmes. Reads what was held, promised and reported at the tables of their series. */
import {
  AppError,
  type DialogueSide,
  type IsoDate,
  type ObstacleKind,
  type ThreadKind,
} from "@throughline/domain";
import type { FeedbackFact, ObstacleFact, ThreadFact } from "@throughline/dialogue";
import { sql } from "kysely";
import { isoDate, type Work } from "../../platform/api.ts";

const columns = [
  "id",
  "title",
  "purpose",
  "hoped_outcome",
  "issues",
  "from_on",
  "until_on",
  "closed_on",
  "outcome",
  "invented",
  "version",
] as const;

export async function findProgramme({ tx, actor }: Work, id: string) {
  return tx
    .selectFrom("dialogue_programmes")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .select(columns)
    .executeTakeFirst();
}

export type ProgrammeRow = NonNullable<Awaited<ReturnType<typeof findProgramme>>>;

/** Up to `limit` programmes behind `after`, the one that began last first. */
export async function readProgrammePage(
  { tx, actor }: Work,
  page: { readonly after: readonly [fromOn: string, id: string] | null; readonly limit: number },
): Promise<ProgrammeRow[]> {
  let query = tx
    .selectFrom("dialogue_programmes")
    .where("organisation_id", "=", actor.organisationId);
  if (page.after !== null) {
    const [fromOn, id] = page.after;
    query = query.where(sql<boolean>`(from_on, id) < (${fromOn}::date, ${id}::uuid)`);
  }
  return query
    .select(columns)
    .orderBy("from_on", "desc")
    .orderBy("id", "desc")
    .limit(page.limit)
    .execute();
}

export async function readProgrammeTitles(
  { tx, actor }: Work,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("dialogue_programmes")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "in", [...new Set(ids)])
    .select(["id", "title"])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Series, meetings held and counterparts met of programmes, counted. */
export async function countProgrammes({ tx, actor }: Work, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom("dialogue_series as series")
    .leftJoin("meetings as meeting", (join) =>
      join.onRef("meeting.series_id", "=", "series.id").on("meeting.state", "=", "held"),
    )
    .where("series.organisation_id", "=", actor.organisationId)
    .where("series.programme_id", "in", ids)
    .select([
      "series.programme_id",
      sql<number>`count(distinct series.id)::int`.as("series"),
      sql<number>`count(distinct meeting.id)::int`.as("meetings"),
      // As the figures count them: one counterpart, however its name is spelt with capitals.
      sql<number>`(count(distinct lower(btrim(series.counterpart_name))) filter (where meeting.id is not null))::int`.as(
        "counterparts",
      ),
    ])
    .groupBy("series.programme_id")
    .execute();
  return new Map(rows.map((row) => [row.programme_id ?? "", row]));
}

export async function readSeriesIdsOfProgramme(
  { tx, actor }: Work,
  programmeId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("dialogue_series")
    .where("organisation_id", "=", actor.organisationId)
    .where("programme_id", "=", programmeId)
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}

export interface ProgrammeContent {
  readonly title: string;
  readonly purpose: string;
  readonly hopedOutcome: string;
  readonly issues: readonly string[];
  readonly fromOn: IsoDate;
  readonly untilOn: IsoDate | null;
}

function columnsOf(content: ProgrammeContent) {
  return {
    title: content.title,
    purpose: content.purpose,
    hoped_outcome: content.hopedOutcome,
    issues: [...content.issues],
    from_on: content.fromOn,
    until_on: content.untilOn,
  };
}

export async function insertProgramme(
  { tx, actor, now }: Work,
  content: ProgrammeContent & { readonly invented: boolean },
): Promise<string> {
  const { id } = await tx
    .insertInto("dialogue_programmes")
    .values({
      ...columnsOf(content),
      organisation_id: actor.organisationId,
      invented: content.invented,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes one in the version that was seen; answers the new one. */
export async function updateProgramme(
  { tx, actor }: Work,
  id: string,
  version: number,
  change: ProgrammeContent | { readonly closedOn: IsoDate; readonly outcome: string },
): Promise<number> {
  const values =
    "closedOn" in change
      ? { closed_on: change.closedOn, outcome: change.outcome }
      : columnsOf(change);
  const row = await tx
    .updateTable("dialogue_programmes")
    .set({ ...values, version: version + 1 })
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  if (row === undefined) throw new AppError("conflict");
  return row.version;
}

/** Where a record stands, and how one calls it. */
export interface Placed {
  readonly seriesId: string;
  readonly title: string;
}

// Check constraints hold the vocabularies, below.
export async function readFeedbackFacts(
  { tx }: Work,
  seriesIds: readonly string[],
): Promise<FeedbackFact[]> {
  if (seriesIds.length === 0) return [];
  const rows = await tx
    .selectFrom("meeting_feedback")
    .where("series_id", "in", seriesIds)
    .select(["id", "meeting_id", "side", "useful", "prepared", "open_talk", "shared_at"])
    .orderBy("sequence")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    side: row.side as DialogueSide,
    on: isoDate(row.shared_at),
    points: { useful: row.useful, prepared: row.prepared, open_talk: row.open_talk },
  }));
}

export async function readThreadFacts(
  { tx }: Work,
  seriesIds: readonly string[],
): Promise<(ThreadFact & Placed)[]> {
  if (seriesIds.length === 0) return [];
  const rows = await tx
    .selectFrom("dialogue_threads")
    .where("series_id", "in", seriesIds)
    .select(["id", "series_id", "title", "kind", "opened_on", "closed_on"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    seriesId: row.series_id,
    title: row.title,
    kind: row.kind as ThreadKind,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  }));
}

export async function readObstacleFacts(
  { tx }: Work,
  seriesIds: readonly string[],
): Promise<(ObstacleFact & Placed)[]> {
  if (seriesIds.length === 0) return [];
  const rows = await tx
    .selectFrom("obstacles")
    .where("series_id", "in", seriesIds)
    .select(["id", "series_id", "who", "kind", "reported_on", "resolved_on"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    seriesId: row.series_id,
    title: row.who,
    kind: row.kind as ObstacleKind,
    reportedOn: row.reported_on,
    resolvedOn: row.resolved_on,
  }));
}
