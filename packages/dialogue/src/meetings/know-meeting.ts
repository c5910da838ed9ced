/** Meetings as they stood on a day: what was written down later had not happened yet. */
import type { IsoDate, MeetingFact } from "@throughline/domain";

const past = (day: IsoDate | null, asOf: IsoDate): IsoDate | null =>
  day !== null && day <= asOf ? day : null;

/** The meeting as known on a day; `null` before it was planned. */
export function knowMeeting(meeting: MeetingFact, asOf: IsoDate): MeetingFact | null {
  if (meeting.plannedOn > asOf && (meeting.heldOn === null || meeting.heldOn > asOf)) return null;
  return {
    ...meeting,
    heldOn: past(meeting.heldOn, asOf),
    cancelledOn: past(meeting.cancelledOn, asOf),
    agendaSentOn: past(meeting.agendaSentOn, asOf),
    fitConfirmedOn: past(meeting.fitConfirmedOn, asOf),
    minutesSentOn: past(meeting.minutesSentOn, asOf),
    minutesConfirmedOn: past(meeting.minutesConfirmedOn, asOf),
  };
}

/** Meetings of a series as known on a day, by the day they are for. */
export function knowMeetings(
  meetings: readonly MeetingFact[],
  seriesId: string,
  asOf: IsoDate,
): MeetingFact[] {
  return meetings
    .filter((meeting) => meeting.seriesId === seriesId)
    .flatMap((meeting) => knowMeeting(meeting, asOf) ?? [])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.number - b.number));
}
