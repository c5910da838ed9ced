/** English sentences of alignment: what is mismatched, the rule behind it, what a fix does. */
import { sayIn } from "../texts/say-in.ts";

export const alignmentTexts = {
  "align.criterion_without_clause":
    "{criterion} asks {title}[?lots: in {lots:list}], and no clause of the contract does.",
  "align.criterion_without_clause.why":
    "What is scored or demanded in the tender and not in the contract binds nobody once it is signed.",
  "align.criterion_without_clause.fix": "Add a clause with what {criterion} asks.",
  "align.clause_stricter_than_scored":
    "{clause} asks more than {criterion} did, of {title} ({parameters:list}).",
  "align.clause_stricter_than_scored.why":
    "Bidders were compared by less than they will have to do: those who planned for more are not seen.",
  "align.clause_stricter_than_scored.fix": "Ask in {criterion} what {clause} asks.",
  "align.clause_weaker_than_scored":
    "{clause} asks less than {criterion} did, of {title} ({parameters:list}).",
  "align.clause_weaker_than_scored.why":
    "What won the contract need not be done: points were given for nothing.",
  "align.clause_weaker_than_scored.fix": "Raise {clause} to what {criterion} asks.",
  "align.clause_differs_from_scored":
    "{clause} and {criterion} ask {title} in ways of which neither is stricter ({parameters:list}).",
  "align.clause_differs_from_scored.why":
    "What is scored and what is to be done should be the same, or one should plainly ask more.",
  "align.clause_differs_from_scored.fix":
    "Ask in both what is stricter, and otherwise as in {clause}.",
  "align.clause_without_follow_up":
    "{clause} says nothing of how it is looked after: no indicator, no evidence, no dialogue.",
  "align.clause_without_follow_up.why":
    "A clause nobody looks after is not kept. A number is not needed: dialogue is a way of its own.",
  "align.clause_without_follow_up.fix": "Look after {clause} by {ways:list}.",
  "align.nobody_follows_up": "Nobody is named to look after {clause}.",
  "align.nobody_follows_up.why":
    "Tenders get people, contracts often do not; follow-up that is nobody's happens, if at all, after something went wrong.",
  "align.nobody_follows_up.fix": "Name who looks after {clause}.",
  "align.no_hours_to_follow_up": "No hours are planned for looking after {clause}.",
  "align.no_hours_to_follow_up.why": "Whoever is named for it needs time for it.",
  "align.no_hours_to_follow_up.fix": "Plan hours for looking after {clause}.",
  "align.hours_not_said": "Nobody said how many hours a month go into looking after the contract.",
  "align.hours_not_said.why":
    "Hours for preparing are usually known and hours for following up are not; seen side by side they can be balanced.",
  "align.hours_not_said.fix": "Say how many hours a month are planned.",
  "align.no_link_to_subject_matter": "{instance} does not say how it is linked to what is bought.",
  "align.no_link_to_subject_matter.why":
    "Award criteria and performance conditions must be linked to the subject matter, at any stage of its life cycle (2014/24/EU arts 67(3), 70; for specifications art. 42(1)).",
  "align.no_link_to_subject_matter.fix": "Say that {instance} is about how what is bought is made.",
  "align.link_text":
    "Concerns how what is bought under this contract is made, a stage of its life cycle: {title}.",
  "align.label_without_equivalent":
    "{instance} names {labels:list} and does not say that equivalents are accepted.",
  "align.label_without_equivalent.why":
    "Who asks for a label must accept others and other proof that meet the same (2014/24/EU art. 43).",
  "align.label_without_equivalent.fix": "Accept equivalents in {instance}.",
  "align.not_announced": "{instance} is not announced in the call for competition.",
  "align.not_announced.why":
    "Conditions must be indicated in the call or the procurement documents (2014/24/EU art. 70; for award criteria art. 67(5)).",
  "align.not_announced.fix": "Announce {instance} in the call.",
  "align.weights_do_not_sum": "The award criteria[?lots: of {lots:list}] weigh {sum} % together.",
  "align.weights_do_not_sum.why":
    "Weights are told so that bidders know what counts (2014/24/EU art. 67(5)); where they do not make up the whole, nobody can tell what a point is worth.",
  "align.weights_do_not_sum.fix.rest": "Add the rest, {rest} %, as a criterion of its own.",
  "align.weights_do_not_sum.fix.scale": "Bring the weights to 100 % in the same proportion.",
  "align.rest": "Everything else that is scored (price, quality)",
  "align.weight_not_said": "{instance} has no weight.",
  "align.weight_not_said.why":
    "Bidders must be told the weight of each award criterion (2014/24/EU art. 67(5)).",
  "align.weight_not_said.fix": "Give {instance} the rest, {rest} %.",
  "align.weight_cannot_matter": "{instance} weighs nothing: no answer to it can change who wins.",
  "align.weight_cannot_matter.why":
    "A criterion without weight costs bidders work and decides nothing.",
  "align.weight_cannot_matter.fix": "Give {instance} {weight} %, taken from {other}.",
  "align.brand_needed_in_short_tender":
    "{instances:list} can be met only with the brand's cooperation ({title}), and bidders have {days:days} from first announcement to deadline.",
  "align.brand_needed_in_short_tender.why":
    "In two to four weeks a reseller cannot get its brands to agree. Announce it earlier, or put it into the contract with time after award.",
  "align.brand_needed_in_short_tender.fix":
    "Move the deadline to {deadline:date}, six weeks after the first announcement.",
  "align.brand_not_bound":
    "{instances:list} can be met only with the brand's cooperation ({title}); no undertaking of the brand is asked for and no time is given after award.",
  "align.brand_not_bound.why":
    "A reseller can speak for itself only. A brand's signed undertaking, or weeks after award to get it, makes the promise real.",
  "align.brand_not_bound.fix": "Add a clause that asks for the brand's signed undertaking.",
  "align.lead_time_unknown":
    "{instances:list} can be met only with the brand's cooperation, and how long bidders have cannot be told: the first announcement or the deadline is not recorded.",
  "align.lead_time_unknown.why":
    "What depends on a brand should be known to the market well before the tender.",
  "align.asked_by_policy_and_absent": "The policy asks {title} as {role}, and it is not there.",
  "align.asked_by_policy_and_absent.why":
    "What the house decided to ask is asked, or it is said why not.",
  "align.asked_by_policy_and_absent.fix": "Add what the policy asks.",
  "align.weaker_than_policy":
    "{instance} asks less than the policy, of {title} ({parameters:list}).",
  "align.weaker_than_policy.why": "The policy sets what is asked at this value and risk.",
  "align.weaker_than_policy.fix": "Raise {instance} to what the policy asks.",
  "align.stricter_than_policy":
    "{instance} asks more than the policy does at this value and risk, of {title} ({parameters:list}).",
  "align.stricter_than_policy.why":
    "Requirements are to be in proportion to the contract (2014/24/EU art. 18(1)). Asking more can be right: then say why.",
  "align.stricter_than_policy.fix": "Ask what the policy asks.",
  "align.not_asked_by_policy":
    "{instance} asks {title}, which the policy does not ask where the risk is low.",
  "align.not_asked_by_policy.why":
    "Requirements are to be in proportion to the contract (2014/24/EU art. 18(1)).",
  "align.small_firms_not_provided_for":
    "small firms are asked more than the library's variant for them, of {title} ({parameters:list}): {instances:list}.",
  "align.small_firms_not_provided_for.why":
    "What a large brand does in passing can keep a small reseller from bidding. The variant asks of it what it can do.",
  "align.small_firms_not_provided_for.fix":
    "Write what is asked of small firms into {instances:list}.",
  "align.small_firms.wording": "For small firms: {note}",
  "align.more_than_the_law.why":
    "A clause may ask more than the law; a small firm that no law binds needs it explained, and time.",
  "align.promise_not_carried": "{bidder} promised “{promise}”, and no clause carries it.",
  "align.promise_not_carried.why":
    "What won must stand in the contract, or it was a promise to nobody.",
  "align.promise_not_carried.fix": "Add a clause with the promise.",
  "align.promise_not_carried.fix.words": "Write the promise into {clause}.",
  "align.promise_carried_weaker":
    "{clause} asks less than {bidder} promised, of {title} ({parameters:list}).",
  "align.promise_carried_weaker.why": "What won must stand in the contract as it was promised.",
  "align.promise_carried_weaker.fix": "Raise {clause} to what was promised.",
  "align.evidence_below_minimum":
    "The evidence named in {clause} ({evidence:list}) is {level} at best; {title} needs {minimum}.",
  "align.evidence_below_minimum.why":
    "The library says which verification a requirement needs to be worth asking.",
  "align.evidence_below_minimum.fix": "Ask for {evidence:list} as well.",
  "align.older_version":
    "{instance} was taken from version {version} of {title}; the library has version {newest}.",
  "align.older_version.why":
    "[?note:{note}][!note:Using the same version makes answers and comparisons count for others.]",
  "align.older_version.fix": "Take version {newest}; the values that still fit are kept.",

  "lead_time.unknown":
    "How long bidders have cannot be told: the first announcement or the deadline is not recorded.",
  "lead_time.shorter":
    "Bidders have {days:days} from first announcement to deadline, less than the usual two to four weeks.",
  "lead_time.usual":
    "Bidders have {days:days} from first announcement to deadline: the usual two to four weeks, too short to get a brand to agree.",
  "lead_time.longer":
    "Bidders have {days:days} from first announcement to deadline, more than the usual two to four weeks.",
} as const;

const say = sayIn(alignmentTexts);

/** Says a sentence of alignment; what it begins with begins with a capital. */
export const sayAlignment: typeof say = (code, params) => {
  const sentence = say(code, params);
  return { ...sentence, text: sentence.text.charAt(0).toUpperCase() + sentence.text.slice(1) };
};
