/** English sentences of breaks: what is broken, what to do, and why. */
export const breakTexts = {
  "break.not_asked":
    "Nobody has asked where {products:list}[?more: and {more} more] {count:plural:is:are} made.",
  "action.not_asked":
    "Draft the request to {addressee}: which sites make {products:list}[?more: and {more} more]?",
  "why.not_asked":
    "[?clause:Clause {clause} lets you ask.][!clause:No clause that asks for sites is recorded, and a request can still be made.]",
  "break.nothing_known": "Nothing has been disclosed[?brand: for {brand}], and nobody has asked.",
  "action.nothing_known":
    "Draft the request to {addressee}: which sites assemble what is bought, and who makes its parts[?components: ({components:list})]?",
  "break.draft": "The request to {addressee} is drafted and has not been sent.",
  "action.draft": "Send the request to {addressee}.",
  "why.draft": "A date to answer runs only from the day it is sent.",
  "break.silent":
    "{addressee} has not answered since {sent:date}[?products: about {products:list}][?more: and {more} more]; the answer was due by {due:date}.",
  "action.silent": "Remind {addressee} of the request of {sent:date}.",
  "break.recorded_silent":
    "{addressee} was recorded on {sent:date} as not having answered[?products: about {products:list}][?more: and {more} more].",
  "action.recorded_silent": "Remind {addressee}.",
  "why.silent": "Silence is not a refusal: it has to be followed up and, if it lasts, recorded.",
  "action.waiting":
    "Record the answer of {addressee} when it comes[?due:; it is due by {due:date}].",
  "why.waiting": "{addressee} was asked on {sent:date}.",
  "break.refused":
    "{by} refused on {on:date} to say where {products:list}[?more: and {more} more] {count:plural:is:are} made[?reason:: {reason}].",
  "break.refused_all":
    "{by} refused on {on:date} to say where what is bought is made[?reason:: {reason}].",
  "action.refused": "Draft a second request to {by} that answers its reason.",
  "why.refused":
    "A refusal is a recorded answer. Asking for less, to fewer eyes, or together with other buyers may change it.",
  "break.cannot":
    "{by} cannot say where {products:list}[?more: and {more} more] {count:plural:is:are} made[?reason:: {reason}].",
  "break.cannot_all": "{by} cannot say where what is bought is made[?reason:: {reason}].",
  "action.cannot":
    "Draft a request that goes round the obstacle {by} named, to whoever can answer.",
  "why.cannot":
    "An honest “cannot say” is a recorded answer; the question stays open one step further up.",
  "break.withdrawn":
    "{by} withdrew on {on:date} what it had declared about {products:list}[?more: and {more} more][?reason:: {reason}].",
  "break.replaced":
    "The release of {by} that took the place of an earlier one on {on:date} names no site any more for {products:list}[?more: and {more} more].",
  "action.withdrawn": "Ask {by} for a new disclosure, and add it.",
  "why.withdrawn": "What was withdrawn no longer counts, so these products have no site.",
  "break.shown_false":
    "What {by} had declared about {products:list}[?more: and {more} more] was shown to be false on {on:date}[?reason:: {reason}].[?self: {by} reported it itself.]",
  "action.shown_false": "Ask {by} for a corrected disclosure, and add it.",
  "why.shown_false":
    "[?self:It was reported by {by} itself, which is not scored like a discovery; the sites still have to be put right.][!self:A false declaration leaves these products without a site.]",
  "break.no_site_in_answer":
    "{by} answered on {on:date}, but no site is linked to {products:list}[?more: and {more} more].",
  "action.no_site_in_answer": "Add the disclosure that {by} gave, or ask again.",
  "why.no_site_in_answer": "An answer counts for tracing once it names a site for the product.",
  "break.possible":
    "{products:list}[?more: and {more} more]: made at one of {n:words} possible sites, and which one is not known.[?cut: The source text is cut off.][?market: It was written for the market of {market:country}.]",
  "break.possible_unknown":
    "{products:list}[?more: and {more} more]: made at one of several possible sites, and which one is not known.[?cut: The source text is cut off.][?market: It was written for the market of {market:country}.]",
  "action.possible":
    "Ask {addressee} which of {n:words} possible sites made {products:list}[?more: and {more} more].",
  "action.possible_unknown":
    "Ask {addressee} which of the possible sites made {products:list}[?more: and {more} more].",
  "why.possible":
    "Possible sites never count as traced[?hit:, and {hit:words} of them {hit:plural:meets:meet} an official measure].",
  "break.brand_level":
    "For {products:list}[?more: and {more} more], sites are known for {brand} as a whole only.",
  "action.brand_level":
    "Ask {addressee} which of {brand}’s sites make {products:list}[?more: and {more} more].",
  "why.brand_level":
    "A brand’s list says where it makes things, not where it made what was bought.",
  "break.other_tiers":
    "Where {products:list}[?more: and {more} more] {count:plural:is:are} assembled is not said, although other places are named.",
  "action.other_tiers":
    "Ask {addressee} where {products:list}[?more: and {more} more] {count:plural:is:are} assembled.",
  "why.other_tiers": "A packer or a part’s maker is not where the product was put together.",
  "break.masked":
    "{products:list}[?more: and {more} more] {count:plural:is:are} assembled at a place whose identity is kept from us.",
  "action.masked":
    "Ask {addressee} to name the place that assembles {products:list}[?more: and {more} more].",
  "why.masked":
    "Who makes a part may stay with its maker; where what was bought is put together is what the contract asks.",
  "break.not_making":
    "The only place named for {products:list}[?more: and {more} more] is flagged as one that does not manufacture.",
  "action.not_making":
    "Ask {addressee} where {products:list}[?more: and {more} more] {count:plural:is:are} assembled.",
  "why.not_making": "A warehouse or head office on a list is not where the work is done.",
  "break.no_products": "It is not listed which products were bought.",
  "action.no_products": "Add the products that were bought under {title}.",
  "why.no_products": "Without them no site can be linked to what was bought.",
  "break.tiers": "Clause {clause} asks for {tiers:list}, and no site there is confirmed.",
  "action.tiers": "Draft a request to {addressee} for the sites at {tiers:list}.",
  "why.tiers": "Final assembly is only the last step; clause {clause} asks further up.",
  "break.components": "Clause {clause} names {components:list}, and no maker is confirmed.",
  "action.components": "Draft a request to {addressee} for the makers of {components:list}.",
  "why.components": "Clause {clause} names them.",
  "break.refresh":
    "The refresh of the disclosure[?brand: for {brand}] was due by {due:date} (clause {clause}); the last is of {last:date}.",
  "action.refresh": "Ask {addressee} to refresh the disclosure[?brand: for {brand}].",
  "why.refresh":
    "[?gates:Clause {clause} makes extension depend on it.][!gates:An old list says where things were made, not where they are.]",
  "break.rejected": "{rejected:Words} {rejected:plural:row:rows} of “{title}” could not be taken.",
  "action.rejected":
    "Send the rejected rows of “{title}” back to {by} and add the corrected disclosure.",
  "why.rejected": "Each rejected row carries its reason.",
  "break.hit":
    "{site}, {standing}, meets an official measure: {measure}[?on:, in force since {on:date}].",
  "action.hit": "Decide whether this measure is about {site}: {measure}.",
  "why.hit": "{explanation} A person has to decide.",
  "break.hit_confirmed":
    "{site}, {standing}, is subject to an official measure: {measure}[?on:, in force since {on:date}].",
  "action.hit_confirmed": "Ask {addressee} whether {site} made what was bought.",
  "action.hit_confirmed_site":
    "Ask {addressee} what it does about the measure against {site}, and record the answer.",
  "why.hit_confirmed": "{by:Start} confirmed on {decided:date} that it is the same entity.",
  "break.unscreened":
    "{sites:Words} {sites:plural:site has:sites have} not been screened against official measures.",
  "action.unscreened": "Screen {sites:words} {sites:plural:site:sites}.",
  "why.unscreened":
    "Never screened is not the same as nothing found. Where a name is too short to search for, ask for the full legal name.",
  "break.masked_unscreened":
    "{sites:Words} {sites:plural:site is:sites are} counted without a name: the identity is kept by whoever supplies, and nobody here can screen {sites:plural:it:them}.",
  "action.masked_unscreened":
    "Ask {addressee} to have {sites:plural:the masked site:the masked sites} screened against official measures, and to say with what result.",
  "why.masked_unscreened":
    "Counted is not looked at: never screened is not the same as nothing found.",
  "break.review": "{a} and {b} may be the same site ({percent} % alike).",
  "break.reviews": "There are {pairs:words} pairs of sites that may each be one site.",
  "action.reviews": "Decide which of {pairs:words} pairs are one site each.",
  "why.reviews": "Until somebody has decided, each is counted as a site of its own.",
  "action.review": "Decide whether {a} and {b} are one site.",
  "why.review": "Their addresses are {aAddress}, and {bAddress}.",
  "break.nobody": "Nobody is assigned to follow up this contract.",
  "action.nobody": "Assign a person who follows up this contract.",
  "why.nobody": "A clause that nobody follows up changes nothing.",
} as const;
