/** English sentences of duties. */
import { sayIn } from "../texts/say-in.ts";

export const dutyTexts = {
  // What is due
  "duty.what.once":
    "{title}[?weekdays: (working days; public holidays are not counted out, the country is not known)]",
  "duty.what.change": "{title}: tell of every change within {days:days}",
  "duty.what.plan": "{title}: a plan within {days:days} of a finding",
  "duty.what.fix": "{title}: {grade} findings put right within {days:days}",
  "duty.what.agree": "{title}: agreed with those concerned within {days:days} of a finding",
  "duty.what.event": "{title}: within {days:days} of {event}",
  "duty.what.answer":
    "{title}: answer the request of {sent:date}[?working: within {working:working_days}][?weekdays: (public holidays are not counted out, the country is not known)]",
  "duty.what.refresh": "{title}: refresh",
  "duty.what.report": "{title}: report",
  "duty.what.meeting": "{title}: meeting {n} of {per_year} in the year",
  "duty.what.minutes": "{title}: what was agreed on {held:date}, in writing",
  "duty.what.gap": "{title}: gap to the floor closed",
  "duty.what.kpi":
    "Measure {kpi}[?target: against its target of {target}][?words: against its target: {words}]",
  "duty.what.no_day": "{title}",

  // How it stands
  "duty.met": "Clause {clause}, {what}: met[?on: on {on:date}].",
  "duty.due": "Clause {clause}, {what}: due on {due:date}.",
  "duty.overdue": "Clause {clause}, {what}: was due on {due:date} and has not come.",
  "duty.performed_without_result":
    "Clause {clause}, {what}: done what was to be done on {on:date}; the result has not come.",
  "duty.on_agreed_plan": "Clause {clause}, {what}: on an agreed plan until {plan:date}.",
  "duty.not_due_yet":
    "Clause {clause}, {what}: [?due:not due before {due:date}.][!due:nothing is due until it happens.]",
  "duty.date_unknown":
    "Clause {clause}, {what}: [?from:counts from {from}, and that date is not recorded.][!from:the clause names no day.]",
  "duty.does_not_apply": "Clause {clause}, {what}: does not apply.",

  "duty.reminder":
    "Clause {clause}, {what}: [?days:due in {days:days}, on {due:date}.][!days:due today.]",
  "duty.reminder.plan":
    "Clause {clause}, {what}: the agreed plan ends [?days:in {days:days}, on {due:date}.][!days:today.]",
} as const;

/** Says a sentence of duties. */
export const sayDuty: ReturnType<typeof sayIn<keyof typeof dutyTexts>> = sayIn(dutyTexts);
