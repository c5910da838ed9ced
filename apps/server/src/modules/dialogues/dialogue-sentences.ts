/** English sentences about programmes, series and seats that no engine makes. */
import { sayIn } from "@throughline/requirements";

export const sayDialogue = sayIn({
  "state.paused": "The series is paused: {reason}",
  "state.closed": "The series is closed: {reason}",
  "channel.closed": "“{title}” has been live since {since:date}.",
  "channel.closed_by_us":
    "Our procurement “{title}” is about the same and has been live since {since:date}. Until it is awarded or closed, nobody is talked to alone about it.",
  "channel.closed_by_others":
    "A buyer at this table has had “{title}” live since {since:date}. Until it is awarded or closed, nobody is talked to alone about it.",
  "series.meetings_not_shown":
    "When this series meets is not opened to your seat. Whoever leads it can open it.",
});
