/** English sentences of a drafted agenda. They are read by both sides: what we know is said as what it is, and nobody else is named. */
import { sayIn } from "./say-in.ts";

export const agendaTexts = {
  "title.where_made":
    "[?products:Place of assembly: {products:list}][!products:Where what we bought is made][?more: and {more} more]",
  "title.open_question": "Our question[?sent: of {sent:date}][?due:, to be answered by {due:date}]",
  "title.obstacle": "What stands in the way of an answer",
  "title.disclosed": "What was disclosed, and what became of it",
  "title.parts": "Makers of parts and materials",
  "title.up_to_date": "Bringing the list of sites up to date",
  "title.measure": "An official measure against {site}",
  "title.masked": "Sites that are kept from us",
  "title.clause": "Clause {clause}: {what}",
  "title.other": "An open point of {reference}",
  "title.commitment": "Promised by {who}: {what}",
  "title.waiting": "Promises that wait for a word",
  "title.running": "Promises still running",
  "title.evidence": "{title}: [?expired:expired on {on:date}][!expired:expires on {on:date}]",
  "title.free": "{title}",
  "title.pack": "{title}",
  "title.owe": "What we owe",

  "detail.said": "{said}",
  "detail.measure":
    "{said} It is an official measure, not a finding of ours[?source: (source: {source})].[!decided: Whether it is about this site, nobody has decided yet.]",
  "detail.models":
    "Of {all:words} {all:plural:model:models} of {brand} that we bought, these are not traced to the place of final assembly: {missing:list}.",
  "detail.request":
    "{addressee:Start} was asked on {sent:date}[?about: about {about}][?due:; the answer was due by {due:date}].",
  "detail.several": "{said}",
  "detail.evidence":
    "{title}, given by {by}, [?expired:expired on {on:date}][!expired:covers until {on:date}].",
  "detail.free": "{detail}[!detail:Put on the agenda by {by}.]",

  "bring.sites":
    "Full legal name and street address of each site, by model; where it is one of several, all of them.",
  "bring.answer": "The answer, or by when it comes, or who in the chain will not say and why.",
  "bring.obstacle": "Who said no and with which reason, and what would move them.",
  "bring.corrected": "The corrected list, with the day it speaks about.",
  "bring.parts":
    "Names and addresses of the makers as far as they are known, and the step at which knowledge ends.",
  "bring.refresh": "The list as it is today, and what changed since the last.",
  "bring.measure":
    "What is known of the measure, whether this site made what we bought, and what is done about it.",
  "bring.masked": "The result of a screening by somebody who knows the names, with list and date.",
  "bring.clause": "What the clause asks, or a date by which it comes.",
  "bring.open": "What you know about it, and what you can do.",
  "bring.commitment_theirs": "What shows that it is done, or a date with its reason.",
  "bring.commitment_ours": "Nothing: this one is ours to report on.",
  "bring.words": "A yes or a no to each.",
  "bring.running": "Whether anything stands in the way of the dates.",
  "bring.evidence": "The renewed document, or when it comes.",
  "bring.pack": "Answers as far as they are known, and whoever can give them: {whom}",
  "bring.free": "What you would like to say or hear about it.",

  "why.break": "{why}",
  "why.models": "What is not traced to a place cannot be looked at.",
  "why.measure":
    "Official measures come first: if the site made what we bought, workers there may be at risk now.",
  "why.overdue": "It was promised by {due:date} and has not come.",
  "why.disputed": "The two sides do not agree whether it is done.",
  "why.slipped":
    "Its date was moved {slips:words} {slips:plural:time:times}; another look keeps it from slipping again.",
  "why.waiting": "What one side wrote down holds once the other has said so.",
  "why.running": "Naming what is on its way keeps it on its way.",
  "why.request": "Silence is not an answer; an obstacle told is one.",
  "why.evidence":
    "[?expired:It shows nothing for the time since.][!expired:After that day it shows nothing for the time that follows.]",
  "why.pack": "{about}",
  "why.free": "It was asked for by {by}.",

  "owe.break": "{said}",
  "owe.commitment": "We promised “{what}”[?due: by {due:date}].",

  "later.focus": "Kept for next time: this meeting is about {focus:list}.",
  "later.time": "Kept for next time: the time that is left goes to what comes before it.",

  "focus.none":
    "Nothing is open, and no subject was chosen. Add what you would like to talk about.",
  "focus.said":
    "The meeting is about {focus:list}[?later:; {later:words} {later:plural:point is:points are} kept for next time].",
  "focus.promises":
    "The meeting follows up what was promised and asked[?later:; {later:words} {later:plural:point is:points are} kept for next time].",

  "theme.working_hours": "working hours",
  "theme.wages": "wages",
  "theme.traceability": "where it is made",
  "theme.crisis_times": "times of crisis",
  "theme.remedy": "remedy",
  "theme.agreement": "what was agreed",
  "theme.measures": "official measures",
  "theme.promises": "promises",
} as const;

/** Says a sentence of an agenda. */
export const sayAgenda: ReturnType<typeof sayIn<keyof typeof agendaTexts>> = sayIn(agendaTexts);
