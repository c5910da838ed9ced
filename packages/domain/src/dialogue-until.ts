/** What was known of a dialogue on a day: later facts are left out, so that any past view can be reproduced. */
import type { DialogueFacts, MeetingFact } from "./dialogue.ts";
import type { IsoDate } from "./values.ts";

/**
 * The facts up to a day. A commitment nobody had put forward yet, a meeting nobody had planned and a series nobody had opened
 * are not there; what happened later to one that was has not happened.
 *
 * @param facts in any order; the order is kept
 * @example dialogueUntil(facts, "2025-03-31").meetings.every((meeting) => meeting.plannedOn <= "2025-03-31") // true
 */
export function dialogueUntil(facts: DialogueFacts, day: IsoDate): DialogueFacts {
  const passed = (on: IsoDate | null): IsoDate | null => (on !== null && on <= day ? on : null);
  const meetingOn = (meeting: MeetingFact): MeetingFact => ({
    ...meeting,
    heldOn: passed(meeting.heldOn),
    cancelledOn: passed(meeting.cancelledOn),
    agendaSentOn: passed(meeting.agendaSentOn),
    fitConfirmedOn: passed(meeting.fitConfirmedOn),
    minutesSentOn: passed(meeting.minutesSentOn),
    minutesConfirmedOn: passed(meeting.minutesConfirmedOn),
  });
  return {
    series: facts.series
      .filter(({ openedOn }) => openedOn <= day)
      .map((series) => ({ ...series, closedOn: passed(series.closedOn) })),
    // One that was written down after it was held was held all the same.
    meetings: facts.meetings
      .filter(({ plannedOn, heldOn }) => plannedOn <= day || passed(heldOn) !== null)
      .map(meetingOn),
    commitments: facts.commitments.flatMap((commitment) => {
      const acts = commitment.acts.filter(({ on }) => on <= day);
      return acts.length === 0 ? [] : [{ ...commitment, acts }];
    }),
  };
}
