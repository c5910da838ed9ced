/** English sentences about a meeting that no engine makes. */
import { findPack } from "@throughline/dialogue";
import { sayIn } from "@throughline/requirements";

export const sayOfMeeting = sayIn({
  "next.record_held": "Say whether the meeting of {on:date} was held, and who came.",
  "next.send_agenda": "Send the agenda by {by:date}.",
  "next.send_agenda_late": "Send the agenda; it should have left by {by:date}.",
  "next.send_minutes": "Send the minutes by {by:date}.",
  "next.send_minutes_late": "Send the minutes; the meeting was on {on:date}.",
  "next.send_corrected":
    "{counterpart} corrected the minutes. Send them again as they should read.",
  "next.confirm_minutes": "Confirm the minutes, or say what is to be corrected.",
  "next.say_who_comes": "Say who comes, and what they may decide.",
  "next.give_feedback": "Tell the other side how the meeting was.",
  "without.seat": "{name}: no address stands on the link of its seat.",
  "without.not_shown": "{name}: its seat does not see this.",
  "without.person": "{role}: no address is known.",
  "without.same": "{name}: reads it at {address} already.",
});

/** An issue by its key, as people say it. */
export function sayIssue(issue: string): string {
  const pack = findPack(issue);
  if (pack !== undefined && pack.key === issue) return pack.title;
  const words = issue.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
