/** English sentences of the stations Asked and Agreed, and of what is broken there. */
export const agreementTexts = {
  "asked.headline.none": "no tender recorded",
  "asked.headline.draft": "{reference}, not published",
  "asked.headline.nothing": "nothing asked in {reference}",
  "asked.headline": "{asked} {asked:plural:requirement:requirements} asked in {reference}",
  "asked.detail":
    "[?blocking:{blocking} blocking {blocking:plural:mismatch:mismatches}; ][?serious:{serious} serious; ][?advice:{advice} to look at; ][?stand:{stand} let stand; ][?days:{days} days from first announcement to deadline]",
  "asked.duty.nothing":
    "No tender is recorded behind this contract, so what was asked is not known.",
  "asked.duty.contract_only":
    "{clauses:Words} {clauses:plural:requirement stands:requirements stand} in the contract, which is a valid place to ask; no tender is recorded here, so what was told to bidders is not known.",
  "asked.duty.draft":
    "No day of publication is recorded for {reference}, so it is not known to have been asked.",
  "asked.duty.no_policy":
    "Nothing is recorded as asked in {reference}, and no policy says what should be.",
  "asked.duty.policy_unsure":
    "{unsure:Words} {unsure:plural:row:rows} of our policy could not be tried on {reference}, because a fact is missing; whether more should have been asked is not known.",
  "asked.duty.not_applicable": "Our policy asks nothing of {reference}, and nothing was asked.",
  "asked.duty.whole":
    "[?policy:All that our policy asks ({policy}) was asked in {reference}, and told in the call of {published:date}.][!policy:All that is asked in {reference} was told in the call of {published:date}; our policy is not recorded or asks nothing of it.][?contractOnly: It stands only in the contract’s clauses, which is a valid design.]",
  "asked.duty.partly":
    "{open:Words} of the things to be asked or told in the call of {published:date} {open:plural:was:were} not, or not as our policy says[?stand:; {stand:words} of them let stand with a reason].",
  "asked.duty.broken":
    "{open:Words} of the things that must be asked or told in the call of {published:date} {open:plural:was:were} not.",
  "asked.result.unknown": "Without a tender there is nothing to hold the clauses against.",
  "asked.result.nothing": "Nothing is recorded in {reference} that could hold together or not.",
  "asked.result.not_applicable": "Nothing was to be asked.",
  "asked.result.whole":
    "Criteria, promises and clauses of {reference} hold together[?stand:; {stand:words} {stand:plural:mismatch was:mismatches were} let stand with a reason].",
  "asked.result.partly":
    "Criteria, promises and clauses of {reference} hold together but for {serious:words} serious {serious:plural:mismatch:mismatches}.",
  "asked.result.broken":
    "Criteria, promises and clauses of {reference} do not hold together: {blocking:words} {blocking:plural:mismatch:mismatches} should have kept it from being published.",

  "agreed.headline.none": "no clause recorded",
  "agreed.headline":
    "{clauses} {clauses:plural:clause:clauses}[?overdue:, {overdue} {overdue:plural:duty:duties} overdue]",
  "agreed.detail":
    "[?met:{met} met; ][?performed:{performed} done without the result; ][?plan:{plan} on an agreed plan; ][?due:{due} due soon; ][?later:{later} not due yet; ][?undated:{undated} without a date]",
  "agreed.duty.none": "No clause of the contract is recorded.",
  "agreed.duty.whole":
    "{clauses:plural:The one clause:Each of the clauses} has a way of follow-up, a person and hours[?dialogue:; {dialogue:words} by dialogue, which is a valid way].",
  "agreed.duty.partly":
    "[?noWay:{noWay:Words} of {clauses:words} {clauses:plural:clause:clauses} {noWay:plural:says:say} nothing of how {noWay:plural:it is:they are} followed up. ][?noPerson:{noPerson:Words} {noPerson:plural:has:have} nobody to follow them up. ][?noHours:For {noHours:words} no hours are planned. ][?lost:{lost:Words} of what was asked in the tender {lost:plural:stands:stand} in no clause.]",
  "agreed.duty.broken":
    "Nothing says how {clauses:words} {clauses:plural:clause is:clauses are} followed up, and nobody is assigned.",
  "agreed.result.none": "Nothing was agreed that could be met or not.",
  "agreed.result.unseen": "Whether what was agreed is met is not known: nobody looked.",
  "agreed.result.whole":
    "What fell due so far is met: {met:words} {met:plural:duty:duties}[?next:; the next is due on {next:date}].",
  "agreed.result.nothing_due":
    "Nothing has fallen due yet[?next:; the next is due on {next:date}].",
  "agreed.result.overdue":
    "{overdue:Words} {overdue:plural:duty is:duties are} overdue, the oldest since {since:date}[?met:; {met:words} {met:plural:is:are} met].",
  "agreed.result.performed":
    "What was to be done was done for {performed:words} {performed:plural:duty:duties}, and the result has not come[?met:; {met:words} {met:plural:is:are} met].",
  "agreed.result.on_plan":
    "{plan:Words} {plan:plural:duty is:duties are} on an agreed plan until {until:date}[?met:; {met:words} {met:plural:is:are} met].",
  "agreed.result.undated":
    "When {undated:words} {undated:plural:duty is:duties are} due is not known[?met:; {met:words} {met:plural:is:are} met].",
  "agreed.result.not_applicable": "What the clauses make due does not apply here.",

  "fact.tender.announced": "The market first heard of {reference} on {on:date}.",
  "fact.tender.published":
    "{reference} was published on {on:date}[?due:; bidders had until {due:date}].",
  "fact.tender.awarded": "{reference} was awarded on {on:date}.",
  "fact.tender.instance":
    "[?place:{place}: ]{title}, asked as {role}[?weight:, weighing {weight} %][!announced:; not told in the call].",
  "fact.tender.policy": "Our policy asks {title} as {role} ({rows:list}).",
  "fact.tender.mismatch": "{said}[?on: {by:Start} let it stand on {on:date}: {reason}.]",
  "fact.duty.met": "Clause {clause}, {what}: met[?on: on {on:date}].",
  "fact.duty.due": "Clause {clause}, {what}: due on {due:date}.",
  "fact.duty.overdue": "Clause {clause}, {what}: was due on {due:date} and has not come.",
  "fact.duty.performed_without_result":
    "Clause {clause}, {what}: what was to be done was done on {on:date}; the result has not come.",
  "fact.duty.on_agreed_plan": "Clause {clause}, {what}: on an agreed plan until {plan:date}.",
  "fact.duty.not_due_yet":
    "Clause {clause}, {what}: [?due:not due before {due:date}.][!due:nothing is due until it happens.]",
  "fact.duty.date_unknown":
    "Clause {clause}, {what}: [?from:counts from {from}, and that date is not recorded.][!from:the clause names no day.]",
  "fact.duty.does_not_apply": "Clause {clause}, {what}: does not apply.",

  "fact.duty.disclosed":
    "Clause {clause}, {what}: a disclosure of {on:date} is there for every brand; nobody has recorded that it is what the clause asks.",

  "break.mismatch": "In {reference}: {said}",
  "action.mismatch":
    "[?published:Carry into the contract what {reference} left open, or let it stand with a reason.][!published:Mend it in {reference} before it is published.]",
  "why.mismatch":
    "[?published:What is published is not changed any more; what is agreed can be, within what the contract allows.][!published:What does not hold together in the tender will not in the contract.]",
  "break.not_carried":
    "[?place:{place}: ]{title} was asked in {reference} as a clause, and no clause of the contract carries it.",
  "action.not_carried": "Add the clause to the contract, or say why it was left out.",
  "why.not_carried": "What was asked and is not in the contract binds nobody.",
  "break.no_way":
    "Nothing says how {clauses:plural:clause:clauses} {places:list}[?more: and {more} more] {clauses:plural:is:are} followed up.",
  "action.no_way":
    "Say how {clauses:plural:clause:clauses} {places:list}[?more: and {more} more] {clauses:plural:is:are} followed up: by an indicator, by evidence or by dialogue.",
  "why.no_way": "A number is not needed; a clause nobody looks after is not kept.",
  "break.no_hours": "No hours are planned for following up {places:list}[?more: and {more} more].",
  "action.no_hours": "Say how many hours a month go into following up the contract.",
  "why.no_hours": "Whoever is named for it needs time for it.",
  "break.no_person":
    "Nobody is named to follow up {clauses:plural:clause:clauses} {places:list}[?more: and {more} more].",
  "action.no_person":
    "Name who follows up {clauses:plural:clause:clauses} {places:list}[?more: and {more} more].",
  "break.duty_overdue": "Clause {clause}, {what}: was due on {due:date} and has not come.",
  "action.duty_overdue":
    "Ask {addressee} for what clause {clause} asks ({what}), and record what comes or by when it is agreed to come.",
  "why.duty_overdue": "Clause {clause} asks for it[?from:, counted from {from}].",
  "action.duty_overdue_own":
    "Do what clause {clause} makes due ({what}), and record it; or record by when it will be done.",
  "why.duty_overdue_own": "What was agreed to be measured here is ours to do.",
  "break.duty_without_result":
    "Clause {clause}, {what}: {whose:Start} did on {on:date} what it had to; the result has not come.",
  "action.duty_without_result":
    "Agree with {addressee} by when the result comes, and record it as a plan.",
  "why.duty_without_result":
    "The duty is performed, so nobody failed it; the result is still missing.",

  "break.duty_disclosed":
    "Clause {clause}, {what}: a disclosure of {on:date} is there, and nobody has recorded that it is what the clause asks.",
  "action.duty_disclosed":
    "Look at the disclosure, and record that it is what clause {clause} asks, or by when {addressee} completes it.",
  "why.duty_disclosed": "That something came does not say that it is all that was agreed.",

  "readiness.gate.duty":
    "Clause {clause} makes extension depend on what was due on {due:date} and has not come: {what}.",
  "readiness.advice.plan":
    "Clause {clause} makes extension depend on it, and it is on an agreed plan until {plan:date}: {what}.",
} as const;
