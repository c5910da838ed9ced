/** SQL on minutes: drafts, revisions as they were sent, replies, feedback, and what the counterpart was reminded of. */
import { MinutesContent, type MeetingFeedback, type MinutesRevision } from "@throughline/contract";
import type { DialogueSide } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

export interface Draft {
  readonly content: MinutesContent;
  readonly version: number;
  readonly savedAt: Date;
}

export async function findDraft(work: Work, meetingId: string): Promise<Draft | undefined> {
  const row = await work.tx
    .selectFrom("meeting_drafts")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("meeting_id", "=", meetingId)
    .select(["content", "version", "saved_at"])
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        content: MinutesContent.parse(row.content),
        version: row.version,
        savedAt: row.saved_at,
      };
}

/** Saves over the version the writer saw (`null`: there was none); undefined when somebody else was faster. */
export async function saveDraftContent(
  work: Work,
  meetingId: string,
  content: MinutesContent,
  version: number | null,
): Promise<number | undefined> {
  const organisationId = work.actor.organisationId;
  const json = JSON.stringify(content);
  const row =
    version === null
      ? await work.tx
          .insertInto("meeting_drafts")
          .values({
            organisation_id: organisationId,
            meeting_id: meetingId,
            content: json,
            saved_at: work.now,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning("version")
          .executeTakeFirst()
      : await work.tx
          .updateTable("meeting_drafts")
          .set((set) => ({ content: json, saved_at: work.now, version: set("version", "+", 1) }))
          .where("organisation_id", "=", organisationId)
          .where("meeting_id", "=", meetingId)
          .where("version", "=", version)
          .returning("version")
          .executeTakeFirst();
  return row?.version;
}

export async function dropDraft(work: Work, meetingId: string): Promise<void> {
  await work.tx
    .deleteFrom("meeting_drafts")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("meeting_id", "=", meetingId)
    .execute();
}

export async function insertMinutes(
  work: Work,
  minutes: {
    readonly seriesId: string;
    readonly meetingId: string;
    readonly revision: number;
    readonly content: MinutesContent;
  },
): Promise<void> {
  await work.tx
    .insertInto("meeting_minutes")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: minutes.seriesId,
      meeting_id: minutes.meetingId,
      revision: minutes.revision,
      content: JSON.stringify(minutes.content),
      shared_at: work.now,
    })
    .execute();
}

/** Minutes as they were sent, newest first, with what was replied. */
export async function readMinutes(work: Work, meetingId: string): Promise<MinutesRevision[]> {
  const sent = await work.tx
    .selectFrom("meeting_minutes")
    .where("meeting_id", "=", meetingId)
    .select(["revision", "content", "shared_at"])
    .orderBy("revision", "desc")
    .execute();
  if (sent.length === 0) return [];
  const replies = await work.tx
    .selectFrom("minutes_replies")
    .where("meeting_id", "=", meetingId)
    .select(["revision", "side", "told_by", "kind", "text", "shared_at", "via", "link_shown"])
    .orderBy("sequence")
    .execute();
  const byRevision = Map.groupBy(replies, (row) => row.revision);
  return sent.map((row) => ({
    revision: row.revision,
    content: MinutesContent.parse(row.content),
    sentAt: row.shared_at.toISOString(),
    replies: (byRevision.get(row.revision) ?? []).map((reply) => ({
      side: reply.side as DialogueSide,
      by: reply.told_by,
      kind: reply.kind as "confirmed" | "corrected",
      text: reply.text,
      at: reply.shared_at.toISOString(),
      via: reply.via as "account" | "link",
      linkShown: reply.link_shown,
    })),
  }));
}

/** Our own last word on a revision. */
export async function findOwnReply(
  work: Work,
  meetingId: string,
  revision: number,
): Promise<"confirmed" | "corrected" | null> {
  const row = await work.tx
    .selectFrom("minutes_replies")
    .where("meeting_id", "=", meetingId)
    .where("revision", "=", revision)
    .where("organisation_id", "=", work.actor.organisationId)
    .select("kind")
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row?.kind ?? null) as "confirmed" | "corrected" | null;
}

