/**
 * English sentences of the KPIs, by code. The tone is a contract manager's. The grammar of templates is that of the line
 * (`@throughline/tracing`, `say.ts`). A translation is another file with the same codes.
 */
export const kpiTexts = {
  // Products
  "T1.share":
    "{n} of {of} {of:plural:product:products} {n:plural:has:have} a site of final assembly with legal name and full address.",
  "T10.share":
    "{n} of {of} {of:plural:product:products} {n:plural:is:are} traced to a site that makes {n:plural:it:them}.",
  "product.none": "No product is recorded on the contract, so there is nothing to count.",
  "row.T1.complete": "Assembled at {site}, with legal name and full address.",
  "row.T1.incomplete": "{text} Its legal name or full address is missing.",
  "row.T1.untraced": "{text}",
  "row.T10": "{text}",
  // Components
  "T2.share":
    "{n} of {of} component {of:plural:type:types} that the clauses name {n:plural:has:have} a site with legal name and full address.",
  "T2.none": "The clauses name no component, so there is nothing to count.",
  "row.T2.complete": "A confirmed site with legal name and full address makes it.",
  "row.T2.incomplete": "A confirmed site makes it; its legal name or full address is missing.",
  "row.T2.missing": "No confirmed site is named for it.",
  // Sites
  "T5.share": "{n} of {of} required fields of the disclosed sites are filled.",
  "T6.share": "{n} of {of} disclosed {of:plural:site:sites} can be placed in a town or better.",
  "site.none": "No site has been disclosed.",
  "row.T5": "{n} of 4 fields[?missing:; missing: {missing:list}].",
  "row.T6.placed": "Its address reaches to the {precision}.",
  "row.T6.country": "Only the country is known.",
  "row.T6.region": "Only the region is known.",
  "row.T6.none": "No address is known.",
  "field.legal_name": "legal name",
  "field.address": "address to the street",
  "field.country": "country",
  "field.product": "the product it works for",
  "precision.street": "street",
  "precision.locality": "town",
  "T8.share":
    "{added} {added:plural:site:sites} came and {removed} went; a year earlier there were {of}.",
  "T8.none": "A year earlier no site was known, so nothing can be compared.",
  "row.T8.added": "Not there a year earlier.",
  "row.T8.removed": "There a year earlier, no longer named.",
  "row.T8.stayed": "There both times.",
  // Disclosures due
  "T3.median":
    "In the middle, disclosures came {days} {days:plural:day:days} [?late:after][?early:before] the day they were due ({n} of {of} came).",
  "T3.on_day": "In the middle, disclosures came on the day they were due ({n} of {of} came).",
  "T3.none_came": "{of:Words} {of:plural:disclosure was:disclosures were} due and none has come.",
  "T4.share":
    "{n} of {of} {of:plural:disclosure that was due:disclosures that were due} came in time.",
  "due.none": "No disclosure was due in this period.",
  "due.no_rule": "No clause sets a day by which to disclose, and no request set one.",
  "row.due.label": "Clause {clause}[?brand:, {brand}]",
  "row.due.request_label": "Request to {addressee}",
  "row.due.in_time": "Due on {due:date}; “{title}” came on {on:date}, in time.",
  "row.due.late":
    "Due on {due:date}; “{title}” came on {on:date}, {days} {days:plural:day:days} late.",
  "row.due.missing": "Due on {due:date} and has not come.",
  "T3.besides": "{n:Words} {n:plural:has:have} not come: no day to count from.",
  // Yearly update
  "T7.yes": "Refreshed in the twelve months before {day:date}: “{title}” of {on:date}.",
  "T7.no":
    "Not refreshed in the twelve months before {day:date}[?on:; the last disclosure is “{title}” of {on:date}].",
  "T7.not_live": "The contract was not running on {day:date}.",
  "T7.no_start": "No day is recorded on which the contract began.",
  // Answers
  "R1.median":
    "Half of the answers came within {days} working {days:plural:day:days} ({n} of {of} {of:plural:request was:requests were} answered).",
  "R1.none_answered":
    "{of:Words} {of:plural:request was:requests were} sent and none has been answered.",
  "R1.none": "Nothing was asked in this period.",
  "R1.besides": "{who} has not answered since {since:date}.",
  "row.R1.answered": "{who} answered on {on:date}, after {days} working {days:plural:day:days}.",
  "row.R1.same_day": "{who} answered on the same day.",
  "row.R1.disclosed": "“{title}” came on {on:date}, after {days} working {days:plural:day:days}.",
  "row.R1.disclosed_same_day": "“{title}” came on the same day.",
  "row.R1.unanswered": "{who} has not answered since {since:date}.",
  "row.R1.withdrawn": "Withdrawn on {on:date}: it asks nobody any more.",
  "row.R1.label": "Request to {addressee}[?brand: about {brand}]",
  // Meetings
  "R2.count":
    "{n} {n:plural:meeting:meetings} in the twelve months before {day:date} with somebody whose mandate was confirmed[?others:; {others} more without].",
  "R2.none": "No meeting with them is recorded.",
  "row.R2.confirmed": "Held on {on:date}; that the attendee fits was confirmed on {fit:date}.",
  "row.R2.not_confirmed": "Held on {on:date}; nobody confirmed that the attendee fits.",
  "row.R2.confirmed_late":
    "Held on {on:date}; that the attendee fits was confirmed only afterwards.",
  "R4.median":
    "Half of the minutes were sent within {days} {days:plural:day:days} ({n} of {of} were sent).",
  "R4.none_sent":
    "{of:Words} {of:plural:meeting was:meetings were} held and no minutes have been sent.",
  "R4.none": "No meeting was held in this period.",
  "R4.besides": "{n:Words} {n:plural:meeting:meetings} without minutes so far.",
  "row.R4.sent": "Minutes sent on {on:date}, {days} {days:plural:day:days} after the meeting.",
  "row.R4.same_day": "Minutes sent on the day of the meeting.",
  "row.R4.not_sent": "No minutes have been sent.",
  // Commitments
  "R3.share":
    "{n} of {of} {of:plural:promise that was:promises that were} due {n:plural:was:were} kept by the date first agreed.",
  "R3.none": "No promise of theirs was due in this period.",
  "R3.besides_later": "{n:Words} more {n:plural:was:were} kept by a later date that both agreed.",
  "R3.besides_ours": "We kept {n} of our own {of} by the date first agreed.",
  "row.R3.first": "Due on {due:date}, done on {on:date}.",
  "row.R3.later": "First agreed for {due:date}; done on {on:date}, by the later date agreed.",
  "row.R3.late": "Due on {due:date}; done on {on:date}, after every date agreed.",
  "row.R3.running": "First agreed for {due:date}; not done, a later date is agreed.",
  "row.R3.open": "Due on {due:date}; not done, or nothing shows it.",
  "row.R3.ours": "Our own promise, due on {due:date}: not counted among theirs.",
  // Evidence
  "P3.share":
    "{n} of {of} {of:plural:piece:pieces} of evidence {n:plural:serves:serve} more than one contract.",
  "P3.none": "No evidence is kept with this contract.",
  "row.P3.reused": "Also used in {where:list}.",
  "row.P3.once": "Used in this contract only.",
  // Entered figures
  "entered.figure": "{by} entered {value} on {on:date}[?note:: {note}].",
  "entered.figure_nameless": "Entered on {on:date}: {value}[?note:; {note}].",
  "entered.no_value":
    "Entered on {on:date}: nothing to count (the denominator is zero), so there is no value.",
  "entered.none": "Nobody has entered a figure for this period.",
  "row.entered.standing": "Covers {from:date} to {to:date}[?evidence:; shown by {evidence}].",
  "row.entered.earlier":
    "Covers {from:date} to {to:date}; a later figure of the same period stands.",
  "row.entered.label": "{value}[?by:, entered by {by}]",
  no_facts: "This is not computed from facts kept here; it is entered with evidence.",
  differs:
    "The facts give {computed}, and {entered} was entered: open both and see which rows or which evidence is wrong.",
  "differs.no_data": "The facts give nothing to count, and {entered} was entered.",
  // Ratings
  "rating.good": "The target of {target} is reached.",
  "rating.short": "{share} % of the way to the target of {target}.",
  "rating.zero_target":
    "The target is {target} and was missed; of a target of zero there is no share.",
  "rating.wrong_side": "Far from the target of {target}: on the other side of zero.",
  "rating.no_target": "No target is set, so nothing is rated.",
  "rating.info": "This indicator says nothing by going up or down; it is not rated.",
  "rating.no_data": "There is no figure to rate.",
  "rating.judged": "Judged[?by: by {by}] on {on:date}: {note}",
  "rating.not_judged": "The target is told in words, and nobody has judged it for this period.",
  yes: "yes",
  no: "no",
  // Publication
  "published.held_back": "Held back: it would tell of fewer than three persons.",
  "published.no_figure": "{kpi} ({id}): there is no figure for {year}.",
  "published.so_far": "The year is not over: what is told is told as of {day:date}.",
} as const;

export type KpiTextCode = keyof typeof kpiTexts;
