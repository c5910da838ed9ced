/**
 * Requirements that hold together.
 *
 * Vocabulary
 * - requirement: what is asked in substance; canonical, versioned, with typed parameters (`@throughline/domain`).
 * - parameter: one thing that can be more or less strict; its type says which value asks more.
 * - values: what an instance fills its parameters with. A parameter without a value asks nothing.
 * - order: stricter, weaker, equal or incomparable. It is partial: "within 28 days of award" and "within 10 days of a
 *   request" are neither.
 * - join: the weakest value that is at least as strict as each of several, where there is one.
 * - variant: one version of a requirement that buyers ask; buyers that ask the same share it.
 * - diversity: the effective number of variants (Hill number of order 1): "as if 6.3 different requirements".
 * - burden: distinct answers a reseller must prepare, and verification schemes it must take part in.
 * - floor: the least a buyer would agree to; what it asks today, unless it says otherwise.
 * - common core: the values all would ask; what a buyer asks beside it is a local add-on, with its reason.
 * - situation: what is known of something to be bought; a policy row fires on it, does not, or waits for a fact.
 * - asked item: what the rows that fire ask together of one requirement in one role, of everybody or of some bidders.
 * - mismatch (alignment finding): where criteria, promises, clauses and follow-up of one procurement do not hold together.
 * - fix: the act that mends a mismatch, as data. Thread: one requirement from criterion to person.
 * - duty: what a clause makes due. Performed is what was to be done, achieved the result; neither stands for the other.
 * - sentence: a code of a catalogue, its parameters, and the English they make.
 */
export { alignProcurement } from "./alignment/align-procurement.ts";
export {
  type Alignment,
  type AlignmentFinding,
  type AlignmentFix,
  type AlignmentOptions,
  type AlignmentSeverity,
  type AlignmentThread,
  type FindingCode,
  findingCodes,
  type FixAct,
  type FixNeed,
} from "./alignment/alignment-shapes.ts";
export { alignmentTexts } from "./alignment/alignment-texts.ts";
export { applyFix, type FixGiven } from "./alignment/apply-fix.ts";
export { type LeadTime, leadTime } from "./alignment/lead-time.ts";
export { tenderOfContract } from "./alignment/tender-of-contract.ts";
export {
  deriveContractDuties,
  dutyRequestsOf,
  isAskedAbout,
} from "./duties/derive-contract-duties.ts";
export { deriveDuties } from "./duties/derive-duties.ts";
export { describeDuty } from "./duties/describe-duty.ts";
export { dutyTexts } from "./duties/duty-texts.ts";
export { loadWorkCalendar } from "./duties/load-work-calendar.ts";
export type { ContractDates, DutyInput, DutyRequest } from "./duties/make-duty.ts";
export { type DutyReminder, reminderDays, remindersDue } from "./duties/reminders-due.ts";
export { fieldsOfValues, valuesOfCondition } from "./duties/values-of-condition.ts";
export { addWorkdays, type WorkCalendar, weekdaysOnly } from "./duties/work-calendar.ts";
export type { BuyerInstance } from "./harmonisation/buyer-instance.ts";
export {
  type BuyerComparison,
  compareBuyers,
  type ParameterComparison,
  type Variant,
} from "./harmonisation/compare-buyers.ts";
export {
  type BuyerDescription,
  describeCore,
  describeProposal,
  type ProposalDescription,
} from "./harmonisation/describe-proposal.ts";
export { harmonisationTexts } from "./harmonisation/harmonisation-texts.ts";
export { type Objective, objectives } from "./harmonisation/lay-endings.ts";
export { type Burden, measureBurden, type ResellerBurden } from "./harmonisation/measure-burden.ts";
export { type Diversity, measureDiversity } from "./harmonisation/measure-diversity.ts";
export type {
  AddOn,
  Alternative,
  BuyerProposal,
  Move,
  OpenChoice,
  Proof,
  Proposal,
} from "./harmonisation/proposal.ts";
export { proposeCommonCore } from "./harmonisation/propose-core.ts";
export { asksNothing } from "./parameters/asks-nothing.ts";
export { checkParameter } from "./parameters/check-parameter.ts";
export { checkValue, checkValues, type ValueFault } from "./parameters/check-values.ts";
export { compareValue, type ValueRelation } from "./parameters/compare-value.ts";
export {
  combineRelations,
  compareValues,
  type ValuesComparison,
} from "./parameters/compare-values.ts";
export { describeValues, sayValue } from "./parameters/describe-values.ts";
export {
  joinValue,
  maximalValues,
  strictest,
  type StrictestValues,
} from "./parameters/join-values.ts";
export { compilePolicy, type Policy } from "./policy/compile-policy.ts";
export type { ExchangeRates } from "./policy/convert-money.ts";
export {
  findConflicts,
  type PolicyConflict,
  type PolicyConflictKind,
} from "./policy/find-conflicts.ts";
export { findGaps, type GapGrid, type PolicyGap } from "./policy/find-gaps.ts";
export type {
  AskedItem,
  BidderKind,
  FindRequirement,
  PolicyRow,
  PolicySituation,
  PolicyThen,
  PolicyTrial,
  PolicyWhen,
} from "./policy/policy-row.ts";
export { policyTexts, sayPolicy } from "./policy/policy-texts.ts";
export { listTurningDays, type PolicyChange, type PolicyStep, scaleUp } from "./policy/scale-up.ts";
export { tryPolicy } from "./policy/try-policy.ts";
export { applicableLaws, laws, type LawVerdict } from "./applicability/applicable-laws.ts";
export {
  asksMoreThanLaw,
  type InstanceToWeigh,
  type LawComparison,
} from "./applicability/asks-more-than-law.ts";
export {
  type Law,
  type LawDuty,
  type LawMetric,
  lawMetrics,
  type LawStatement,
  lawStatements,
} from "./applicability/law.ts";
export type { LawFacts, LawFigure, RateLookup } from "./applicability/law-facts.ts";
export { metricNames, statementNames } from "./applicability/applicability-texts.ts";
export {
  canonicalLibrary,
  findRequirement,
  newestRequirements,
  requirementUrn,
} from "./library/canonical-library.ts";
export { checkRequirement, type RequirementFault } from "./library/check-requirement.ts";
export { fillWording, findVariant, type FilledWording } from "./library/fill-wording.ts";
export { evidenceTypes, frameworks, issueTypes, type Framework } from "./library/frameworks.ts";
export { upgradeValues, type Upgrade, type UpgradeNote } from "./library/upgrade-values.ts";
export {
  type OtherFollowUp,
  type OwnFollowUp,
  type Recognition,
  recogniseFollowUp,
} from "./recognition/recognise-follow-up.ts";
export { recognitionTexts } from "./recognition/recognition-texts.ts";
export { type FollowUpMethod, followUpMethods } from "./recognition/similar-methods.ts";
export { ecbRatesOn, lookUpEcbRate } from "./rates/ecb-rates.ts";
export { renderTemplate, sayIn, sayList, type SentenceParams } from "./texts/say-in.ts";
