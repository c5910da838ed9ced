/** English sentences about a proposal, for a reference group to read. */
export const harmonisationTexts = {
  "core.values": "In common all would ask: {core}.",
  "core.nothing": "There are no values that all would ask in common.",
  "answers.fewer":
    "Resellers would prepare {after:answers} in all instead of {before}, none of them more than {highest} instead of {highestBefore}.",
  "answers.same": "Resellers would prepare {after:answers} in all, as many as today.",
  "answers.more":
    "Resellers would prepare {after:answers} in all, more than the {before} of today: some buyers ask less today than their own floor.",
  "answers.rule":
    "An answer that meets a stricter version meets the weaker ones; only versions that no other one includes need an answer of their own.",
  "schemes.named":
    "Besides, buyers name {schemes:verification_schemes}. The proposal leaves them as they are; accepting one another's would spare resellers taking part in several.",
  "moves.some":
    "{moving} of {all:buyers} would change what they ask[?down:; {down} would ask less of something, as far as they said they could].",
  "moves.none": "Nobody has to change what it asks.",
  "floor.kept": "No buyer ends below its own floor.",
  "diversity.change":
    "Today it is as if there were {before} different requirements, afterwards {after}.",
  "buyer.stays": "{buyer} changes nothing.",
  "buyer.up": "{buyer} would ask more: {label} {to} instead of {from} ({steps:steps}).",
  "buyer.down":
    "{buyer} would ask less, as it said it could: {label} {to} instead of {from} ({steps:steps}).",
  "buyer.sideways": "{buyer} would ask something else: {label} {to} instead of {from}.",
  "addon.floor": "{buyer} asks beside the core: {label} {value}. Its reason: {reason}.",
  "addon.asks_more":
    "{buyer} asks beside the core: {label} {value}. It does so today and need not give it up.",
  "addon.cannot_be_ordered":
    "{buyer} keeps its own: {label} {value}, which is neither stricter nor weaker than the core's.",
  "choice.open":
    "{label}: {values:list}. These cannot be ordered, so no number can choose between them; it is for the group to say which to ask. Until then each keeps its own.",
  "compare.current": "Today: {answers:answers}, as if {effective:requirements}.",
  "compare.majority":
    "What most ask, for everybody: {answers:answers}, as if {effective:requirements}; {moving:buyers} would change[?below:. Taken by itself it would leave {below:buyers} below their floor, which are counted here as keeping what they need].",
  "compare.strictest":
    "The strictest for everybody: {answers:answers}, as if {effective:requirements}; {moving:buyers} would change.",
  "compare.proposal":
    "This proposal: {answers:answers}, as if {effective:requirements}; {moving:buyers} would change.",
  "proof.exact.least_movement":
    "No common core needs fewer answers, and none that needs as few asks buyers to move less.",
  "proof.exact.most_ambitious":
    "No common core needs fewer answers, and none that needs as few asks more.",
  "proof.cut_short":
    "There were too many possibilities to look at all of them. {answers:answers} are proposed; fewer than {least} cannot be had[?better:. With as few answers, another core could be better by up to {better}%].",
  "caveat.one_reseller":
    "Nobody said which resellers answer which buyers. It was reckoned as if one reseller answered all.",
  "caveat.without_reseller":
    "For {count:buyers} nobody said which resellers answer them; they burden nobody in these figures.",
  "caveat.not_asking": "{buyers:list} [?one:does][?many:do] not ask this at all.",
  "caveat.cut_short":
    "Not every combination of values was looked at for {labels:list}: there are too many.",
  "caveat.people":
    "These figures inform. What to ask in common is for buyers and suppliers to agree.",
  "nobody.asks": "None of the buyers asks this, so there is nothing to compare.",
} as const;
