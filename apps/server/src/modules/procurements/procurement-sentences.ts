/** English sentences about procurements that no engine makes. */
import { sayIn } from "@throughline/requirements";

export const sayProcurement = sayIn({
  "stage.drafting": "It is being drafted[?announced:; the market was told on {announced:date}].",
  "stage.published":
    "It was published on {published:date}[?deadline:; bids are due on {deadline:date}][!deadline:; no deadline is recorded].",
  "stage.bids_due": "Bids were due on {deadline:date}; they wait to be evaluated.",
  "stage.evaluating": "Bids are being evaluated[?deadline:, due since {deadline:date}].",
  "stage.awarded": "It was awarded[?awarded: on {awarded:date}].",
  "stage.closed": "It is closed.",

  "act.create-procurement": "Began this procurement.",
  "act.take-notice":
    "Took it from a public notice[?kind=planning: (early announcement)][?kind=tender: (call for competition)][?kind=award: (award)][?kind=contract: (contract)][?kind=modification: (modification)].",
  "act.revise-procurement": "Changed {fields:list}.",
  "act.add-instances": "Added {count:criteria_or_clauses}[?title:: {title}].",
  "act.revise-instance": "Changed “{title}”.",
  "act.remove-instance": "Removed “{title}”.",
  "act.reorder-instances": "Put criteria and clauses in another order.",
  "act.take-from-policy": "Took {count:requirements} over from the policy.",
  "act.apply-fixes": "Mended {count:mismatches}.",
  "act.waive-finding": "Let a mismatch stand: {finding}",
  "act.withdraw-waiver": "Took a waiver back.",
  "act.publish-procurement": "Published it on {on:date}.",
  "act.move-procurement": "Moved it on to {stage}.",
  "act.set-promises": "Recorded {count:promises} of bidders.",
  "act.award-procurement": "Awarded it on {on:date}; {count:contracts} came of it.",
  "act.upgrade-instance": "Brought “{title}” to version {version} of the library.",
  "act.undo-act": "Undid the act before.",

  "policy.undecided":
    "“{title}” as {role}: {parameters:list} cannot be put in order between rows of the policy; a person decides.",
  "fix.gone": "This mismatch is not there any more.",
  "fix.none": "Nothing here mends it by itself: {finding}",
  "fix.needs": "It needs to be told {needs:list}: {finding}",
  "fix.failed": "It could not be mended as it stands: {finding}",

  "law.none_of_small":
    "{place} asks {title}. {laws:list} would ask it of a larger firm; no law we know asks it of a small one in {country} ({people} people, EUR 3 million a year).",
  "law.more_of_small":
    "{place} asks more of {title} than {laws:list} would of a small firm in {country} ({people} people, EUR 3 million a year).",

  "award.already": "“{text}”: clause {clause} asks as much.",
  "award.raised": "“{text}”: clause {clause} now asks {values}.",
  "award.in_words": "“{text}”: clause {clause} now says so.",
  "award.added": "“{text}”: a clause of its own.",
  "award.by_hand":
    "“{text}”: it cannot be put in order with clause {clause} ({parameters:list}); the clause keeps both in words.",

  "notice.new_facts": "New from the notice: {fields:list}.",
  "notice.nothing_new": "The notice says nothing that was not recorded.",
  "notice.stage": "It now stands at “{stage}”.",
  "notice.stage_waits":
    "The notice says “{stage}”: whoever may publish here takes it over, or records that.",
  "notice.criteria_kept":
    "Criteria and clauses stay as they are here; the notice names {count:of_them}.",
  "notice.untitled": "The notice gives no title; its number stands for it.",
  "notice.suppliers":
    "The notice names {suppliers:list} as the winner; make the contracts under “Award”.",
  "notice.note": "{note}",
});
