/** A meeting's title, time and place while they are typed. Times are local to the chosen zone. */
import type { MeetingForm } from "@throughline/domain";
import type { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { localTime, readersZone } from "../../components/dialogue/say-meeting-time.ts";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

export interface MeetingDraft {
  readonly title: string;
  readonly startsAt: string;
  readonly minutes: string;
  readonly timeZone: string;
  readonly form: MeetingForm;
  readonly place: string;
}
export type MeetingWords = Omit<Parameters<typeof api.meetings.move>[0], "id" | "version">;

/** A new one in so many days, at ten in the morning; the agenda then has time to leave in time. */
export function startMeeting(
  timeZone: string = readersZone(),
  leadDays = 10,
  now = new Date(),
): MeetingDraft {
  const day = new Date(now.getTime() + (leadDays + 4) * 86_400_000);
  // Nobody meets at a weekend by default.
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return {
    title: "",
    startsAt: `${day.toISOString().slice(0, 10)}T10:00`,
    minutes: "60",
    timeZone,
    form: "online",
    place: "",
  };
}

export function draftOf(meeting: Meeting): MeetingDraft {
  return {
    title: meeting.title,
    startsAt: localTime(meeting.startsAt, meeting.timeZone),
    minutes: String(
      Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000),
    ),
    timeZone: meeting.timeZone,
    form: meeting.form,
    place: meeting.place,
  };
}

/** Reads a draft, or says which fields are at fault. */
export function readMeeting(
  draft: MeetingDraft,
):
  | { readonly ok: true; readonly words: MeetingWords }
  | { readonly ok: false; readonly faults: readonly FormFault[] } {
  const minutes = Number(draft.minutes);
  const faults: FormFault[] = [
    ...(draft.title.trim() === ""
      ? [{ field: "meeting-title", message: t("meeting.fault.title") }]
      : []),
    ...(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(draft.startsAt)
      ? []
      : [{ field: "meeting-start", message: t("meeting.fault.start") }]),
    ...(Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440
      ? []
      : [{ field: "meeting-minutes", message: t("meeting.fault.minutes") }]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    words: {
      title: draft.title.trim(),
      startsAt: draft.startsAt,
      minutes,
      timeZone: draft.timeZone,
      form: draft.form,
      place: draft.place.trim(),
    },
  };
}
