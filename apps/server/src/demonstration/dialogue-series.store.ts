/** What the demonstration of one series looks up, and writes as it stood long ago. */
import type { MinutesContent } from "@throughline/contract";
import { shareDrafts } from "../modules/commitments/index.ts";
import type { Work } from "../platform/api.ts";

export interface DemonstrationContract {
  readonly id: string;
  /** A series about it is there already. */
  readonly hasSeries: boolean;
}

/** The contract of this reference, and whether somebody has begun to talk about it. */
export async function findContractToTalkAbout(
  { tx, actor }: Work,
  reference: string,
): Promise<DemonstrationContract | null> {
  const row = await tx
    .selectFrom("contracts")
    .leftJoin("series_contracts as link", (join) =>
      join
        .onRef("link.contract_id", "=", "contracts.id")
        .onRef("link.organisation_id", "=", "contracts.organisation_id"),
    )
    .select(["contracts.id", "link.series_id"])
    .where("contracts.organisation_id", "=", actor.organisationId)
    .where("contracts.reference", "=", reference)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, hasSeries: row.series_id !== null };
}

/** What a side wants of a series, as it said last. */
export async function findAimOf(
  { tx }: Work,
  seriesId: string,
  side: "buyers" | "counterpart",
): Promise<string | null> {
  const row = await tx
    .selectFrom("series_aims")
    .select("id")
    .where("series_id", "=", seriesId)
    .where("side", "=", side)
    .orderBy("sequence", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Somebody by role whom the other side asked for at a meeting. */
export async function findRoleAskedFor(
  { tx, actor }: Work,
  meetingId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("meeting_people")
    .select("id")
    .where("meeting_id", "=", meetingId)
    .where("side", "=", "counterpart")
    .where("organisation_id", "<>", actor.organisationId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * The agenda as if it had left on the day: what is shown of it is there, its letters are long gone and are not held in the
 * outbox to be handed over.
 */
export async function markAgendaSent(
  { tx, actor, now }: Work,
  meetingId: string,
): Promise<{ readonly version: number }> {
  await tx
    .updateTable("agenda_items")
    .set({ shared_at: now })
    .where("meeting_id", "=", meetingId)
    .where("organisation_id", "=", actor.organisationId)
    .where("shared_at", "is", null)
    .execute();
  return tx
    .updateTable("meetings")
    .set((row) => ({
      agenda_first_sent_at: now,
      agenda_sent_at: now,
      shared_at: now,
      version: row("version", "+", 1),
    }))
    .where("id", "=", meetingId)
    .returning("version")
    .executeTakeFirstOrThrow();
}

/** The first minutes and what was promised, put on the table without letters for the same reason. */
export async function putMinutesOnTable(
  work: Work,
  seriesId: string,
  meetingId: string,
  content: MinutesContent,
): Promise<{ readonly version: number }> {
  const { tx, actor, now } = work;
  await tx
    .insertInto("meeting_minutes")
    .values({
      organisation_id: actor.organisationId,
      series_id: seriesId,
      meeting_id: meetingId,
      revision: 1,
      content: JSON.stringify(content),
      shared_at: now,
    })
    .execute();
  await shareDrafts(work, meetingId);
  return tx
    .updateTable("meetings")
    .set((row) => ({ minutes_first_sent_at: now, version: row("version", "+", 1) }))
    .where("id", "=", meetingId)
    .returning("version")
    .executeTakeFirstOrThrow();
}
