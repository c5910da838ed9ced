/** English sentences of the policy. */
import { sayIn } from "../texts/say-in.ts";

export const policyTexts = {
  "policy.because.always": "It asks this of everything that is bought.",
  "policy.because.category": "{code} belongs to category {prefix}.",
  "policy.because.risk": "The risk of what is bought is {risk}.",
  "policy.because.value":
    "The value is [?from:at least {from:amount:currency}][?and: and ][?to:below {to:amount:currency}][?rate:, reckoned by the rate of {rate:date}].",
  "policy.because.country": "It is bought in {country}.",
  "policy.because.procedure": "The procedure is {procedure}.",
  "policy.because.bidder": "Those who may bid include {bidders:list}.",
  "policy.because.size": "Those who may bid include {sizes:list} firms.",

  "policy.not.category": "[?codes:{codes:list} is not of category {prefixes:list}.]",
  "policy.not.risk": "The risk is {risk}; the row is for {risks:list} risk.",
  "policy.not.value":
    "The value is not [?from:at least {from:amount:currency}][?and: and ][?to:below {to:amount:currency}].",
  "policy.not.country": "It is bought in {country}; the row is for {countries:list}.",
  "policy.not.procedure": "The procedure is {procedure}; the row is for {procedures:list}.",
  "policy.not.bidder": "No {bidders:list} is expected to bid.",
  "policy.not.size": "No {sizes:list} firm is expected to bid.",

  "policy.unknown.category": "Nobody said what is bought; “{row}” is for category {prefixes:list}.",
  "policy.unknown.broad":
    "What is bought is only said as {code}, which is broader than the category {prefixes:list} of “{row}”.",
  "policy.unknown.risk": "The risk has not been weighed; “{row}” is for {risks:list} risk.",
  "policy.unknown.value": "The value is not known, and “{row}” depends on it.",
  "policy.unknown.rate":
    "The value is in {currency} and “{row}” counts in {other}: no rate between them was given.",
  "policy.unknown.country": "The country is not known, and “{row}” depends on it.",
  "policy.unknown.procedure": "The procedure is not known, and “{row}” depends on it.",
  "policy.unknown.bidder":
    "Nobody said whether resellers or brands bid, and “{row}” depends on it.",
  "policy.unknown.size": "Nobody said how large the bidders are, and “{row}” depends on it.",
  "policy.unknown.library":
    "“{requirement}” is not in the library: its values can be compared only where they are the same.",

  "policy.conflict.values":
    "The rows {rows:list} ask {requirement} with values that cannot be put in order ({parameters:list}): a person decides.",
  "policy.conflict.clash":
    "“{one}” and “{other}” can apply to the same purchase and ask {requirement} with values that cannot be put in order ({parameters:list}).",
  "policy.conflict.covered_by_equal":
    "“{one}” never counts: “{other}” applies to the same purchases and asks at least as much.",
  "policy.conflict.covered_by_specific":
    "“{one}” never counts: more specific rows take its place for every purchase it is about ({rows:list}).",
  "policy.conflict.overlapping_dates":
    "“{one}” and “{other}” ask {requirement} of the same purchases at the same time, from {from:date}[?until: until {until:date}]; the stricter of each value counts.",
  "policy.conflict.not_announced":
    "“{one}” promises {months:months} of notice and is in force from {from:date}; no announcement is recorded.",
  "policy.conflict.short_notice":
    "“{one}” promises {months:months} of notice: announced on {announced:date}, it may be in force from {earliest:date}, and is from {from:date}.",

  "policy.gap.none": "No row covers category {category} at {risk} risk[?band:, {band}].",
  "policy.gap.partly":
    "Only part of category {category} at {risk} risk[?band:, {band},] is covered, by {rows:list}.",

  "policy.change.new": "{requirement} is asked for the first time.",
  "policy.change.gone": "{requirement} is not asked any more.",
  "policy.change.stricter": "{requirement} becomes stricter ({parameters:list}).",
  "policy.change.weaker": "{requirement} becomes weaker ({parameters:list}).",
  "policy.change.different":
    "{requirement} is asked differently ({parameters:list}); neither asks more than the other.",
} as const;

/** Says a sentence of the policy. */
export const sayPolicy: ReturnType<typeof sayIn<keyof typeof policyTexts>> = sayIn(policyTexts);
