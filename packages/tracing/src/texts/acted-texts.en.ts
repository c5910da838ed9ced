/** English sentences of the station Acted on, and of what is broken there. */
export const actedTexts = {
  "acted.headline.none": "no dialogue recorded",
  "acted.headline.nothing": "nothing to act on",
  "acted.headline.kept": "{kept} of {due} {due:plural:promise:promises} kept",
  "acted.headline.open": "{open} {open:plural:promise:promises} open",
  "acted.headline.held": "{held} {held:plural:meeting:meetings} held",
  "acted.headline.planned": "first meeting on {next:date}",
  "acted.headline.opened": "dialogue agreed, nothing held yet",
  "acted.detail":
    "[?theirs:{theirs} of theirs overdue; ][?ours:{ours} of ours overdue; ][?slips:{slips} {slips:plural:date:dates} moved; ][?waiting:{waiting} waiting for a word; ][?next:next meeting on {next:date}]",

  "acted.duty.none":
    "No dialogue about this contract is recorded here, so whether anything was taken up is not known.",
  "acted.duty.nothing": "No break is known, and nothing was to be taken up.",
  "acted.duty.planned":
    "The first meeting with {counterpart} is planned for {next:date}; none was due before.",
  "acted.duty.not_due":
    "Dialogue with {counterpart} was agreed, and no meeting was held or due yet.",
  "acted.duty.broken":
    "Meetings with {counterparts:list} were agreed, and none has been held since {since:date}; none is planned.",
  "acted.duty.whole":
    "The dialogue was held as agreed: {held:words} {held:plural:meeting:meetings} in the last twelve months, agendas and minutes in time[?open:, and what is broken was taken up].",
  "acted.duty.partly":
    "[?held:{held:Words} {held:plural:meeting was:meetings were} held in the last twelve months. ][!held:No meeting was held in the last twelve months. ][?lapsed:{lapsed:Words} {lapsed:plural:series has:series have} lapsed. ][?agendas:{agendas:Words} {agendas:plural:agenda:agendas} left late or not at all. ][?minutes:{minutes:Words} {minutes:plural:set of minutes is:sets of minutes are} missing. ][?unrecorded:Of {unrecorded:words} it is not recorded whether {unrecorded:plural:it:they} took place. ][?left:{left:Words} of {open:words} serious {open:plural:break was:breaks were} not taken up.]",

  "acted.result.none": "Nothing was promised that could be kept or not.",
  "acted.result.nothing": "Nothing was to come of it.",
  "acted.result.whole":
    "{kept} of {due} {due:plural:promise:promises} kept[?late:, {late:words} of them late].",
  "acted.result.partly":
    "{kept} of {due} {due:plural:promise:promises} kept[?late:, {late:words} of them late][?overdue:; {overdue:words} overdue][?disputed:; {disputed:words} disputed][?said:; {said:words} said to be done without anything that shows it][?uncovered:; for {uncovered:words} serious {uncovered:plural:break:breaks} nothing is promised].",
  "acted.result.broken":
    "None of {due:words} {due:plural:promise that was due is:promises that were due are} kept[?overdue:: {overdue:words} overdue][?since:, the oldest since {since:date}][?disputed:; {disputed:words} disputed][?said:; {said:words} said to be done without anything that shows it].",
  "acted.result.on_plan":
    "{open:Words} {open:plural:promise is:promises are} open that both sides agreed on, the last until {until:date}[?due:; {kept} of {due} due so far {due:plural:is:are} kept].",
  "acted.result.uncovered":
    "{open:Words} {open:plural:promise is:promises are} open; for {uncovered:words} serious {uncovered:plural:break:breaks} nothing is promised, and nothing was due yet.",
  "acted.result.unconfirmed":
    "{waiting:Words} {waiting:plural:promise was:promises were} put forward, and none is agreed by both sides.",

  "fact.meeting.held":
    "Meeting {number} with {counterpart} was held on {on:date}[?agenda:; {agenda}][?minutes:; {minutes}].",
  "fact.meeting.planned": "Meeting {number} with {counterpart} is planned for {on:date}.",
  "fact.meeting.unrecorded":
    "Meeting {number} with {counterpart} was planned for {on:date}; whether it was held is not recorded.",
  "fact.meeting.cancelled":
    "Meeting {number} with {counterpart}, planned for {on:date}, was cancelled.",
  "fact.series": "{said}",
  "fact.commitment": "“{what}”: {said}",

  "break.commitment_overdue":
    "{counterpart:Start} promised “{what}” by {due:date}, and it has not come[?slips:; its date was moved {slips:words} {slips:plural:time:times}, first agreed for {first:date}].",
  "action.commitment_overdue":
    "Remind {counterpart} of “{what}”: ask for what shows that it is done, or for a new date with its reason.",
  "why.commitment_overdue": "Both sides agreed on it; a promise nobody asks after is forgotten.",
  "break.commitment_overdue_own":
    "We promised {counterpart} “{what}” by {due:date}, and have not done it[?slips:; its date was moved {slips:words} {slips:plural:time:times}, first agreed for {first:date}].",
  "action.commitment_overdue_own":
    "Do what we promised {counterpart} (“{what}”) and say so, or ask for a later date with the reason.",
  "why.commitment_overdue_own": "Who asks others to keep their word keeps its own.",
  "break.commitment_asked_to_move":
    "{counterpart:Start} promised “{what}” by {due:date}, and it has not come; it asked on {on:date} for time until {to:date}, and we have not said yes or no.",
  "action.commitment_asked_to_move":
    "Say yes or no to {counterpart} about the new date of “{what}”.",
  "why.commitment_asked_to_move": "Until both agree on a later date, the earlier one holds.",
  "break.commitment_asked_to_move_own":
    "We promised {counterpart} “{what}” by {due:date}, and have not done it; we asked on {on:date} for time until {to:date}, and have no answer.",
  "action.commitment_asked_to_move_own":
    "Do what we promised {counterpart} (“{what}”), or ask for its yes or no to the new date.",
  "why.commitment_asked_to_move_own": "Until both agree on a later date, the earlier one holds.",
  "break.commitment_disputed": "Whether “{what}” is done is disputed: {said}",
  "action.commitment_disputed":
    "Settle with {counterpart} whether “{what}” is done, and what would show it.",
  "why.commitment_disputed": "As long as the two sides differ, it counts as not done.",
  "break.commitment_waits_own":
    "{counterpart:Start} said something about “{what}” on {on:date}, and we have not answered for {days} days.",
  "action.commitment_waits_own": "Say yes or no to {counterpart} about “{what}”.",
  "why.commitment_waits_own":
    "What one side wrote down holds once the other has said so. This time it is us.",
  "break.commitment_waits":
    "We put “{what}” to {counterpart} on {on:date}, and it has not said yes or no for {days} days.",
  "action.commitment_waits": "Ask {counterpart} to confirm or correct “{what}”.",
  "why.commitment_waits": "What one side wrote down holds once the other has said so.",
  "break.minutes_not_sent":
    "The minutes of the meeting with {counterpart} of {held:date} have not been sent; {days} days have passed.",
  "action.minutes_not_sent": "Send {counterpart} the minutes of {held:date} and what was promised.",
  "why.minutes_not_sent": "What was promised holds in writing, confirmed by both sides.",
  "break.meeting_unrecorded":
    "Whether the meeting with {counterpart} of {on:date} was held is not recorded.",
  "action.meeting_unrecorded":
    "Say whether the meeting of {on:date} was held, and write down what was promised.",
  "why.meeting_unrecorded": "A meeting nobody wrote anything of might as well not have been.",
  "break.agenda_late":
    "The agenda of the meeting with {counterpart} on {on:date} has not been sent; it should have been by {by:date}.",
  "action.agenda_late": "Send {counterpart} the agenda of {on:date}.",
  "why.agenda_late": "Whoever is to bring answers needs time to find them.",
  "break.cadence_lapsed": "{said}",
  "action.cadence_lapsed":
    "[?planned:Hold the meeting with {counterpart} planned for {planned:date}.][!planned:Agree with {counterpart} on a day for the next meeting.]",
  "why.cadence_lapsed": "Dialogue works when it is regular.",
} as const;
