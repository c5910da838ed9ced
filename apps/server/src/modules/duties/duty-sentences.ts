/** English sentences about duties that no engine makes: short, beside the clause and what is due. */
import type { Duty, IsoDate, Sentence } from "@throughline/domain";
import { sayIn } from "@throughline/requirements";
import { daysBetween } from "./duties.policy.ts";

export const sayDutyState = sayIn({
  "state.due": "[?days:Due in {days:days}.][!days:Due today.]",
  "state.overdue": "{days:days} overdue: it was due on {due:date} and has not come.",
  "state.met": "Met[?on: on {on:date}].",
  "state.performed_without_result":
    "What was to be done was done on {on:date}; the result has not come.",
  "state.on_agreed_plan": "On an agreed plan until {plan:date}.",
  "state.not_due_yet": "Nothing due yet[?due:; due on {due:date}].",
  "state.date_unknown":
    "[?from:It counts from {from}, and that date is not recorded.][!from:The clause names no day.]",
  "state.does_not_apply": "It does not apply.",
});

export const sayReminder = sayIn({
  "reminder.subject":
    "[?one:A duty falls due on {first:date}][?many:{many} duties fall due, the first on {first:date}]",
  "reminder.opening": "Good morning,",
  "reminder.about": "these duties of your contracts fall due soon:",
  "reminder.contract": "{reference} {title}[?supplier: ({supplier})]",
  "reminder.closing":
    "What was done, an agreed plan, or why it does not apply can be recorded under Duties.",
});

export const sayCalendar = sayIn({
  "calendar.mine": "Duties I look after",
  "calendar.organisation": "Duties of our contracts",
  "calendar.entry": "{reference}: clause {clause}",
});

/** "Due in 12 days.", "12 days overdue: …". */
export function sayStanding(duty: Duty, today: IsoDate): Sentence {
  return sayDutyState(`state.${duty.state}`, {
    days: duty.dueOn === null ? null : Math.abs(daysBetween(today, duty.dueOn)),
    due: duty.dueOn,
    on: duty.achievedOn ?? duty.performedOn,
    plan: duty.planUntil,
    from: duty.countsFrom === "previous" ? "the one before" : duty.countsFrom,
  });
}
