/** Plans, moves and cancels meetings. Whoever was invited hears of it by mail, with an update of the calendar entry. */
import { AppError, isTimeZone, toInstant, type MeetingForm } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { requireHost, requireOpenChannel } from "../dialogues/index.ts";
import {
  requireOwnMeeting,
  requirePlanning,
  requireState,
  requireVersion,
} from "./find-meeting.ts";
import { insertMeeting, updateMeeting, type MeetingRow } from "./meetings.store.ts";
import type { PaperParts } from "./gather-papers.ts";
import { sendLetters } from "./send-letters.ts";
import { getSeriesWords } from "./table.store.ts";

/** When and where, as people say it: local time and a zone. */
export interface WhenAndWhere {
  readonly title: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly timeZone: string;
  readonly form: MeetingForm;
  readonly place: string;
}

function instantsOf({ startsAt, minutes, timeZone }: WhenAndWhere): { from: Date; until: Date } {
  if (!isTimeZone(timeZone))
    throw new AppError("input_invalid", undefined, [
      { path: "/timeZone", message: "Name a time zone, for instance Europe/Oslo." },
    ]);
  let from: Date;
  try {
    from = toInstant(startsAt, timeZone);
  } catch {
    throw new AppError("input_invalid", undefined, [
      { path: "/startsAt", message: "Give a day and time that exist." },
    ]);
  }
  return { from, until: new Date(from.getTime() + minutes * 60_000) };
}

/** Plans a meeting; the other side hears of it when it is invited. */
export async function planMeeting(
  work: Work,
  input: WhenAndWhere & { readonly seriesId: string; readonly leadDays?: number | undefined },
): Promise<{ id: string }> {
  await requireHost(work, input.seriesId);
  await requireOpenChannel(work, input.seriesId);
  const { from, until } = instantsOf(input);
  const series = await getSeriesWords(work, input.seriesId);
  const leadDays = input.leadDays ?? series.leadDays;
  const id = await insertMeeting(work, {
    seriesId: input.seriesId,
    title: input.title,
    startsAt: from,
    endsAt: until,
    timeZone: input.timeZone,
    form: input.form,
    place: input.place,
    leadDays,
  });
  await recordAudit(work, {
    action: "plan-meeting",
    subjectKind: "meeting",
    subjectId: id,
    after: {
      seriesId: input.seriesId,
      startsAt: from.toISOString(),
      endsAt: until.toISOString(),
      timeZone: input.timeZone,
      form: input.form,
      leadDays,
    },
  });
  return { id };
}

/** Changes time, place or title. */
export async function moveMeeting(
  work: Work,
  input: WhenAndWhere & { readonly id: string; readonly version: number },
  parts: PaperParts,
): Promise<{ version: number; mailIds: string[] }> {
  const found = await requireOwnMeeting(work, input.id);
  await requirePlanning(work, found);
  const { meeting: before } = found;
  const { from, until } = instantsOf(input);
  const told = before.agendaFirstSentAt !== null;
  const version = requireVersion(
    await updateMeeting(work, input.id, input.version, {
      title: input.title,
      starts_at: from,
      ends_at: until,
      time_zone: input.timeZone,
      form: input.form,
      place: input.place,
      ...(told ? { calendar_sequence: before.calendarSequence + 1 } : {}),
    }),
  );
  await recordAudit(work, {
    action: "move-meeting",
    subjectKind: "meeting",
    subjectId: input.id,
    before: timesOf(before),
    after: {
      startsAt: from.toISOString(),
      endsAt: until.toISOString(),
      timeZone: input.timeZone,
      form: input.form,
    },
  });
  const mailIds = told ? await sendLetters(work, input.id, { kind: "update" }, parts) : [];
  return { version, mailIds };
}

/** Cancels, with the reason: also while the channel is closed. */
export async function cancelMeeting(
  work: Work,
  input: { readonly id: string; readonly version: number; readonly reason: string },
  parts: PaperParts,
): Promise<{ version: number; mailIds: string[] }> {
  const { meeting: before } = await requireOwnMeeting(work, input.id);
  requireState(before, "planned");
  const told = before.agendaFirstSentAt !== null;
  const version = requireVersion(
    await updateMeeting(work, input.id, input.version, {
      state: "cancelled",
      cancelled_at: work.now,
      cancelled_reason: input.reason,
      ...(told ? { calendar_sequence: before.calendarSequence + 1 } : {}),
    }),
  );
  await recordAudit(work, {
    action: "cancel-meeting",
    subjectKind: "meeting",
    subjectId: input.id,
    before: timesOf(before),
    after: { cancelledAt: work.now.toISOString() },
  });
  const mailIds = told ? await sendLetters(work, input.id, { kind: "cancellation" }, parts) : [];
  return { version, mailIds };
}

function timesOf({ startsAt, endsAt, timeZone, form }: MeetingRow) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone, form };
}
