/** SQL on `meetings` and `meeting_mails`: rows with what their state follows from, a fixed number of queries for a list. */
import type { DialogueSide, IsoDate, MeetingForm, MeetingState } from "@throughline/domain";
import { sql, type SqlBool } from "kysely";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";

export interface MeetingFilter {
  readonly ids?: readonly string[];
  readonly seriesId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly state?: MeetingState | undefined;
  readonly search?: string | undefined;
}

export interface MeetingRow {
  readonly id: string;
  readonly seriesId: string;
  readonly seriesTitle: string;
  readonly counterpart: string;
  readonly hosted: boolean;
  readonly mySide: DialogueSide;
  readonly myKind: "lead" | "joint" | "counterpart";
  readonly number: number;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly form: MeetingForm;
  readonly place: string;
  readonly state: MeetingState;
  readonly plannedAt: Date;
  readonly sharedAt: Date | null;
  readonly leadDays: number;
  readonly agendaFirstSentAt: Date | null;
  readonly agendaSentAt: Date | null;
  readonly calendarSequence: number;
  readonly agendaPlaces: Readonly<Record<string, number>>;
  readonly heldOn: IsoDate | null;
  readonly came: readonly string[];
  readonly cancelledAt: Date | null;
  readonly cancelledReason: string | null;
  readonly minutesFirstSentAt: Date | null;
  readonly version: number;
  readonly items: number;
  readonly commitments: number;
  /** Newest revision of the minutes that we may read. */
  readonly revision: number | null;
  /** The counterpart's last word on it. */
  readonly reply: "confirmed" | "corrected" | null;
  readonly gaveFeedback: boolean;
  /** Roles of our side that the other asks for and nobody answered. */
  readonly askedOfUs: number;
  /** Our seat sees feedback, and gives it. */
  readonly seesFeedback: boolean;
  /** The channel is closed, or the series paused or closed: nothing is planned, added or fed back. */
  readonly closed: boolean;
}

const AgendaPlaces = z.record(z.string(), z.number());

function selectMeetings(work: Work) {
  const { organisationId } = work.actor;
  return work.tx
    .selectFrom("meetings as m")
    .innerJoin("dialogue_series as s", "s.id", "m.series_id")
    .innerJoin("dialogue_sittings as mine", (join) =>
      join
        .onRef("mine.series_id", "=", "m.series_id")
        .on("mine.organisation_id", "=", organisationId)
        .on("mine.left_at", "is", null),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("meeting_minutes as sent")
          .whereRef("sent.meeting_id", "=", "m.id")
          .select((select) => select.fn.max("sent.revision").as("revision"))
          .as("latest"),
      (join) => join.onTrue(),
    )
    .select([
      "m.id",
      "m.series_id",
      "s.title as series_title",
      "s.counterpart_name",
      "m.organisation_id",
      "mine.side",
      "mine.kind",
      "m.number",
      "m.title",
      "m.starts_at",
      "m.ends_at",
      "m.time_zone",
      "m.form",
      "m.place",
      "m.state",
      "m.planned_at",
      "m.shared_at",
      "m.lead_days",
      "m.agenda_first_sent_at",
      "m.agenda_sent_at",
      "m.calendar_sequence",
      "m.agenda_places",
      "m.held_on",
      "m.came",
      "m.cancelled_at",
      "m.cancelled_reason",
      "m.minutes_first_sent_at",
      "m.version",
      "latest.revision",
      sql<number>`(select count(*)::int from agenda_items i where i.meeting_id = m.id and i.removed_at is null)`.as(
        "items",
      ),
      sql<number>`(select count(*)::int from commitments c where c.meeting_id = m.id)`.as(
        "commitments",
      ),
      sql<
        string | null
      >`(select r.kind from minutes_replies r where r.meeting_id = m.id and r.revision = latest.revision and r.side = 'counterpart' order by r.sequence desc limit 1)`.as(
        "reply",
      ),
      sql<boolean>`exists (select from meeting_feedback f where f.meeting_id = m.id and f.organisation_id = ${organisationId})`.as(
        "gave_feedback",
      ),
      sql<number>`(select count(*)::int from meeting_people p where p.meeting_id = m.id and p.side = mine.side and p.organisation_id <> ${organisationId}
        and p.fit = 'asked' and mine.side = 'counterpart'
        and not exists (select from meeting_people a where a.answers_id = p.id))`.as("asked_of_us"),
      sql<boolean>`(mine.kind <> 'joint' or 'feedback' = any (mine.sees))`.as("sees_feedback"),
      sql<boolean>`(s.state <> 'open' or exists (select from channel_closures x where x.series_id = m.series_id and x.until_on is null))`.as(
        "closed",
      ),
    ]);
}

