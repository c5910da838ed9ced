/** Pure decisions about meetings: how one stands, what is next for whoever reads it, what can be done. */
import { agendaTiming, minutesLag, type AgendaTiming } from "@throughline/dialogue";
import { toLocalDay, type IsoDate, type MeetingFact, type Sentence } from "@throughline/domain";
import { sayOfMeeting } from "./meeting-sentences.ts";
import type { MeetingRow } from "./meetings.store.ts";

const dayOf = (instant: Date | null): IsoDate | null =>
  instant === null ? null : instant.toISOString().slice(0, 10);

/** The meeting as the dialogue engine reads it; topics and fit are not judged here. */
export function factOf(row: MeetingRow): MeetingFact {
  return {
    id: row.id,
    seriesId: row.seriesId,
    number: row.number,
    title: row.title,
    on: toLocalDay(row.startsAt, row.timeZone),
    // What was written down after the day it is about happened on that day all the same.
    plannedOn: "0001-01-01",
    heldOn: row.heldOn,
    cancelledOn: dayOf(row.cancelledAt),
    agendaSentOn: dayOf(row.agendaFirstSentAt),
    leadDays: row.leadDays,
    fitConfirmedOn: null,
    minutesSentOn: dayOf(row.minutesFirstSentAt),
    minutesConfirmedOn: null,
    topics: [],
  };
}

/** Days later than it should have left: `null` while there is time or where none is due. */
export function lateDaysOf({ state, lateBy }: AgendaTiming): number | null {
  return state === "due" || state === "cancelled" ? null : lateBy;
}

/** How the newest minutes stand between the sides. */
export function minutesState(
  row: Pick<MeetingRow, "revision" | "reply">,
): "none" | "waiting" | "confirmed" | "corrected" {
  return row.revision === null ? "none" : (row.reply ?? "waiting");
}

/** Whether the minutes wait for a word of ours. */
export function minutesWaitForUs(
  row: Pick<MeetingRow, "revision" | "reply" | "mySide" | "hosted">,
): boolean {
  const state = minutesState(row);
  return row.hosted ? state === "corrected" : state === "waiting" && row.mySide === "counterpart";
}

/** Days in which minutes are to be confirmed. Our habit: longer, and nobody remembers. */
export const confirmDays = 14;

/** By when minutes sent at an instant are to be confirmed. */
export function confirmBy(sentAt: Date): IsoDate {
  return new Date(sentAt.getTime() + confirmDays * 86_400_000).toISOString().slice(0, 10);
}

/** Days after a meeting in which feedback is asked for; later nobody remembers. Our habit. */
const feedbackDays = 30;

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What is next for us, or `null`. */
export function nextOf(row: MeetingRow, today: IsoDate): Sentence | null {
  if (row.state === "cancelled") return null;
  return row.state === "planned" ? nextBefore(row, today) : nextAfter(row, today);
}

function nextBefore(row: MeetingRow, today: IsoDate): Sentence | null {
  const fact = factOf(row);
  if (row.hosted) {
    if (fact.on < today || (fact.on === today && row.agendaFirstSentAt !== null))
      return sayOfMeeting("next.record_held", { on: fact.on });
    if (row.agendaFirstSentAt !== null || row.closed) return null;
    const { state, dueOn } = agendaTiming(fact, today);
    return sayOfMeeting(state === "due" ? "next.send_agenda" : "next.send_agenda_late", {
      by: dueOn,
    });
  }
  return row.askedOfUs > 0 && fact.on >= today ? sayOfMeeting("next.say_who_comes") : null;
}

function nextAfter(row: MeetingRow, today: IsoDate): Sentence | null {
  const heldOn = row.heldOn ?? today;
  if (row.hosted && row.revision === null) {
    const { state, dueOn } = minutesLag(factOf(row), today);
    return state === "overdue"
      ? sayOfMeeting("next.send_minutes_late", { on: heldOn })
      : sayOfMeeting("next.send_minutes", { by: dueOn });
  }
  if (minutesWaitForUs(row))
    return row.hosted
      ? sayOfMeeting("next.send_corrected", { counterpart: row.counterpart })
      : sayOfMeeting("next.confirm_minutes");
  const asksFeedback =
    row.seesFeedback &&
    !row.gaveFeedback &&
    !row.closed &&
    daysBetween(heldOn, today) <= feedbackDays;
  return asksFeedback ? sayOfMeeting("next.give_feedback") : null;
}

/** Sort value and id of a meeting in a list. */
export type MeetingSort = "date" | "-date" | "counterpart";
export type MeetingKey = readonly [counterpart: string, startsAt: string, id: string];

export function keyOf(row: MeetingRow, sort: MeetingSort): MeetingKey {
  const counterpart = sort === "counterpart" ? row.counterpart.toLowerCase() : "";
  return [counterpart, row.startsAt.toISOString(), row.id];
}

/** Newest first within a counterpart. */
export function compareKeys(a: MeetingKey, b: MeetingKey, sort: MeetingSort): number {
  const turned = sort === "date" ? 1 : -1;
  return compare(a[0], b[0]) || turned * compare(a[1], b[1]) || turned * compare(a[2], b[2]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
