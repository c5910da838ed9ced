/**
 * English sentences of the line, by code. The tone is a contract manager's: who did what, when, and what is not
 * known. The grammar of templates is in `../say.ts`. A translation is another file with the same codes.
 */
import { actedTexts } from "./acted-texts.en.ts";
import { agreementTexts } from "./agreement-texts.en.ts";
import { breakTexts } from "./break-texts.en.ts";
import { linkTexts } from "./link-texts.en.ts";
import { requestTexts } from "./request-texts.en.ts";
import { stationTexts } from "./station-texts.en.ts";

export const texts = {
  ...stationTexts,
  ...agreementTexts,
  ...actedTexts,
  ...breakTexts,
  ...requestTexts,
  ...linkTexts,

  // How a product stands
  "product.traced_one": "Assembled at {site}[?country: in {country:country}] ({level}).",
  "product.traced_many": "Assembled at {sites:words} confirmed sites.",
  "product.possible":
    "One of {n:words} possible sites[?not:, {not:words} of them flagged as not manufacturing].[?cut: The source text is cut off in the middle of the list.][?market: It was written for the market of {market:country}.]",
  "product.possible_unknown":
    "One of several possible sites[?not:, {not:words} of them flagged as not manufacturing].[?cut: The source text is cut off in the middle of the list.][?market: It was written for the market of {market:country}.]",
  "product.confirmed_not_making":
    "The only place named is {site}, which is flagged as a place that does not manufacture.",
  "product.confirmed_masked":
    "Assembled at a place whose identity is kept from us ({site}). It counts as traced once the place is named.",
  "product.brand_level":
    "Known for {brand} as a whole only[?sites: ({sites:words} {sites:plural:site:sites} named)], not for this product.",
  "product.other_tiers":
    "Places are named[?tiers: for {tiers:list} only]; where it is assembled is not said.",
  "product.missing": "Nothing has been disclosed, and nobody has asked.",
  "product.asked": "{addressee} was asked on {sent:date}[?due:; the answer is due by {due:date}].",
  "product.silent":
    "{addressee} has not answered since {sent:date}; the answer was due by {due:date}.",
  "product.withdrawn_disclosure": "“{title}” named sites, and was withdrawn on {on:date}.",
  "product.replaced_disclosure":
    "“{title}” named sites; the release that took its place on {on:date} names none for this product.",
  "product.answer.disclosed": "{by} answered on {on:date} without naming a site for this product.",
  "product.answer.asked_and_refused": "{by} refused on {on:date}[?reason:: {reason}].",
  "product.answer.cannot_because": "{by} said on {on:date} that it cannot say[?reason:: {reason}].",
  "product.answer.silent": "{by} had not answered when it was recorded on {on:date}.",
  "product.answer.withdrawn":
    "{by} withdrew what it had declared on {on:date}[?reason:: {reason}].",
  "product.answer.shown_false":
    "What {by} had declared was shown to be false on {on:date}[?reason:: {reason}][?self: (reported by {by} itself)].",

  // How a station stands over several contracts
  "sum.nothing": "no contract runs",
  "sum.not_applicable": "does not apply",
  "sum.broken": "broken in {n:words} of {of:words} contracts",
  "sum.unknown": "unknown in {n:words} of {of:words} contracts",
  "sum.partly": "in part in {n:words} of {of:words} contracts",
  "sum.on_agreed_plan": "on an agreed plan in {n:words} of {of:words} contracts",
  "sum.whole": "whole in all {of:words} contracts",

  // How a site stands
  "site.confirmed": "confirmed for {products:words} {products:plural:product:products}",
  "site.possible": "one of {n:words} possible sites",
  "site.possible_several": "one of {counts:list} possible sites, by product",
  "site.possible_unknown": "one of several possible sites",
  "site.brand_level": "named for the brand, not for a product",
  "site.unlinked": "named, not linked to a product",

  "verification.self_declared": "self-declared",
  "verification.documented": "documented",
  "verification.third_party_audited": "audited by a third party",
  "verification.worker_verified": "verified by workers",

  "tier.raw_material_extraction": "raw material extraction",
  "tier.smelter_or_refiner": "smelter or refiner",
  "tier.material": "material",
  "tier.component": "component",
  "tier.sub_assembly": "sub-assembly",
  "tier.final_assembly": "final assembly",
  "tier.logistics": "logistics",
  "tier.repair_and_reuse": "repair and reuse",
  "tier.end_of_life": "end of life",

  // Facts
  "fact.contract.category": "Bought under CPV {cpv:list}.",
  "fact.contract.value": "The contract is worth {value:money:currency}.",
  "fact.contract.countries": "Production is known or assumed to be in {countries:list}.",
  "fact.weighing": "{label:Start}: {level}. {explanation}",
  "fact.product": "{product}: {text}",
  "fact.disclosure":
    "“{title}” was declared by {by}[?asOf: as of {asOf:date}] and received on {received:date}: {accepted} accepted, {corrected} corrected, {rejected} rejected rows.[?cut: The source text is cut off in the middle of the list.][?market: It was written for the market of {market:country}.][?masked: {masked:Words} of its sites {masked:plural:comes:come} without name and address: the identity is kept, counted and not screened.]",
  "fact.disclosure_replaced":
    "“{title}”, declared by {by}, was replaced on {on:date} by a newer release.",
  "fact.disclosure_withdrawn": "“{title}”, declared by {by}, was withdrawn on {on:date}.",
  "fact.request":
    "{addressee} was formally asked on {sent:date}[?due:, to answer by {due:date}][?by:, by {by}].",
  "fact.request_draft": "A request to {addressee} is drafted and not sent.",
  "fact.answer.disclosed": "{by} answered on {on:date} and disclosed.",
  "fact.answer.asked_and_refused": "{by} refused on {on:date}[?reason:: {reason}].",
  "fact.answer.cannot_because": "{by} said on {on:date} that it cannot say[?reason:: {reason}].",
  "fact.answer.silent": "{by} was recorded on {on:date} as not having answered.",
  "fact.answer.withdrawn": "{by} withdrew on {on:date} what it had declared[?reason:: {reason}].",
  "fact.answer.shown_false":
    "What {by} had declared was shown to be false on {on:date}[?reason:: {reason}].[?self: {by} reported this itself, which is not held against it like a discovery.]",
  "fact.condition":
    "Clause {clause}[?from: (from {from})]: {summary}[?gates: Extension depends on it.]",
  "fact.screening.hit":
    "{site}, {standing}, meets an official measure: {measure}[?on:, in force since {on:date}]. {explanation}",
  "fact.screening.hit_confirmed":
    "{site}, {standing}, meets an official measure: {measure}[?on:, in force since {on:date}]. {by:Start} confirmed on {decided:date} that it is the same entity.",
  "fact.screening.wrong_entity":
    "{entity} on this list was found on {decided:date} not to be {site}.",
  "fact.screening.no_hit_on_partial_list":
    "{sites:list}[?more: and {more} more] {count:plural:was:were} not found on this list. The list is partial: this does not mean that nothing is there.",
  "fact.screening.no_hit":
    "{sites:list}[?more: and {more} more] {count:plural:was:were} not found on this list.",

  // Extension
  "readiness.none": "No extension to decide on is recorded.",
  "readiness.past": "The last day to decide on an extension was {on:date}.",
  "readiness.yes":
    "Ready to extend: nothing that the contract makes a condition stands in the way.",
  "readiness.yes_advice":
    "Ready to extend as far as the contract goes; {advice:words} {advice:plural:point is:points are} worth settling first.",
  "readiness.no":
    "Not ready to extend: {gates:words} {gates:plural:condition:conditions} of the contract {gates:plural:stands:stand} in the way.",
  "readiness.gate.overdue":
    "Clause {clause} makes extension depend on a refresh every {months} months: the last disclosure[?brand: for {brand}] is of {last:date} and the refresh was due by {due:date}.",
  "readiness.gate.never":
    "Clause {clause} makes extension depend on a disclosure of sites, and none stands[?brand: for {brand}][?due:; it was due by {due:date}].",
  "readiness.gate.unseen":
    "Clause {clause} makes extension depend on this, and whether it is met is not recorded: {summary}",
  "readiness.advice.excused":
    "Clause {clause}: there is no fresh disclosure for {brand}, but {addressee} was formally asked in time, on {sent:date}. The duty was performed; the silence remains.",
  "readiness.advice.upcoming":
    "Clause {clause}: the next disclosure[?brand: for {brand}] is due by {due:date}.",
  "readiness.advice.overdue":
    "Clause {clause}: [?last:the refresh][!last:a disclosure][?brand: for {brand}] was due by {due:date}. The contract does not make extension depend on it.",
} as const;

/** A code of the catalogue. */
export type TextCode = keyof typeof texts;