/** Meetings at whose table we sit; unordered. */
export async function readMeetings(work: Work, filter: MeetingFilter): Promise<MeetingRow[]> {
  if (filter.ids?.length === 0) return [];
  const { organisationId } = work.actor;
  let query = selectMeetings(work);
  if (filter.ids !== undefined) query = query.where("m.id", "in", filter.ids);
  if (filter.seriesId !== undefined) query = query.where("m.series_id", "=", filter.seriesId);
  if (filter.state !== undefined) query = query.where("m.state", "=", filter.state);
  if (filter.programmeId !== undefined)
    query = query.where(
      // Of another's programme nothing is known.
      sql<SqlBool>`exists (select from dialogue_programmes p where p.id = s.programme_id and p.id = ${filter.programmeId})`,
    );
  const { contractId } = filter;
  if (contractId !== undefined)
    query = query.where(
      sql<SqlBool>`(
        exists (select from series_contracts c where c.series_id = m.series_id and c.contract_id = ${contractId} and c.organisation_id = ${organisationId})
        or exists (select from agenda_origins o join agenda_items i on i.id = o.agenda_item_id
          where i.meeting_id = m.id and o.contract_id = ${contractId} and o.organisation_id = ${organisationId})
      )`,
    );
  const text = filter.search?.trim() ?? "";
  if (text !== "")
    query = query.where(
      sql<SqlBool>`(strpos(lower(m.title), lower(${text})) > 0 or strpos(lower(s.title), lower(${text})) > 0
        or strpos(lower(s.counterpart_name), lower(${text})) > 0)`,
    );
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    seriesId: row.series_id,
    seriesTitle: row.series_title,
    counterpart: row.counterpart_name,
    hosted: row.organisation_id === organisationId,
    mySide: row.side as DialogueSide,
    myKind: row.kind as MeetingRow["myKind"],
    number: row.number,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    form: row.form as MeetingForm,
    place: row.place,
    state: row.state as MeetingState,
    plannedAt: row.planned_at,
    sharedAt: row.shared_at,
    leadDays: row.lead_days,
    agendaFirstSentAt: row.agenda_first_sent_at,
    agendaSentAt: row.agenda_sent_at,
    calendarSequence: row.calendar_sequence,
    agendaPlaces: AgendaPlaces.parse(row.agenda_places),
    heldOn: row.held_on,
    came: row.came,
    cancelledAt: row.cancelled_at,
    cancelledReason: row.cancelled_reason,
    minutesFirstSentAt: row.minutes_first_sent_at,
    version: row.version,
    items: row.items,
    commitments: row.commitments,
    revision: row.revision,
    reply: row.reply as MeetingRow["reply"],
    gaveFeedback: row.gave_feedback,
    askedOfUs: row.asked_of_us,
    seesFeedback: row.sees_feedback,
    closed: row.closed,
  }));
}

/** Holds a meeting until the transaction ends; false where it is not there. */
export async function lockMeeting(work: Work, meetingId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("meetings")
    .where("id", "=", meetingId)
    .where("organisation_id", "=", work.actor.organisationId)
    .select("id")
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewMeeting {
  readonly seriesId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly form: MeetingForm;
  readonly place: string;
  readonly leadDays: number;
}

/** Numbered on from the last of its series, which is held until the transaction ends. */
export async function insertMeeting(work: Work, meeting: NewMeeting): Promise<string> {
  const { organisationId } = work.actor;
  await work.tx
    .selectFrom("dialogue_series")
    .where("id", "=", meeting.seriesId)
    .where("organisation_id", "=", organisationId)
    .select("id")
    .forUpdate()
    .execute();
  const { id } = await work.tx
    .insertInto("meetings")
    .values({
      organisation_id: organisationId,
      series_id: meeting.seriesId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from meetings where series_id = ${meeting.seriesId} and organisation_id = ${organisationId})`,
      title: meeting.title,
      starts_at: meeting.startsAt,
      ends_at: meeting.endsAt,
      time_zone: meeting.timeZone,
      form: meeting.form,
      place: meeting.place,
      planned_at: work.now,
      lead_days: meeting.leadDays,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What of a meeting changes. */
export interface MeetingChange {
  readonly title?: string;
  readonly starts_at?: Date;
  readonly ends_at?: Date;
  readonly time_zone?: string;
  readonly form?: MeetingForm;
  readonly place?: string;
  readonly state?: MeetingState;
  readonly shared_at?: Date;
  readonly agenda_first_sent_at?: Date;
  readonly agenda_sent_at?: Date;
  readonly calendar_sequence?: number;
  readonly agenda_places?: string;
  readonly held_on?: IsoDate;
  readonly came?: string[];
  readonly cancelled_at?: Date;
  readonly cancelled_reason?: string;
  readonly minutes_first_sent_at?: Date;
}

/** Writes the change if the version is still the one the caller saw; answers the new version. */
export async function updateMeeting(
  work: Work,
  meetingId: string,
  version: number | null,
  change: MeetingChange,
): Promise<number | undefined> {
  let query = work.tx
    .updateTable("meetings")
    .set((set) => ({ ...change, version: set("version", "+", 1) }))
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", meetingId);
  if (version !== null) query = query.where("version", "=", version);
  const row = await query.returning("version").executeTakeFirst();
  return row?.version;
}

export type MeetingMailKind = "invitation" | "update" | "cancellation" | "minutes" | "reminder";

export async function insertMeetingMail(
  work: Work,
  meetingId: string,
  mailId: string,
  kind: MeetingMailKind,
): Promise<void> {
  await work.tx
    .insertInto("meeting_mails")
    .values({
      organisation_id: work.actor.organisationId,
      meeting_id: meetingId,
      mail_id: mailId,
      kind,
    })
    .execute();
}

/** Letters of ours about a meeting, newest first. */
export async function readMeetingMails(work: Work, meetingId: string) {
  return work.tx
    .selectFrom("meeting_mails as about")
    .innerJoin("mails as mail", "mail.id", "about.mail_id")
    .where("about.organisation_id", "=", work.actor.organisationId)
    .where("about.meeting_id", "=", meetingId)
    .select(["mail.id", "mail.subject", "mail.state", "mail.to_address", "mail.created_at"])
    .orderBy("mail.created_at", "desc")
    .orderBy("mail.id")
    .execute();
}
