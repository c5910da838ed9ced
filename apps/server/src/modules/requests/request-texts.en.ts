/** English sentences about where a request stands, by code. The grammar of templates is the tracing engine's. */
import type { Sentence } from "@throughline/domain";
import { renderTemplate } from "@throughline/tracing";

export const requestTexts = {
  "request.state.draft": "Written on {drafted:date}; not sent.",
  "request.state.withdrawn_draft": "Withdrawn on {on:date} before it was sent: {reason}",
  "request.state.withdrawn": "Sent on {sent:date}, withdrawn on {on:date}: {reason}",
  "request.state.answered": "{addressee} answered on {on:date}.",
  "request.state.answered_products":
    "{addressee} answered on {on:date}; {answered:words} of {asked:words} products {answered:plural:has:have} an answer.",
  "request.state.bounced":
    "The mail of {sent:date} did not arrive[?why: ({why})].[?late: The answer was due on {due:date}.]",
  "request.state.held":
    "Written on {sent:date} and not handed over: no mail server is set up here. Give link and code to {addressee} yourself.[?late: The answer was due on {due:date}.]",
  "request.state.sent_otherwise":
    "Sent on {sent:date} by other means; whether it was read is not known here.",
  "request.state.on_its_way": "Sent on {sent:date}; the mail is on its way.",
  "request.state.not_opened":
    "Sent on {sent:date}; never opened.[?due: The answer is due on {due:date}.]",
  "request.state.not_handed":
    "Link and code were made on {sent:date}; never opened.[?due: The answer is due on {due:date}.]",
  "request.state.opened":
    "Opened on {opened:date}; nothing is filled in yet.[?due: The answer is due on {due:date}.]",
  "request.state.part_filled":
    "Opened on {opened:date}; {answered:words} of {asked:words} products {answered:plural:has:have} an answer.",
  "request.state.part_filled_sites":
    "Opened on {opened:date}; {sites:words} {sites:plural:site:sites} named so far.",
  "request.state.part_answered":
    "{addressee} answered on {on:date} for {answered:words} of {asked:words} products.",
  "request.state.passed_on":
    "{addressee} passed it on to {passed:words} {passed:plural:other:others}; {back:words} {back:plural:has:have} answered.[?answered: {answered:Words} of {asked:words} products {answered:plural:has:have} an answer.]",
  "request.state.overdue_otherwise":
    "Overdue since {due:date}: sent on {sent:date} by other means, and no answer is recorded.",
  "request.state.overdue_not_opened":
    "Overdue since {due:date}: sent on {sent:date}, never opened.",
  "request.state.overdue_opened":
    "Overdue since {due:date}: opened on {opened:date}, nothing is filled in.",
  "request.state.overdue_part_filled":
    "Overdue since {due:date}: {answered:words} of {asked:words} products {answered:plural:has:have} an answer.",
  "request.state.overdue_part_filled_sites":
    "Overdue since {due:date}: {sites:words} {sites:plural:site:sites} named, not released.",
  "request.state.overdue_part_answered":
    "Overdue since {due:date}: {addressee} answered for {answered:words} of {asked:words} products.",
  "request.state.overdue_passed_on":
    "Overdue since {due:date}: {addressee} passed it on to {passed:words} {passed:plural:other:others}; {back:words} {back:plural:has:have} answered.[?answered: {answered:Words} of {asked:words} products {answered:plural:has:have} an answer.]",

  "asked.state.new":
    "{requester} asks[?due: for an answer by {due:date}][!due: without setting a day].",
  "asked.state.opened":
    "Nothing is filled in yet[?due:; {requester} asks for an answer by {due:date}].",
  "asked.state.part_filled":
    "{answered:words} of {asked:words} products {answered:plural:has:have} an answer[?due:; {requester} asks for it by {due:date}].",
  "asked.state.part_filled_sites":
    "{sites:Words} {sites:plural:site:sites} named[?due:; {requester} asks for an answer by {due:date}].",
  "asked.state.passed_on":
    "Passed on to {passed:words} {passed:plural:other:others}; {back:words} {back:plural:has:have} answered.[?answered: {answered:Words} of {asked:words} products {answered:plural:has:have} an answer.][?due: {requester} asks for an answer by {due:date}.]",
  "asked.state.answered": "Answered on {on:date}.",
  "asked.state.overdue": "{requester} asked for an answer by {due:date}; that day has passed.",
  "asked.state.withdrawn": "{requester} withdrew the request on {on:date}[?reason:: {reason}]",
} as const satisfies Record<string, string>;

export type RequestTextCode = keyof typeof requestTexts;

/** @example sayRequest("request.state.draft", { drafted: "2026-11-20" }).text // "Written on 20 November 2026; not sent." */
export function sayRequest(code: RequestTextCode, params: Sentence["params"]): Sentence {
  const text = renderTemplate(requestTexts[code], params);
  return { code, params, text: text.charAt(0).toUpperCase() + text.slice(1) };
}
