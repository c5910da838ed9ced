/** English headlines, details and truths of the eight stations. */
export const stationTexts = {
  "unrecorded.headline": "not recorded yet",
  "unrecorded.duty":
    "Not recorded yet: this cannot be recorded here so far, so nothing is claimed.",
  "unrecorded.result":
    "Not recorded yet: nothing is known, which does not mean that nothing happened.",

  "weighed.headline.high": "high risk",
  "weighed.headline.medium": "medium risk",
  "weighed.headline.low": "low risk",
  "weighed.headline.unknown": "risk not known",
  "weighed.headline.none": "not weighed",
  "weighed.detail": "{labels:list}[?more: and {more} more]",
  "weighed.detail.none": "nothing to weigh it by",
  "weighed.duty.whole":
    "What is bought was weighed against {sets:words} named data {sets:plural:set:sets}.",
  "weighed.duty.partly":
    "What is bought was weighed against {sets:words} named data {sets:plural:set:sets}; its category was not among it.",
  "weighed.duty.none": "Nobody has weighed what is bought.",
  "weighed.result.whole":
    "The risk is known for everything that was weighed: {high} high, {medium} medium, {low} low.",
  "weighed.result.partly":
    "The risk is known for {known} of {total} things weighed: {high} high, {medium} medium, {low} low. The rest is unknown, which is not low.",
  "weighed.result.unknown": "The risk is unknown. Unknown is not low.",

  "shown.headline": "{answered} of {total} answered",
  "shown.headline.none": "nothing asked, nothing answered",
  "shown.headline.received": "{disclosures} {disclosures:plural:disclosure:disclosures} received",
  "shown.detail":
    "[?refused:{refused} refused; ][?cannot:{cannot} cannot say; ][?silent:{silent} silent; ][?asked:{asked} not yet due; ][?withdrawn:{withdrawn} withdrawn; ][?false:{false} shown false; ][?missing:{missing} not asked; ]{disclosed} disclosed",
  "shown.duty.whole":
    "A formal request was made, or an answer came unasked, for {total} of {total}.",
  "shown.duty.late":
    "A formal request was made, or an answer came unasked, for {total} of {total}; {late:words} {late:plural:request was:requests were} made after the due date of the clause, {due:date}.",
  "shown.duty.partly":
    "A formal request was made, or an answer came unasked, for {covered} of {total}; nobody has asked about the other {left:words}.",
  "shown.duty.overdue": "Nobody has asked, and the clause’s date passed on {due:date}.",
  "shown.duty.unknown": "No request is recorded.",
  "shown.result.whole": "Sites were disclosed for {total} of {total}.",
  "shown.result.partly": "Sites were disclosed for {disclosed} of {total}.",
  "shown.result.waiting": "Nothing has come back yet; the answers are not overdue.",
  "shown.result.broken": "Nothing has been disclosed, although it was asked for.",
  "shown.result.unknown": "Nothing has been disclosed, and nobody has asked.",

  "traced.headline": "{traced} of {products} {products:plural:product:products}",
  "traced.headline.none": "no products listed",
  "traced.detail":
    "[?imprecise:{imprecise} {imprecise:plural:names:name} one of several; ][?brand:{brand} at brand level only; ][?without:{without} without an assembly site; ]",
  "traced.duty.none": "No clause that asks for a list of sites is recorded.",
  "traced.duty.fresh":
    "The disclosure the contract asks for is there[?due:; the next is due by {due:date}].",
  "traced.duty.asked":
    "Where no fresh disclosure is there, the makers were formally asked in time; the duty was performed although the answer is missing.",
  "traced.duty.partly":
    "A disclosure is overdue for {overdue} of {total}: it was due by {due:date} (clause {clause}).",
  "traced.duty.overdue": "The disclosure was due by {due:date} (clause {clause}) and is not there.",
  "traced.duty.waiting_partly":
    "For {waiting} of {total} no disclosure is there and no request was made yet[?due:; it is due by {due:date}]. For the rest it is there, or it was formally asked for in time.",
  "traced.duty.waiting": "No disclosure is there yet[?due:; it is due by {due:date}].",
  "traced.result.none": "No products are listed, so nothing can be traced to a site.",
  "traced.result.whole":
    "{products:Words} of {products:words} {products:plural:product has:products have} a confirmed final-assembly site.",
  "traced.result.tiers":
    "{products:Words} of {products:words} {products:plural:product has:products have} a confirmed final-assembly site, but the contract also asks for {tiers:list}, where none is confirmed.",
  "traced.result.partly":
    "{traced:Words} of {products:words} products have a confirmed final-assembly site.",
  "traced.result.broken": "No product has a confirmed final-assembly site.",
  "traced.result.unknown": "No product has a confirmed final-assembly site, and nobody has asked.",

  "checked.headline": "{screened} of {sites} {sites:plural:site:sites} screened",
  "checked.headline.none": "no sites to check",
  "checked.headline.unscreened": "not screened",
  "checked.detail.hit_possible": "{hits} {hits:plural:measure:measures}, {standing}",
  "checked.detail.hits": "{hits} {hits:plural:measure:measures} met",
  "checked.detail.partial": "no hit on partial lists",
  "checked.detail.no_hit": "no hit",
  "checked.detail.nobody": "nobody has looked",
  "checked.duty.whole":
    "{sites:Words} of {sites:words} {sites:plural:site was:sites were} screened against {lists:words} {lists:plural:list:lists} of official measures, last on {on:date}.",
  "checked.duty.partly":
    "{screened} of {sites} sites were screened; nobody has looked at the others.",
  "checked.duty.masked":
    "{screened:Words} of {sites:words} sites were screened; the identity of {masked:plural:the other one:the other ones} is kept by whoever supplies.",
  "checked.duty.none": "Nobody has screened {sites:plural:the one site:any of the sites}.",
  "checked.duty.no_sites": "No site is known that could be checked.",
  "checked.result.hit":
    "{hits:Words} {hits:plural:site meets:sites meet} an official measure. Monitoring and audits are not recorded yet.",
  "checked.result.partial":
    "Nothing was found, on lists that are partial: that is not a clean result. Monitoring and audits are not recorded yet.",
  "checked.result.no_hit":
    "Nothing was found on the lists searched. Monitoring and audits are not recorded yet.",
  "checked.result.unknown": "Nothing is known: nobody has looked.",
} as const;
