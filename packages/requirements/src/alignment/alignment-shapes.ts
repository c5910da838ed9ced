/** The shapes of alignment: mismatches, what mends them, and threads from criterion to person. */
import type {
  FollowUp,
  IsoDate,
  ParameterValues,
  RequirementInstance,
  Sentence,
} from "@throughline/domain";
import type { AskedItem, FindRequirement } from "../policy/policy-row.ts";

/** Blocking: not to be published with it, unless somebody lets it stand with a reason. */
export type AlignmentSeverity = "blocking" | "serious" | "advice";

/** What has to be said by a person before a fix can be done. */
export type FixNeed = "person" | "text" | "number" | "date";

/** One act that mends a mismatch. New instances carry ids beginning with `new:`; whoever stores them gives others. */
export type FixAct =
  | { readonly kind: "add_instances"; readonly instances: readonly RequirementInstance[] }
  | {
      readonly kind: "set_values";
      readonly changes: readonly {
        readonly instanceId: string;
        readonly values: ParameterValues;
      }[];
    }
  | { readonly kind: "set_follow_up"; readonly instanceId: string; readonly followUp: FollowUp }
  | {
      readonly kind: "assign_follow_up";
      readonly instanceIds: readonly string[];
      readonly personId: string | null;
      readonly role: string | null;
      readonly hoursPerMonth: number | null;
    }
  | {
      readonly kind: "set_hours";
      /** Clauses, or the procurement as a whole where there is none. */
      readonly instanceIds: readonly string[];
      readonly hoursPerMonth: number | null;
    }
  | { readonly kind: "link_to_subject"; readonly instanceId: string; readonly text: string }
  | { readonly kind: "accept_equivalents"; readonly instanceId: string }
  | { readonly kind: "announce"; readonly instanceId: string }
  | {
      readonly kind: "set_weights";
      readonly weights: readonly { readonly instanceId: string; readonly weight: number }[];
    }
  | { readonly kind: "set_deadline"; readonly deadlineOn: IsoDate }
  | {
      readonly kind: "set_version";
      readonly instanceId: string;
      readonly version: number;
      readonly values: ParameterValues;
    }
  | { readonly kind: "add_wording"; readonly instanceIds: readonly string[]; readonly text: string }
  | {
      readonly kind: "add_evidence";
      readonly instanceId: string;
      readonly evidenceTypes: readonly string[];
    };

export type AlignmentFix = FixAct & {
  /** What it does, before it is done. */
  readonly sentence: Sentence;
  /** Needs nobody's judgement. */
  readonly safe: boolean;
  readonly needs: readonly FixNeed[];
};

export const findingCodes = [
  "criterion_without_clause",
  "clause_stricter_than_scored",
  "clause_weaker_than_scored",
  "clause_differs_from_scored",
  "clause_without_follow_up",
  "nobody_follows_up",
  "no_hours_to_follow_up",
  "hours_not_said",
  "no_link_to_subject_matter",
  "label_without_equivalent",
  "not_announced",
  "weights_do_not_sum",
  "weight_not_said",
  "weight_cannot_matter",
  "brand_needed_in_short_tender",
  "brand_not_bound",
  "lead_time_unknown",
  "asked_by_policy_and_absent",
  "weaker_than_policy",
  "stricter_than_policy",
  "not_asked_by_policy",
  "small_firms_not_provided_for",
  "more_than_the_law",
  "promise_not_carried",
  "promise_carried_weaker",
  "evidence_below_minimum",
  "older_version",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One mismatch. */
export interface AlignmentFinding {
  /** The same while it is the same mismatch: it changes with the values it is about, so that a waiver falls off. */
  readonly key: string;
  readonly code: FindingCode;
  readonly severity: AlignmentSeverity;
  readonly instanceIds: readonly string[];
  readonly promiseIds: readonly string[];
  readonly sentence: Sentence;
  /** The rule behind it, with its source. */
  readonly why: Sentence;
  /** `null` where no single act mends it, or where what is published can no longer be changed. */
  readonly fix: AlignmentFix | null;
  readonly waivable: boolean;
}

/** What is asked, promised, agreed and followed up of one requirement. Ids are of instances and promises. */
export interface AlignmentThread {
  readonly key: string;
  readonly requirement: string | null;
  readonly title: string;
  readonly criteria: readonly string[];
  readonly promises: readonly string[];
  readonly clauses: readonly string[];
  readonly kpis: readonly string[];
  readonly evidenceTypes: readonly string[];
  readonly dialogue: boolean;
  readonly person: {
    readonly personId: string | null;
    readonly role: string | null;
    readonly hoursPerMonth: number | null;
  } | null;
  /** Keys of the findings on it. */
  readonly findings: readonly string[];
}

export interface AlignmentOptions {
  /** What the policy asks of it; `null` where there is no policy. */
  readonly policy: readonly AskedItem[] | null;
  /** Clauses that ask more than any law of the firms expected, as the applicability of laws says it. */
  readonly laws?: readonly { readonly instanceId: string; readonly sentence: Sentence }[];
  /** Who could look after it: the one who is asking, as a rule. */
  readonly suggestedFollowUp?: {
    readonly personId: string | null;
    readonly role: string | null;
    readonly hoursPerMonth: number | null;
  } | null;
}

export interface Alignment {
  /** Worst first. */
  readonly findings: readonly AlignmentFinding[];
  readonly threads: readonly AlignmentThread[];
}

export type { FindRequirement };
