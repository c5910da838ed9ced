/** English sentences of meetings: cadence, agendas, minutes, the channel. */
import { sayIn } from "./say-in.ts";

export const meetingTexts = {
  "cadence.closed": "The dialogue with {counterpart} was closed on {on:date}.",
  "cadence.as_needed":
    "Meetings with {counterpart} are held as needed[?last:; the last was on {last:date}][!last:; none was held yet].",
  "cadence.planned": "The next meeting with {counterpart} is planned for {planned:date}.",
  "cadence.in_time":
    "The next meeting with {counterpart} is due by {due:date}[?last:; the last was on {last:date}].",
  "cadence.soon":
    "A meeting with {counterpart} is due by {due:date}, and none is planned. Agree on a day now.",
  "cadence.lapsed":
    "Meetings with {counterpart} were agreed for every {every}; the last was on {last:date}, so one has been due since {due:date}.[?planned: The next is planned for {planned:date}.][!planned: None is planned.]",
  "cadence.never":
    "Meetings with {counterpart} were agreed for every {every}, and none was held since {opened:date}; the first has been due since {due:date}.[?planned: It is planned for {planned:date}.][!planned: None is planned.]",
  "cadence.unrecorded":
    "Whether the meeting of {planned:date} with {counterpart} was held is not recorded.",

  "agenda.cancelled": "The meeting was cancelled, so no agenda is due.",
  "agenda.in_time": "The agenda was sent on {on:date}, {ahead:days} ahead.",
  "agenda.late":
    "The agenda was sent on {on:date}, {late:days} later than the {lead:days} ahead that were agreed.",
  "agenda.due": "The agenda is to be sent by {by:date}.",
  "agenda.overdue": "The agenda has not been sent; it should have been by {by:date}.",
  "agenda.never": "No agenda was sent before the meeting; it should have been by {by:date}.",

  "minutes.none": "The meeting has not been held, so no minutes are due.",
  "minutes.waiting": "The minutes are to be sent by {by:date}.",
  "minutes.overdue":
    "The minutes of the meeting of {held:date} have not been sent; {days:days} have passed.",
  "minutes.sent":
    "The minutes were sent [?days:{days:days} after the meeting][!days:on the day of the meeting].",

  "channel.open": "No procurement on the subject is live, so you may talk to one firm alone.",
  "channel.unsure":
    "What the dialogue is about is not said by category, so whether {titles:list} {n:plural:is:are} about it has to be judged by a person.",
  "channel.closed":
    "“{title}” is live[?since: since {since:date}] and about the same subject ({group}). Until it is awarded, nobody who may bid is talked to alone on it: all bidders are treated equally and without discrimination (2014/24/EU, article 18).",
  "channel.running":
    "What was promised before stands: commitments of running contracts are followed up in writing, as the contract says.",
} as const;

/** Says a sentence of meetings. */
export const sayMeeting: ReturnType<typeof sayIn<keyof typeof meetingTexts>> = sayIn(meetingTexts);
