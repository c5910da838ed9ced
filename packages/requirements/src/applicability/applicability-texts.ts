/** English sentences about which laws bind whom, and why. */
export const applicabilityTexts = {
  "figure.met.reaches":
    "{what} of {value:amount:currency} reaches {threshold:amount:thresholdCurrency}[?rateOn: ({converted:amount:thresholdCurrency} at the rate of {rateOn:date})].",
  "figure.met.exceeds":
    "{what} of {value:amount:currency} is more than {threshold:amount:thresholdCurrency}[?rateOn: ({converted:amount:thresholdCurrency} at the rate of {rateOn:date})].",
  "figure.not_met.reaches":
    "{what} of {value:amount:currency} does not reach {threshold:amount:thresholdCurrency}[?rateOn: ({converted:amount:thresholdCurrency} at the rate of {rateOn:date})].",
  "figure.not_met.exceeds":
    "{what} of {value:amount:currency} is not more than {threshold:amount:thresholdCurrency}[?rateOn: ({converted:amount:thresholdCurrency} at the rate of {rateOn:date})].",
  "figure.missing":
    "{what} is not known; the law asks whether it reaches {threshold:amount:thresholdCurrency}.",
  "figure.group":
    "{what} of {value:amount:currency} may leave out other firms of the group, which the law counts in.",
  "figure.later": "{what} is known only as of {asOf:date}, after the day asked about.",
  "figure.no_currency":
    "{what} was given without a currency; the law counts in {thresholdCurrency}.",
  "figure.no_rate":
    "{what} was given in {currency} and the law counts in {thresholdCurrency}; there is no rate for {asOf:date}.",
  "figure.old": "{what} is as of {asOf:date}, more than two years before the day asked about.",
  "place.registered": "It is registered in {country}.",
  "place.not_registered": "It is registered in {country}, not in {countries}.",
  "place.registered_missing": "Where it is registered is not known.",
  "place.business": "It does business in {country}.",
  "place.no_business": "It does no business in {countries}.",
  "place.business_missing": "Whether it does business in {countries} is not known.",
  "place.buyer": "The buyer is in {country}.",
  "place.buyer_elsewhere": "The buyer is in {country}, not in {countries}.",
  "place.buyer_missing": "In which country the buyer is, is not known.",
  "said.so": "{what}.",
  "said.not": "It is not so that {what}.",
  "said.missing": "Nobody said whether {what}.",
  "law.not_in_force": "{law} was not in force on {on:date}.",
  "law.not_yet": "{law} is in force and binds nobody before {from:date}.",
  "law.never_applied": "In this form {law} never came to bind anybody: it was changed before.",
  "law.would": "By these figures it will bind from {from:date}.",
  "law.would_unknown": "Whether it will bind from {from:date} cannot be said by what is known.",
  "more.no_law_binds":
    "{laws:list} would ask this of a larger firm; by what is known no law asks it of this one. Whether it is in proportion is yours to say.",
  "more.no_law_asks": "No law we know asks this of a supplier; it is the buyer's own demand.",
  "more.than_law":
    "The clause asks more than the law that binds this firm ({laws:list}): {parameters:list}.",
  "more.within": "The clause asks no more of this firm than the law that binds it ({laws:list}).",
  "more.unknown":
    "Nobody knows yet whether this firm is bound by {laws:list}, so it cannot be said whether the clause asks more than the law.",
} as const;

/** How figures are named in a sentence. */
export const metricNames = {
  turnover: "The turnover",
  turnover_eu: "The turnover in the EU",
  balance_total: "The balance sheet total",
  employees: "The number of employees",
  fte: "The number of full-time equivalents",
  employees_de: "The number of employees in Germany",
  employees_fr: "The number of employees in France",
  royalties_eu: "The sum of royalties in the EU",
  contract_value: "The value of the contract",
} as const;

/** What may be so, as half a sentence. */
export const statementNames = {
  public_interest_entity: "it is a public-interest entity by accounting law",
  sells_in_eu: "it brings products to the EU market or exports from it",
  sells_batteries_in_eu: "it places batteries, or products with batteries, on the EU market",
  imports_3tg_into_eu:
    "it imports tin, tantalum, tungsten or gold as ore or metal into the EU above the law's volumes",
  imports_into_us: "it imports goods into the United States",
  franchises_in_eu: "it franchises or licenses in the EU under one name and one business concept",
  contract_is_framework: "the contract is a framework",
  buyer_is_copenhagen: "the buyer is the City of Copenhagen",
} as const;
