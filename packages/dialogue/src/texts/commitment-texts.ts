/** English sentences of commitments: how one stands, and why an act is refused. */
import { sayIn } from "./say-in.ts";

export const commitmentTexts = {
  "standing.put_forward": "{by:Start} put it forward on {on:date}; {other} did not answer yet.",
  "standing.refused": "{other:Start} refused it on {on:date}[?reason:: {reason}].",
  "standing.open":
    "{debtor:Start} promised it[?due: by {due:date}][?slips: (a later day was asked for {slips:words} {slips:plural:time:times}; first agreed for {first:date})].",
  "standing.open_undated": "{debtor:Start} promised it, without a date.",
  "standing.overdue":
    "{debtor:Start} promised it by {due:date}, and it has not come: {late:days} late[?slips: (a later day was asked for {slips:words} {slips:plural:time:times}; first agreed for {first:date})].",
  "standing.said_done":
    "{debtor:Start} said on {on:date} that it is done, without anything that shows it; {creditor} did not say yet whether it is.",
  "standing.said_done_unagreed":
    "{debtor:Start} said on {on:date} that it is done; {creditor} never confirmed that it was agreed.",
  "standing.disputed":
    "{debtor:Start} said that it is done; {creditor} said on {on:date} that it is not[?reason:: {reason}].",
  "standing.kept":
    "Kept: done on {on:date}[?shown:, shown by {shown}][?accepted:, and {creditor} said so too].",
  "standing.kept_late":
    "Kept late: done on {on:date}, first agreed for {first:date}[?later:, then for {later:date}].",
  "standing.released": "{creditor:Start} no longer wanted it from {on:date}[?reason:: {reason}].",
  "standing.asked_to_move":
    "{by:Start} asked on {on:date} to move it to {to:date}[?reason:: {reason}]. Until that is confirmed, {due:date} holds.",

  "act.first_day": "The last word of it is of {last:date}; nothing can be said before that day.",
  "act.already_made": "It is put forward already. Correct it instead.",
  "act.not_made": "Nothing was put forward yet.",
  "act.ended":
    "{creditor:Start} no longer wanted it. What is to be done after all is put forward anew.",
  "act.own_word": "{by:Start} put it forward, so the other side confirms or refuses it.",
  "act.nothing_put_forward": "Nothing waits to be confirmed or refused.",
  "act.not_agreed_yet":
    "It has no agreed date that could be moved yet. Correct what was put forward instead.",
  "act.not_later":
    "A date is moved to a later day; {due:date} holds. An earlier day is a correction.",
  "act.later_is_postponed":
    "The date that both agreed is {due:date}. A later one is asked for as a new date with its reason, so that the slip is kept.",
  "act.done": "It is said to be done. If it is not, dispute that.",
  "act.not_owed": "It is for {debtor} to say that it is done.",
  "act.owed": "It is for {creditor} to say whether it is done or still wanted.",
  "act.not_said_done": "Nobody has said that it is done.",
  "act.already_accepted": "{creditor:Start} accepted it already.",
  "act.already_disputed": "{creditor:Start} disputed it already.",
  "act.already_kept": "It was said and shown to be done on {on:date} already.",
  "act.refused_before": "It was refused. Put it forward in other words first.",
  "act.no_reason": "Say why.",
  "act.no_wording": "Say what is promised.",
} as const;

/** Says a sentence of a commitment. */
export const sayCommitment: ReturnType<typeof sayIn<keyof typeof commitmentTexts>> =
  sayIn(commitmentTexts);