export async function insertReply(
  work: Work,
  reply: {
    readonly seriesId: string;
    readonly meetingId: string;
    readonly revision: number;
    readonly side: DialogueSide;
    readonly by: string;
    readonly kind: "confirmed" | "corrected";
    readonly text: string;
    readonly via: "account" | "link";
    readonly linkShown: boolean;
  },
): Promise<void> {
  await work.tx
    .insertInto("minutes_replies")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: reply.seriesId,
      meeting_id: reply.meetingId,
      revision: reply.revision,
      side: reply.side,
      told_by: reply.by,
      kind: reply.kind,
      text: reply.text,
      via: reply.via,
      link_shown: reply.linkShown,
      shared_at: work.now,
    })
    .execute();
}

export async function insertFeedback(
  work: Work,
  feedback: {
    readonly seriesId: string;
    readonly meetingId: string;
    readonly side: DialogueSide;
    readonly by: string;
    readonly useful: number;
    readonly prepared: number;
    readonly openTalk: number;
    readonly helped: string;
    readonly change: string;
  },
): Promise<void> {
  await work.tx
    .insertInto("meeting_feedback")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: feedback.seriesId,
      meeting_id: feedback.meetingId,
      side: feedback.side,
      told_by: feedback.by,
      useful: feedback.useful,
      prepared: feedback.prepared,
      open_talk: feedback.openTalk,
      helped: feedback.helped,
      change: feedback.change,
      shared_at: work.now,
    })
    .execute();
}

/** The last feedback of each who gave it. */
export async function readFeedback(work: Work, meetingId: string): Promise<MeetingFeedback[]> {
  const rows = await work.tx
    .selectFrom("meeting_feedback")
    .where("meeting_id", "=", meetingId)
    .distinctOn("organisation_id")
    .selectAll()
    .orderBy("organisation_id")
    .orderBy("sequence", "desc")
    .execute();
  return rows
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((row) => ({
      id: row.id,
      side: row.side as DialogueSide,
      by: row.told_by,
      mine: row.organisation_id === work.actor.organisationId,
      useful: row.useful,
      prepared: row.prepared,
      openTalk: row.open_talk,
      helped: row.helped,
      change: row.change,
      at: row.shared_at.toISOString(),
    }));
}

/** Minutes of ours that the counterpart has said nothing of. */
export interface UnconfirmedMinutes {
  readonly meetingId: string;
  readonly revision: number;
  readonly sentAt: Date;
  /** It was reminded of this revision. */
  readonly nudged: boolean;
}

/** The newest revision of each meeting of ours, sent since, that nobody of the counterpart replied to. */
export async function readUnconfirmed(work: Work, since: Date): Promise<UnconfirmedMinutes[]> {
  const rows = await work.tx
    .selectFrom("meeting_minutes as sent")
    .where("sent.organisation_id", "=", work.actor.organisationId)
    .where("sent.shared_at", ">=", since)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("meeting_minutes as later")
            .whereRef("later.meeting_id", "=", "sent.meeting_id")
            .whereRef("later.revision", ">", "sent.revision")
            .select("later.id"),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("minutes_replies as reply")
            .whereRef("reply.meeting_id", "=", "sent.meeting_id")
            .whereRef("reply.revision", "=", "sent.revision")
            .where("reply.side", "=", "counterpart")
            .select("reply.id"),
        ),
      ),
    )
    .select((select) => [
      "sent.meeting_id",
      "sent.revision",
      "sent.shared_at",
      select
        .exists(
          select
            .selectFrom("meeting_nudges as nudge")
            .whereRef("nudge.meeting_id", "=", "sent.meeting_id")
            .where("nudge.kind", "=", "minutes_to_confirm")
            .whereRef("nudge.about", "=", "sent.revision")
            .select("nudge.meeting_id"),
        )
        .as("nudged"),
    ])
    .orderBy("sent.shared_at")
    .orderBy("sent.id")
    .execute();
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    revision: row.revision,
    sentAt: row.shared_at,
    nudged: row.nudged === true,
  }));
}

export async function insertNudge(
  work: Work,
  nudge: {
    readonly meetingId: string;
    readonly revision: number;
    readonly mailId: string | null;
  },
): Promise<void> {
  await work.tx
    .insertInto("meeting_nudges")
    .values({
      organisation_id: work.actor.organisationId,
      meeting_id: nudge.meetingId,
      kind: "minutes_to_confirm",
      about: nudge.revision,
      nudged_at: work.now,
      mail_id: nudge.mailId,
    })
    .execute();
}
