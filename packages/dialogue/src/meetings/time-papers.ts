/** Whether the papers of a meeting left in time: its agenda before, its minutes after. */
import {
  addDays,
  daysFrom,
  type IsoDate,
  type MeetingFact,
  type Sentence,
} from "@throughline/domain";
import { sayMeeting } from "../texts/meeting-texts.ts";
import { knowMeeting } from "./know-meeting.ts";

/** So many days after a meeting its minutes are spoken of as late. Our habit: what is confirmed while remembered is confirmed soon. */
export const minutesDueDays = 7;

/** How the agenda of a meeting stands. */
export interface AgendaTiming {
  /** `due`: not sent, and there is time; `never`: the meeting was held without one. */
  readonly state: "cancelled" | "in_time" | "late" | "due" | "overdue" | "never";
  /** Last day on which it leaves in time. */
  readonly dueOn: IsoDate;
  readonly sentOn: IsoDate | null;
  /** Days between agenda and meeting; `null` where it was not sent. */
  readonly daysAhead: number | null;
  /** Days after `dueOn`: when it was sent, or by the day asked about. 0: not late. */
  readonly lateBy: number;
  readonly sentence: Sentence;
}

/** @example agendaTiming(meeting, "2026-11-20").sentence.text // "The agenda was sent on 2 November 2026, 12 days ahead." */
export function agendaTiming(meeting: MeetingFact, asOf: IsoDate): AgendaTiming {
  const known = knowMeeting(meeting, asOf) ?? meeting;
  const on = known.heldOn ?? known.on;
  const dueOn = addDays(on, -known.leadDays);
  const sentOn = known.agendaSentOn;
  const daysAhead = sentOn === null ? null : daysFrom(sentOn, on);
  if (sentOn !== null && daysAhead !== null) {
    const lateBy = Math.max(0, daysFrom(dueOn, sentOn));
    const params = { on: sentOn, ahead: daysAhead, late: lateBy, lead: known.leadDays };
    const state = lateBy === 0 ? "in_time" : "late";
    return {
      state,
      dueOn,
      sentOn,
      daysAhead,
      lateBy,
      sentence: sayMeeting(lateBy === 0 ? "agenda.in_time" : "agenda.late", params),
    };
  }
  const base = { dueOn, sentOn, daysAhead, lateBy: 0 };
  if (known.cancelledOn !== null)
    return { ...base, state: "cancelled", sentence: sayMeeting("agenda.cancelled") };
  const until = known.heldOn ?? asOf;
  const lateBy = Math.max(0, daysFrom(dueOn, until));
  if (known.heldOn !== null)
    return { ...base, state: "never", lateBy, sentence: sayMeeting("agenda.never", { by: dueOn }) };
  return lateBy === 0
    ? { ...base, state: "due", sentence: sayMeeting("agenda.due", { by: dueOn }) }
    : { ...base, state: "overdue", lateBy, sentence: sayMeeting("agenda.overdue", { by: dueOn }) };
}

/** How the minutes of a meeting stand. */
export interface MinutesLag {
  readonly state: "not_held" | "waiting" | "overdue" | "sent";
  readonly dueOn: IsoDate | null;
  readonly sentOn: IsoDate | null;
  /** Days from the meeting until they were sent; `null` where they were not. */
  readonly days: number | null;
  readonly sentence: Sentence;
}

/** @example minutesLag(meeting, "2026-11-20").days // 3 */
export function minutesLag(meeting: MeetingFact, asOf: IsoDate): MinutesLag {
  const known = knowMeeting(meeting, asOf);
  if (known === null || known.heldOn === null)
    return {
      state: "not_held",
      dueOn: null,
      sentOn: null,
      days: null,
      sentence: sayMeeting("minutes.none"),
    };
  const { heldOn, minutesSentOn: sentOn } = known;
  const dueOn = addDays(heldOn, minutesDueDays);
  if (sentOn !== null) {
    const days = Math.max(0, daysFrom(heldOn, sentOn));
    return { state: "sent", dueOn, sentOn, days, sentence: sayMeeting("minutes.sent", { days }) };
  }
  const base = { dueOn, sentOn, days: null };
  return dueOn >= asOf
    ? { ...base, state: "waiting", sentence: sayMeeting("minutes.waiting", { by: dueOn }) }
    : {
        ...base,
        state: "overdue",
        sentence: sayMeeting("minutes.overdue", { held: heldOn, days: daysFrom(heldOn, asOf) }),
      };
}
